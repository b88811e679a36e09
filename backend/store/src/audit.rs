//! The audit log: append-only rows, written with the commit of the work they tell of, chained and authenticated.

mod canonical;
mod chain;
mod checkpoints;
mod list;
mod operation;
mod redact;
mod retention;
mod verify;

pub use chain::{Chain, Head};
pub use checkpoints::{Checkpoint, MovedHead, TrustedKey};
pub use list::{Filter, Row, Scope};
pub use operation::{Begun, Operation};
pub use verify::{Finding, Report};

pub(crate) use chain::Queued;

use cordboard_types::TenantId;
use uuid::Uuid;

use crate::{Result, System, Tenant};

/// Who did it, from where, with what.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Actor {
    /// The person, when it was one.
    pub id: Option<Uuid>,
    /// Name for people: a person's address, `agent`, `command line`.
    pub name: String,
    /// Whom they act for: id and name.
    pub on_behalf_of: Option<(Uuid, String)>,
    /// What was shown: `session <id>`, `agent assertion`, `signature <service>`.
    pub credential: String,
    /// Address it came from.
    pub ip: String,
    /// The program it came from, as it names itself.
    pub user_agent: String,
    /// Id of the request.
    pub request_id: String,
    /// The operation that was opened for the request; rows of this actor close it.
    #[serde(skip)]
    pub operation: Option<Operation>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// A stable word, `device.create`.
    pub action: &'static str,
    /// Kind of what it was done to, `device`.
    pub target_kind: &'static str,
    /// Its id.
    pub target_id: Option<Uuid>,
    /// `done`, `denied` or `failed`.
    pub outcome: &'static str,
    /// What changed, secrets left out.
    pub detail: serde_json::Value,
}

impl Tenant {
    /// Writes a row of this tenant, with the commit.
    ///
    /// # Errors
    /// Never in practice; what the database refuses is the commit's error, and then the work fails too.
    pub async fn audit(&self, actor: &Actor, entry: Entry) -> Result<()> {
        self.open.queue(Queued::new(Chain::of(Some(self.id())), actor, entry))
    }
}

impl System {
    /// Writes a row of `tenant`, or of nobody's, with the commit.
    ///
    /// # Errors
    /// Never in practice; what the database refuses is the commit's error, and then the work fails too.
    pub async fn audit(&self, tenant: Option<TenantId>, actor: &Actor, entry: Entry) -> Result<()> {
        self.open.queue(Queued::new(Chain::of(tenant), actor, entry))
    }
}
