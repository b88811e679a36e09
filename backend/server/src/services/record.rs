//! One save: its row in the open change set and its row in the audit log, in the transaction of the save.

use cordboard_store::{
    Tenant,
    audit::{Actor, Entry},
    changes::{ChangeAction, NewChange},
    targets::Target,
};
use serde_json::Value;
use uuid::Uuid;

use crate::http::error::ApiResult;

/// What was saved.
#[derive(Debug, Clone, Copy)]
pub struct Saved<'a> {
    /// What was done.
    pub action: ChangeAction,
    /// Kind of resource, `device`.
    pub resource: &'static str,
    /// Its id.
    pub id: Uuid,
    /// Its name.
    pub name: &'a str,
    /// The targets it touches; without one there is nothing to publish and no change is recorded.
    pub targets: &'a [Target],
}

/// Records a save; `detail` is for the audit log and holds no secret.
///
/// # Errors
/// When the database fails; then the save fails too.
pub async fn record(tenant: &Tenant, actor: &Actor, saved: Saved<'_>, detail: Value) -> ApiResult<()> {
    if !saved.targets.is_empty() {
        let Saved { action, resource, id, name, targets } = saved;
        tenant.record_change(actor, NewChange { action, resource, id, name, targets }).await?;
    }
    audit(tenant, actor, word(saved.resource, saved.action), saved.resource, saved.id, detail).await
}

/// A row of the audit log for something that is in force at once.
///
/// # Errors
/// When the database fails; then the work fails too.
pub async fn audit(
    tenant: &Tenant,
    actor: &Actor,
    action: &'static str,
    target_kind: &'static str,
    id: Uuid,
    detail: Value,
) -> ApiResult<()> {
    let entry = Entry { action, target_kind, target_id: Some(id), outcome: "done", detail };
    Ok(tenant.audit(actor, entry).await?)
}

fn word(resource: &'static str, action: ChangeAction) -> &'static str {
    match (resource, action) {
        ("user", ChangeAction::Created) => "user.create",
        ("user", ChangeAction::Changed) => "user.change",
        ("user", ChangeAction::Deleted) => "user.delete",
        ("user_import", _) => "user_import.end",
        ("handset", ChangeAction::Created) => "handset.create",
        ("handset", ChangeAction::Changed) => "handset.change",
        ("handset", ChangeAction::Deleted) => "handset.delete",
        (_, ChangeAction::Created) => "device.create",
        (_, ChangeAction::Changed) => "device.change",
        (_, ChangeAction::Deleted) => "device.delete",
    }
}
