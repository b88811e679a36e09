//! One request that writes: a row before its work, committed on its own, and one after it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use cordboard_types::{NodeId, OperationId, TenantId};
use serde_json::Value;
use uuid::Uuid;

use super::{Actor, Chain, Queued};
use crate::{Result, Store};

/// What a request is about to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// A stable word, `device.create`.
    pub action: &'static str,
    /// Kind of what it is done to, `device`.
    pub target_kind: &'static str,
    /// Its id, when the request names it.
    pub target_id: Option<Uuid>,
    /// The customer whose chain tells of it; none for the platform's.
    pub tenant: Option<TenantId>,
    /// The node it concerns.
    pub node: Option<NodeId>,
}

/// An operation that was opened. A row of its chain that is committed closes it.
#[derive(Clone)]
pub struct Operation(Arc<Opened>);

struct Opened {
    id: OperationId,
    begun: Begun,
    closed: AtomicBool,
}

impl Operation {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> OperationId {
        self.0.id
    }

    /// What it is about.
    #[must_use]
    pub fn begun(&self) -> &Begun {
        &self.0.begun
    }

    /// Whether a row of its chain told how it ended.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.closed.load(Ordering::Acquire)
    }

    pub(crate) fn close(&self) {
        self.0.closed.store(true, Ordering::Release);
    }

    pub(super) fn chain(&self) -> Chain {
        Chain::of(self.0.begun.tenant)
    }
}

impl std::fmt::Debug for Operation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Operation({})", self.0.id)
    }
}

impl PartialEq for Operation {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Operation {}

impl Store {
    /// Writes and commits the opening row of an operation; from now on `actor` is in it.
    ///
    /// # Errors
    /// When the database fails; then the work must not be done.
    pub async fn open_operation(&self, actor: &mut Actor, begun: Begun) -> Result<()> {
        let opened = Opened { id: OperationId::new(), begun, closed: AtomicBool::new(false) };
        actor.operation = Some(Operation(Arc::new(opened)));
        self.tell(actor, "opened", None, Value::Null).await
    }

    /// Writes and commits the closing row of an operation that nothing has closed: it was `denied`, it `failed`,
    /// or it was `done` and had nothing to change.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close_operation(
        &self,
        actor: &Actor,
        outcome: &'static str,
        code: Option<&'static str>,
        detail: Value,
    ) -> Result<()> {
        match &actor.operation {
            Some(operation) if !operation.is_closed() => self.tell(actor, outcome, code, detail).await,
            _ => Ok(()),
        }
    }

    async fn tell(
        &self,
        actor: &Actor,
        outcome: &'static str,
        code: Option<&'static str>,
        detail: Value,
    ) -> Result<()> {
        let Some(operation) = &actor.operation else { return Ok(()) };
        let row = Queued::of(actor, operation, outcome, code, detail);
        match operation.begun().tenant {
            Some(tenant) => {
                let context = self.write(tenant).await?;
                context.open.queue(row)?;
                context.commit().await
            }
            None => {
                let context = self.system("a row of an operation").await?;
                context.open.queue(row)?;
                context.commit().await
            }
        }
    }
}
