//! PBX users and their lines.

use cordboard_types::{CredentialSetId, DeviceId, Extension, Label, LineId, SiteId, Timestamp, UserId};

use crate::dto;

dto! {
    /// `POST /customers/{customer}/users`: a user with a line.
    pub struct NewUser {
        /// The name, also shown to the people called.
        pub name: Label,
        /// The extension of the user's line.
        pub extension: Extension,
        /// The site; may be left out where the customer has one.
        #[serde(default)]
        pub site: Option<SiteId>,
    }

    /// `PATCH /customers/{customer}/users/{user}` with `If-Match`. Fields left out stay.
    pub struct UserChange {
        /// New name; reaches the phones with the next publish.
        #[serde(default)]
        pub name: Option<Label>,
        /// New extension.
        #[serde(default)]
        pub extension: Option<Extension>,
    }

    /// A PBX user.
    pub struct User {
        /// The user.
        pub id: UserId,
        /// The name.
        pub name: Label,
        /// The line.
        pub line: LineId,
        /// The extension.
        pub extension: Extension,
        /// The site.
        pub site: SiteId,
        /// Name of the site.
        pub site_name: String,
        /// Devices on the line.
        pub devices: u32,
        /// Registrations of the line in force.
        pub registrations: u32,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// A credential set of a line, without its secret.
    pub struct CredentialSet {
        /// The set.
        pub id: CredentialSetId,
        /// The device it belongs to; none for the line's own.
        pub device: Option<DeviceId>,
        /// Digest user name.
        pub auth_user: String,
        /// Rises with every rotation.
        pub version: u32,
        /// When the secret was last changed.
        pub rotated_at: Timestamp,
    }

    /// Answer to `POST /customers/{customer}/lines/{line}/credential-rotations`.
    pub struct CredentialRotation {
        /// The sets with their new versions. In force at once; no release is made.
        pub credentials: Vec<CredentialSet>,
    }
}
