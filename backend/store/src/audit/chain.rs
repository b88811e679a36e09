//! Chains: rows without a gap, each authenticated together with the one before it.

use cordboard_types::TenantId;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
    sea_query::OnConflict,
};
use serde_json::Value;
use uuid::Uuid;

use super::{Actor, Entry, Operation, canonical, redact::redact};
use crate::{
    Result, StoreError,
    context::Open,
    entity::{audit, audit_head},
};

/// A chain: one customer's, or the platform's for what is of no customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Chain(pub(crate) Uuid);

impl Chain {
    /// The platform's: no tenant's id, so that no tenant's context sees it.
    pub const PLATFORM: Self = Self(Uuid::max());

    /// The chain of a customer, or of none.
    #[must_use]
    pub fn of(tenant: Option<TenantId>) -> Self {
        tenant.map_or(Self::PLATFORM, |tenant| Self(tenant.0))
    }

    /// The customer whose it is.
    #[must_use]
    pub fn tenant(self) -> Option<TenantId> {
        (self != Self::PLATFORM).then_some(TenantId(self.0))
    }
}

/// The last row of a chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The chain.
    pub chain: Chain,
    /// Number of the row; 0 before the first one.
    pub seq: i64,
    /// Its MAC.
    pub mac: Vec<u8>,
}

/// A row that waits for the commit.
#[derive(Debug)]
pub(crate) struct Queued {
    chain: Chain,
    actor: Actor,
    action: &'static str,
    target_kind: &'static str,
    target_id: Option<Uuid>,
    outcome: &'static str,
    code: Option<&'static str>,
    detail: Value,
}

impl Queued {
    pub(super) fn new(chain: Chain, actor: &Actor, entry: Entry) -> Self {
        Self {
            chain,
            actor: actor.clone(),
            action: entry.action,
            target_kind: entry.target_kind,
            target_id: entry.target_id,
            outcome: entry.outcome,
            code: None,
            detail: redact(entry.detail),
        }
    }

    /// The opening row of an operation, or the closing one that nobody else wrote.
    pub(super) fn of(
        actor: &Actor,
        operation: &Operation,
        outcome: &'static str,
        code: Option<&'static str>,
        detail: Value,
    ) -> Self {
        let begun = operation.begun();
        Self {
            chain: operation.chain(),
            actor: actor.clone(),
            action: begun.action,
            target_kind: begun.target_kind,
            target_id: begun.target_id,
            outcome,
            code,
            detail: redact(detail),
        }
    }

    /// The operation this row closes.
    fn closes(&self) -> Option<&Operation> {
        self.actor
            .operation
            .as_ref()
            .filter(|opened| opened.chain() == self.chain && self.outcome != "opened")
    }

    fn row(&self, seq: i64, at: i64, key_id: &str) -> audit::Model {
        let (actor, operation) = (self.actor.clone(), self.actor.operation.as_ref());
        let (behalf_id, behalf_name) = actor.on_behalf_of.unzip();
        let node = operation.and_then(|operation| operation.begun().node);
        audit::Model {
            chain_id: self.chain.0,
            seq,
            at,
            operation_id: operation.map(|operation| operation.id().0),
            node_id: node.filter(|_| self.chain == Chain::PLATFORM).map(|node| node.0),
            actor_id: actor.id,
            actor_name: actor.name,
            behalf_id,
            behalf_name,
            credential: actor.credential,
            ip: actor.ip,
            user_agent: actor.user_agent,
            request_id: actor.request_id,
            action: self.action.to_owned(),
            target_kind: self.target_kind.to_owned(),
            target_id: self.target_id,
            outcome: self.outcome.to_owned(),
            error_code: self.code.map(str::to_owned),
            detail: self.detail.to_string(),
            key_id: key_id.to_owned(),
            mac: Vec::new(),
        }
    }
}

impl Open {
    pub(super) fn queue(&self, row: Queued) -> Result<()> {
        self.audit.lock().map_err(|_| StoreError::Corrupt("audit queue"))?.push(row);
        Ok(())
    }

    /// Appends what waits, chain by chain in one order for all transactions, after every other lock: nobody waits
    /// for a chain while holding what its holder wants. Answers the operations that the commit will close.
    pub(crate) async fn append_audit(&self) -> Result<Vec<Operation>> {
        let mut queued =
            std::mem::take(&mut *self.audit.lock().map_err(|_| StoreError::Corrupt("audit queue"))?);
        queued.sort_by_key(|row| row.chain);
        for rows in queued.chunk_by(|one, next| one.chain == next.chain) {
            self.extend(rows).await?;
        }
        Ok(queued.iter().filter_map(Queued::closes).cloned().collect())
    }

    /// Two statements: the head, held from here on, and the rows. The head follows the rows by a trigger.
    async fn extend(&self, rows: &[Queued]) -> Result<()> {
        let Some(first) = rows.first() else { return Ok(()) };
        let mut head = self.hold_head(first.chain).await?;
        let (key_id, key) = self.store.sealer.audit_key()?;
        let mut models = Vec::with_capacity(rows.len());
        for row in rows {
            let mut model = row.row(head.seq.saturating_add(1), self.store.now().0, key_id);
            model.mac = canonical::mac(key, &model, &head.mac);
            (head.seq, head.mac) = (model.seq, model.mac.clone());
            models.push(model.into_active_model());
        }
        audit::Entity::insert_many(models).exec_without_returning(&self.tx).await?;
        Ok(())
    }

    async fn hold_head(&self, chain: Chain) -> Result<Head> {
        if let Some(head) = self.held(chain).await? {
            return Ok(head);
        }
        let (seq, mac) = (Set(0), Set(canonical::GENESIS.to_vec()));
        let row = audit_head::ActiveModel { chain_id: Set(chain.0), seq, mac };
        let keep = OnConflict::column(audit_head::Column::ChainId).do_nothing().to_owned();
        audit_head::Entity::insert(row).on_conflict(keep).exec_without_returning(&self.tx).await?;
        self.held(chain).await?.ok_or(StoreError::Corrupt("audit head"))
    }

    async fn held(&self, chain: Chain) -> Result<Option<Head>> {
        #[allow(clippy::disallowed_methods, reason = "Open is the inside of the contexts")]
        let head = audit_head::Entity::find().filter(audit_head::Column::ChainId.eq(chain.0));
        let head = head.lock_exclusive().one(&self.tx).await?;
        Ok(head.map(|row| Head { chain, seq: row.seq, mac: row.mac }))
    }
}
