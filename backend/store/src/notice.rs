//! What a commit tells the rest of the system. Sent only after the commit, and never carries content.

use cordboard_types::TenantId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A device.
    Device(Uuid),
    /// Registrations of a line.
    Registration(Uuid),
    /// A call ended.
    Call(Uuid),
    /// A site or its agent.
    Site(Uuid),
    /// Users and lines.
    User(Uuid),
    /// The open change set.
    Change,
    /// The document or the secrets of a site: wake its agent.
    Document(Uuid),
    /// Site state changed: wake the site's agent.
    State(Uuid),
    /// The live-key log grew to this position.
    Keys(i64),
    /// A session ended.
    Session(Uuid),
    /// Who may see what has changed: streams that were opened before end and are opened anew by who still may.
    Tree,
}

/// One notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Notice {
    /// Whose it is; none for what is no tenant's.
    pub tenant: Option<TenantId>,
    /// What changed.
    pub subject: Subject,
}
