//! What a row says of a change: each field before and after, and what else was noted. Secrets are blanked by the server.

use std::collections::BTreeSet;

use cordboard_messages::Key;
use leptos::prelude::*;
use serde_json::{Map, Value};

use crate::words::{Text, t};

/// A field that differs; none where it was not there.
#[derive(Debug, PartialEq)]
struct Change {
    field: String,
    before: Option<Value>,
    after: Option<Value>,
}

/// What a thing is called, where the row says so.
pub(super) fn name_in(detail: &Value) -> Option<String> {
    let places = [Some(detail), detail.get("after"), detail.get("before")];
    let name = |place: &Value| {
        ["name", "title", "email", "extension"]
            .iter()
            .find_map(|field| place.get(field)?.as_str())
            .map(ToOwned::to_owned)
    };
    places.into_iter().flatten().find_map(name)
}

fn changed(detail: &Value) -> Vec<Change> {
    let (before, after) = (detail.get("before"), detail.get("after"));
    match (before, after) {
        (None, None) => Vec::new(),
        (Some(Value::Array(old)), Some(Value::Array(new))) => {
            let only = |these: &[Value], those: &[Value]| {
                Some(Value::Array(these.iter().filter(|one| !those.contains(one)).cloned().collect()))
            };
            let change = Change { field: String::new(), before: only(old, new), after: only(new, old) };
            vec![change]
        }
        _ => fields(before, after),
    }
}

fn fields(before: Option<&Value>, after: Option<&Value>) -> Vec<Change> {
    let (old, new) = (object(before), object(after));
    let names: BTreeSet<_> = old.keys().chain(new.keys()).cloned().collect();
    let change = |field: String| {
        let (before, after) = (old.get(&field).cloned(), new.get(&field).cloned());
        (before != after).then_some(Change { field, before, after })
    };
    names.into_iter().filter_map(change).collect()
}

fn object(value: Option<&Value>) -> Map<String, Value> {
    match value {
        Some(Value::Object(fields)) => fields.clone(),
        Some(Value::Null) | None => Map::new(),
        Some(other) => Map::from_iter([(String::new(), other.clone())]),
    }
}

/// What was noted beside before and after.
fn noted(detail: &Value) -> Vec<(String, Value)> {
    let fields = object(Some(detail)).into_iter();
    fields.filter(|(name, value)| !["before", "after"].contains(&name.as_str()) && !value.is_null()).collect()
}

fn written(value: &Value) -> Text {
    match value {
        Value::Null => t(Key::NotSet),
        Value::Bool(true) => t(Key::FactorOn),
        Value::Bool(false) => t(Key::FactorOff),
        Value::String(text) if text.is_empty() => t(Key::NotSet),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) if items.is_empty() => t(Key::NotSet),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ").into()
        }
        other => other.to_string().into(),
    }
}

pub(super) fn view(detail: &Value) -> AnyView {
    let (changed, noted) = (changed(detail), noted(detail));
    if changed.is_empty() && noted.is_empty() {
        return view! { <p class="panel-note">{t(Key::AuditNothing)}</p> }.into_any();
    }
    let differences: Vec<_> = changed.iter().map(difference).collect();
    let facts: Vec<_> = noted
        .into_iter()
        .map(|(name, value)| {
            view! { <dt class="mono">{name}</dt><dd><bdi>{written(&value)}</bdi></dd> }
        })
        .collect();
    view! {
        {(!differences.is_empty()).then(|| view! { <dl class="differences">{differences}</dl> })}
        {(!facts.is_empty()).then(|| view! { <dl class="facts">{facts}</dl> })}
    }
    .into_any()
}

fn difference(change: &Change) -> impl IntoView + use<> {
    let side = |value: &Option<Value>| value.as_ref().map_or_else(|| t(Key::NotSet), written);
    let (before, after) = (side(&change.before), side(&change.after));
    let field = (!change.field.is_empty()).then(|| view! { <dt class="mono">{change.field.clone()}</dt> });
    view! {
        {field}
        <dd>
            <del><span class="difference-side">{t(Key::AuditBefore)}</span><bdi>{before}</bdi></del>
            <ins><span class="difference-side">{t(Key::AuditAfter)}</span><bdi>{after}</bdi></ins>
        </dd>
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_differs_is_shown() {
        let detail = json!({ "before": { "name": "A", "pin": "••••", "x": 1 }, "after": { "name": "B", "pin": "••••" } });
        let fields: Vec<_> = changed(&detail).into_iter().map(|change| change.field).collect();
        assert_eq!(fields, ["name", "x"]);
        assert_eq!(name_in(&detail).as_deref(), Some("B"));
    }

    #[test]
    fn of_lists_only_what_came_and_went() {
        let detail = json!({ "name": null, "before": ["a", "b"], "after": ["b", "c"] });
        let found = changed(&detail);
        assert_eq!(
            (found[0].before.clone(), found[0].after.clone()),
            (Some(json!(["a"])), Some(json!(["c"])))
        );
        assert!(noted(&detail).is_empty());
    }

    #[test]
    fn notes_stand_beside_and_anything_is_readable() {
        assert_eq!(noted(&json!({ "users": ["1"], "before": {} })).len(), 1);
        assert!(changed(&json!("text")).is_empty());
        assert_eq!(noted(&json!("text")).len(), 1);
        assert_eq!(written(&json!({ "a": 1 })).get(), r#"{"a":1}"#);
    }
}
