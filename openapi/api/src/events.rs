//! Live changes: `GET /customers/{customer}/events`, server-sent events. They carry no content, only what to
//! fetch again, so an event can leak nothing and a lost one does no harm.

use crate::choice;

choice! {
    /// What changed; the name of the server-sent event's JSON payload `{"topic": …, "id": …}`.
    pub enum Topic {
        /// A device: status, last access, first contact.
        Device,
        /// Registrations of a line.
        Registration,
        /// A call ended.
        Call,
        /// A site or its agent.
        Site,
        /// Users and lines.
        User,
        /// Groups of the telephone system.
        Group,
        /// Long work: an import.
        Job,
        /// The open change set.
        Change,
    }
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Event {
    /// What kind of thing changed.
    pub topic: Topic,
    /// Its id, absent when several did.
    pub id: Option<String>,
}
