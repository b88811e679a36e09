//! The audit log: append-only rows, in the transaction of the work they tell of.

use cordboard_types::{AuditId, TenantId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use crate::{PageRequest, Paged, Result, System, Tenant, context::Open, entity::audit};

/// Who did it, from where, with what.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
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
    /// Id of the request.
    pub request_id: String,
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

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its id; later rows have higher ids.
    pub id: AuditId,
    /// When.
    pub at: Timestamp,
    /// Name of the actor.
    pub actor: String,
    /// Address it came from.
    pub ip: String,
    /// A stable word.
    pub action: String,
    /// Id of what it was done to.
    pub target_id: Option<Uuid>,
    /// `done`, `denied` or `failed`.
    pub outcome: String,
    /// What changed.
    pub detail: String,
}

impl Tenant {
    /// Writes a row of this tenant.
    ///
    /// # Errors
    /// When the database fails; then the work fails too.
    pub async fn audit(&self, actor: &Actor, entry: Entry) -> Result<()> {
        self.open.audit(Some(self.id()), actor, entry).await
    }

    /// The tenant's rows, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn audit_rows(&self, page: &PageRequest) -> Result<Paged<Row>> {
        #[allow(
            clippy::disallowed_methods,
            reason = "filtered by tenant on the next line; audit rows may have none"
        )]
        let mut query = <audit::Entity as sea_orm::EntityTrait>::find()
            .filter(audit::Column::TenantId.eq(self.id().0))
            .order_by_desc(audit::Column::Id)
            .limit(page.limit());
        if let Some(after) = page.key::<Uuid>()? {
            query = query.filter(audit::Column::Id.lt(after));
        }
        let rows = query.all(self.tx()).await?;
        Ok(page.cut(rows, |row| row.id)?.map(row))
    }
}

impl System {
    /// Writes a row of `tenant`, or of nobody's.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit(&self, tenant: Option<TenantId>, actor: &Actor, entry: Entry) -> Result<()> {
        self.open.audit(tenant, actor, entry).await
    }
}

impl Open {
    async fn audit(&self, tenant: Option<TenantId>, actor: &Actor, entry: Entry) -> Result<()> {
        self.insert(audit::ActiveModel {
            id: Set(AuditId::new().0),
            at: Set(self.store.now().0),
            tenant_id: Set(tenant.map(|tenant| tenant.0)),
            actor_id: Set(actor.id),
            actor_name: Set(actor.name.clone()),
            credential: Set(actor.credential.clone()),
            ip: Set(actor.ip.clone()),
            action: Set(entry.action.to_owned()),
            target_kind: Set(entry.target_kind.to_owned()),
            target_id: Set(entry.target_id),
            outcome: Set(entry.outcome.to_owned()),
            detail: Set(entry.detail.to_string()),
            request_id: Set(actor.request_id.clone()),
        })
        .await
    }
}

fn row(row: audit::Model) -> Row {
    Row {
        id: AuditId(row.id),
        at: Timestamp(row.at),
        actor: row.actor_name,
        ip: row.ip,
        action: row.action,
        target_id: row.target_id,
        outcome: row.outcome,
        detail: row.detail,
    }
}
