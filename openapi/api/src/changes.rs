//! Drafts, publishing and the state of targets.

use cordboard_types::{ChangeId, ReleaseId, Timestamp};

use crate::{choice, dto, problem::ErrorCode};

choice! {
    /// The status words of a target (design, *Status words*).
    pub enum StatusWord {
        /// Changed, not published.
        Draft,
        /// Released, not fetched.
        Pending,
        /// Fetched under the steady key.
        Delivered,
        /// Seen to run it.
        Confirmed,
        /// Reported failed, or overdue.
        Failed,
    }

    /// What a release is for.
    pub enum TargetKind {
        /// A device.
        Device,
        /// A site's agent.
        Site,
    }

    /// What was done to a resource.
    pub enum ChangeAction {
        /// It is new.
        Created,
        /// It was changed.
        Changed,
        /// It is gone.
        Deleted,
    }
}

dto! {
    /// Where a target stands.
    pub struct TargetStatus {
        /// The word.
        pub word: StatusWord,
        /// Since when.
        pub since: Option<Timestamp>,
        /// Newest release.
        pub release: Option<ReleaseId>,
        /// Number of that release, from 1.
        pub number: Option<u32>,
        /// Why it failed, a stable word.
        pub reason: Option<String>,
    }

    /// `GET /customers/{customer}/changes`: the open change set, oldest first.
    pub struct Change {
        /// The change.
        pub id: ChangeId,
        /// When it was saved.
        pub at: Timestamp,
        /// Who saved it.
        pub author: String,
        /// What was done.
        pub action: ChangeAction,
        /// Kind of resource, `device`.
        pub resource: String,
        /// Its name when it was saved.
        pub name: String,
        /// How many targets it touches.
        pub targets: u32,
    }

    /// `POST /customers/{customer}/releases`: publishes.
    pub struct Publish {
        /// The targets to publish; left out, all that have changes.
        #[serde(default)]
        pub targets: Option<Vec<String>>,
    }

    /// What publishing did.
    pub struct Published {
        /// One row a target.
        pub targets: Vec<PublishedTarget>,
    }

    /// What publishing did to one target.
    pub struct PublishedTarget {
        /// What it is.
        pub kind: TargetKind,
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: String,
        /// The release in force; absent when it could not be compiled.
        pub release: Option<ReleaseId>,
        /// Whether a new release was made; without a difference there is none.
        pub changed: bool,
        /// Why it could not be compiled. The others are published all the same.
        pub error: Option<ErrorCode>,
    }

    /// `GET /customers/{customer}/devices/{device}/releases`, newest first.
    pub struct Release {
        /// The release.
        pub id: ReleaseId,
        /// Its number within the target, from 1.
        pub number: u32,
        /// When it was made.
        pub at: Timestamp,
        /// Who published it.
        pub author: String,
        /// Version of the family's catalogue.
        pub catalogue_version: String,
        /// Names of its files.
        pub files: Vec<String>,
    }
}

/// `null` and absent are different things in a `PATCH`: absent stays, `null` takes away.
pub mod patch {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(crate) fn serialize<T: Serialize, S: Serializer>(
        value: &Option<Option<T>>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        value.as_ref().and_then(Option::as_ref).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Option<T>>, D::Error> {
        Option::deserialize(deserializer).map(Some)
    }
}
