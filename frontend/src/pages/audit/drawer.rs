//! One row of the log, whole.

use cordboard_api::audit::AuditRow;
use cordboard_messages::Key;
use leptos::prelude::*;

use super::{changes, table};
use crate::{
    address::{self, Groups, Place, Room},
    components::{copy::copied, page::facts, time::time},
    shell::Node,
    words::{self, Text, t, tx},
};

pub(super) fn view(node: Node, row: Signal<AuditRow>) -> AnyView {
    (move || row.with(|row| about(node, row))).into_any()
}

fn about(node: Node, row: &AuditRow) -> AnyView {
    let why = row.code.as_deref().map(|code| view! { <p class="panel-note">{words::code(code)}</p> });
    view! {
        <div class="audit-outcome">{table::outcome(row)}{why}</div>
        {who(row)}
        <section class="form-section">
            <h3>{t(Key::AuditChanges)}</h3>
            {changes::view(&row.detail)}
        </section>
        <section class="form-section">
            <h3>{t(Key::AuditOn)}</h3>
            {target(node, row)}
        </section>
        <section class="form-section">
            <h3>{t(Key::AuditTrace)}</h3>
            {trace(row)}
        </section>
    }
    .into_any()
}

fn text(value: &str) -> Option<AnyView> {
    (!value.is_empty()).then(|| copied(value))
}

fn who(row: &AuditRow) -> AnyView {
    let mut rows = vec![
        (Key::ColumnTime, Some(time(row.at))),
        (Key::AuditWho, Some(view! { <bdi>{table::actor(&row.actor)}</bdi> }.into_any())),
    ];
    if let Some(other) = &row.on_behalf_of {
        rows.push((Key::AuditFor, Some(view! { <bdi>{other.name.clone()}</bdi> }.into_any())));
    }
    rows.push((Key::ColumnAddress, text(&row.ip)));
    rows.push((
        Key::AuditProgram,
        Some(row.user_agent.clone().into_any()).filter(|_| !row.user_agent.is_empty()),
    ));
    facts(rows)
}

/// The thing itself, while it is there, and everything else that was done to it.
fn target(node: Node, row: &AuditRow) -> AnyView {
    let Some(id) = row.target.clone() else {
        return view! { <p class="panel-note">{t(Key::AuditNoTarget)}</p> }.into_any();
    };
    let name = changes::name_in(&row.detail).map(|name| view! { <bdi>{name}</bdi> }.into_any());
    let open = page_of(row, &id)
        .map(|href| view! { <a class="button button-small" href=href>{t(Key::AuditOpen)}</a> });
    let log = node.to(Room::Audit);
    let more = |filter: &'static str, value: &str, label: Text| {
        let href = address::with_query(&log, &[(filter, value.to_owned())]);
        view! { <a class="button button-small" href=href>{label}</a> }
    };
    view! {
        {facts(vec![(Key::GroupName, name), (Key::AuditId, Some(copied(id.clone())))])}
        <div class="form-actions">
            {open}
            {more("target", &id, t(Key::AuditAllOfTarget))}
            {more("actor", &row.actor, tx(Key::AuditAllOfActor, &[("name", table::actor(&row.actor).into())]))}
        </div>
    }
    .into_any()
}

/// Where the thing is looked at, unless it is gone by this very row.
fn page_of(row: &AuditRow, id: &str) -> Option<String> {
    let (kind, act) = row.action.split_once('.')?;
    let place = match kind {
        "user" => Place::User(id.parse().ok()?),
        "device" => Place::Device(id.parse().ok()?),
        "site" => Place::Site(id.parse().ok()?),
        "group" => Place::Groups(Groups::Authorisation(Some(id.parse().ok()?))),
        "gui_group" => Place::Groups(Groups::Gui(Some(id.parse().ok()?))),
        "pickup_group" => Place::Groups(Groups::Pickup(Some(id.parse().ok()?))),
        "hunt_group" => Place::Groups(Groups::Hunt(Some(id.parse().ok()?))),
        _ => return None,
    };
    row.customer.filter(|_| act != "delete").map(|customer| place.of(customer))
}

fn trace(row: &AuditRow) -> AnyView {
    let operation = row.operation.map(|id| id.to_string()).unwrap_or_default();
    facts(vec![
        (Key::AuditWord, Some(copied(row.action.clone()))),
        (Key::AuditCredential, text(&row.credential)),
        (Key::AuditNumber, Some(row.seq.to_string().into_any())),
        (Key::AuditRequest, text(&row.request_id)),
        (Key::AuditOperation, text(&operation)),
        (Key::AuditCode, row.code.as_deref().and_then(text)),
    ])
}

#[cfg(test)]
mod tests {
    use cordboard_api::audit::AuditOutcome;

    use super::{super::query::row, *};

    const ID: &str = "018f4a7e-0000-7000-8000-000000000001";

    #[test]
    fn what_is_gone_or_unknown_has_no_page() {
        let of = |action: &str| {
            let mut row = row(1, AuditOutcome::Done, None);
            row.customer = ID.parse().ok();
            row.action = action.into();
            page_of(&row, ID)
        };
        assert_eq!(of("hunt_group.members"), Some(format!("/customers/{ID}/hunt-groups/{ID}")));
        assert_eq!((of("user.delete"), of("setting.change"), of("access")), (None, None, None));
    }
}
