use std::sync::Arc;

use cordboard_api::{
    audit::{AuditOutcome, AuditRow},
    events::Topic,
};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::{actions, changes, drawer, query};
use crate::{
    components::{
        data_table::{Column, DataTable, Filter, Values},
        feedback,
        lamp::{Light, lamp_since},
        time::time,
    },
    form::Choice,
    shell::Node,
    words::{self, Text, t, tx},
};

/// Where there are live events, whatever they tell of may have left rows.
const TOPICS: &[Topic] = &[Topic::Device, Topic::Site, Topic::User, Topic::Group, Topic::Job, Topic::Change];

pub(super) fn view(node: Node) -> AnyView {
    let table = DataTable {
        id: "audit",
        name: Key::NavAudit,
        columns: columns(),
        row_id: |row: &AuditRow| row.seq.to_string(),
        row_name: |row: &AuditRow| actions::text(&row.action).get(),
        searches: false,
        filters: filters(),
        bulk: Vec::new(),
        export: None,
        drawer: Some(Arc::new(move |row| drawer::view(node, row))),
        empty: Arc::new(|| feedback::empty(Key::AuditEmpty, Key::AuditEmptyText, None)),
    };
    table.view(TOPICS, move |ask, pages| query::rows(node.id, ask, pages)).0
}

fn columns() -> Vec<Column<AuditRow>> {
    vec![
        Column::new("action", Key::AuditWhat, "", |row: &AuditRow| {
            view! { <strong>{actions::text(&row.action)}</strong> }.into_any()
        }),
        Column::new("target", Key::AuditOn, "breakable", on),
        Column::new("actor", Key::AuditWho, "audit-who", who),
        Column::new("outcome", Key::ColumnResult, "", outcome),
        Column::new("at", Key::ColumnTime, "nowrap", |row: &AuditRow| time(row.at)),
        Column::new("ip", Key::ColumnAddress, "col-wide col-mid", |row: &AuditRow| {
            view! { <span class="mono">{row.ip.clone()}</span> }.into_any()
        }),
    ]
}

pub(super) fn who(row: &AuditRow) -> AnyView {
    let behalf = row.on_behalf_of.as_ref().map(|other| {
        view! { <small>{tx(Key::AuditBehalf, &[("name", other.name.as_str().into())])}</small> }
    });
    view! { <bdi>{actor(&row.actor)}</bdi>{behalf} }.into_any()
}

/// People by their address; what is nobody's doing has a word.
pub(super) fn actor(name: &str) -> Text {
    match name {
        "nobody" => t(Key::AuditNobody),
        "clock" => t(Key::AuditClock),
        "agent" => t(Key::AuditAgent),
        other => other.into(),
    }
}

fn on(row: &AuditRow) -> AnyView {
    match (changes::name_in(&row.detail), &row.target) {
        (Some(name), _) => view! { <bdi>{name}</bdi> }.into_any(),
        // The end of an id tells more apart than its beginning, which is the time.
        (None, Some(id)) => {
            let tail = id.rsplit('-').next().unwrap_or_default().to_owned();
            view! { <span class="mono muted">{format!("…{tail}")}</span> }.into_any()
        }
        (None, None) => ().into_any(),
    }
}

/// How it ended: shape and word, and the reason where there is one.
pub(super) fn outcome(row: &AuditRow) -> AnyView {
    let why = row.code.as_deref().map(words::code);
    let (light, word) = match row.outcome {
        AuditOutcome::Opened => (Light::UnderWay, Key::AuditOpened),
        AuditOutcome::Done => (Light::On, Key::AuditDone),
        AuditOutcome::Denied => (Light::Trouble, Key::AuditDenied),
        AuditOutcome::Failed => (Light::Attention, Key::AuditFailed),
    };
    lamp_since(light, word, why)
}

fn filters() -> Vec<Filter> {
    let outcomes = [
        ("done", Key::AuditDone),
        ("denied", Key::AuditDenied),
        ("failed", Key::AuditFailed),
        ("opened", Key::AuditOpened),
    ];
    let choices = |all: Vec<(&'static str, Key)>| {
        let list: Vec<_> = all.into_iter().map(|(value, name)| Choice::new(&value, name)).collect();
        Values::Choices(Signal::stored(list))
    };
    let [actor, action, outcome, from, to, target] = query::FILTERS;
    vec![
        Filter { id: actor, name: Key::AuditWho, values: Values::Typed },
        Filter { id: action, name: Key::AuditWhat, values: choices(actions::kinds()) },
        Filter { id: outcome, name: Key::ColumnResult, values: choices(outcomes.to_vec()) },
        Filter { id: from, name: Key::AuditSince, values: Values::Since },
        Filter { id: to, name: Key::AuditUntil, values: Values::Until },
        Filter { id: target, name: Key::AuditOn, values: Values::Linked },
    ]
}
