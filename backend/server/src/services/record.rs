//! One save: its row in the open change set and its row in the audit log, in the transaction of the save.

use std::collections::BTreeSet;

use cordboard_store::{
    Tenant,
    audit::{Actor, Entry},
    changes::{ChangeAction, NewChange},
    targets::Target,
};
use serde_json::{Map, Value, json};
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

/// What a save did to the fields of a thing, for the audit log: `before` and `after`, and of a change only the
/// fields that differ. What was not there, or is no longer, is null.
#[must_use]
pub fn difference(before: &Value, after: &Value) -> Value {
    let (Value::Object(old), Value::Object(new)) = (before, after) else {
        let sides = [("before", before), ("after", after)].into_iter().filter(|(_, side)| !side.is_null());
        return sides.map(|(name, side)| (name.to_owned(), side.clone())).collect();
    };
    let differs =
        |name: &&String| old.get(*name).unwrap_or(&Value::Null) != new.get(*name).unwrap_or(&Value::Null);
    let names: BTreeSet<_> = old.keys().chain(new.keys()).filter(differs).collect();
    let of = |side: &Map<String, Value>| -> Map<String, Value> {
        names.iter().map(|name| ((*name).clone(), side.get(*name).cloned().unwrap_or_default())).collect()
    };
    json!({ "before": of(old), "after": of(new) })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_shows_what_differs_and_nothing_else() {
        let (before, after) =
            (json!({ "name": "a", "mac": null }), json!({ "name": "b", "mac": null, "x": 1 }));
        assert_eq!(
            difference(&before, &after),
            json!({ "before": { "name": "a", "x": null }, "after": { "name": "b", "x": 1 } })
        );
        assert_eq!(difference(&Value::Null, &after), json!({ "after": after }));
        assert_eq!(difference(&before, &Value::Null), json!({ "before": before }));
    }
}
