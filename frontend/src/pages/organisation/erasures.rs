//! What shows that customers were erased: the certificates.

use cordboard_api::nodes::Erasure;
use cordboard_messages::Key;
use leptos::prelude::*;

use super::query;
use crate::{
    components::{
        copy::copied,
        feedback,
        lamp::{Light, lamp},
        page::{facts, panel},
        table,
        time::{number, time},
    },
    shell::Node,
    words::{t, tx},
};

pub(super) fn section(node: Node) -> AnyView {
    let pages = RwSignal::new(1);
    let list = query::erasures(node.id, pages).view(feedback::rows_skeleton, move |list| {
        let rows = move || {
            list.with(|list| match list.items.as_slice() {
                [] => view! { <p class="muted">{t(Key::ErasuresNone)}</p> }.into_any(),
                some => some.iter().map(certificate).collect::<Vec<_>>().into_any(),
            })
        };
        let more = table::more(move || list.with(|list| list.more), pages);
        view! { <div class="stack">{rows}{more}</div> }.into_any()
    });
    panel(t(Key::ErasuresTitle), None, view! { <p class="panel-note">{t(Key::ErasuresHelp)}</p>{list} })
}

fn certificate(erasure: &Erasure) -> AnyView {
    let rows = erasure.counts.values().fold(0_u64, |all, count| all.saturating_add(*count));
    let rows = number(u32::try_from(rows).unwrap_or(u32::MAX));
    let state = match erasure.finished_at {
        Some(_) => lamp(Light::On, Key::ErasureDone),
        None => lamp(Light::UnderWay, Key::ErasureRuns),
    };
    let counts: Vec<_> = erasure
        .counts
        .iter()
        .map(|(table, count)| {
            let count = number(u32::try_from(*count).unwrap_or(u32::MAX));
            view! { <dt class="mono">{table.clone()}</dt><dd>{count}</dd> }
        })
        .collect();
    let about = facts(vec![
        (Key::ErasureBy, Some(erasure.closed_by.clone().into_any())),
        (Key::ErasureBegan, Some(time(erasure.started_at))),
        (Key::ErasureEnded, erasure.finished_at.map(time)),
        (Key::ErasureRows, Some(rows.clone().into_any())),
        (Key::ErasureDigest, erasure.sha256.clone().map(copied)),
    ]);
    let summary = tx(Key::ErasureTables, &[("count", rows.into())]);
    view! {
        <details class="file">
            <summary><span class="breakable">{erasure.customer_name.clone()}</span>" "{state}</summary>
            <div class="certificate">
                {about}
                <h3>{summary}</h3>
                <dl class="facts">{counts}</dl>
            </div>
        </details>
    }
    .into_any()
}
