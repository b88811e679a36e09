//! Archives of all that is kept of a customer: made in the background, found again after a reload.

use cordboard_api::customers::{Export, ExportState};
use cordboard_messages::Key;
use cordboard_types::LimitName;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::{
    api,
    components::{
        button::{PLAIN, acts},
        copy::copied,
        feedback,
        icon::{Icon, icon},
        lamp::{Light, lamp},
        page::panel,
        time::{number, time},
    },
    form::Form,
    pages::limits::words::amount,
    query::Query,
    shell::Here,
    words::{t, tx},
};

/// Milliseconds between two looks at one that is being written.
const PAUSE_MS: u32 = 1_000;

/// Asks again while one of them is not finished.
pub(super) fn open(here: Here) -> Query<Vec<Export>> {
    let query = Query::new(&[], move || api::customers::exports(here.customer));
    let writing = Memo::new(move |_| query.data().map(|list| list.iter().filter(|one| is_open(one)).count()));
    let again = RwSignal::new(0_u32);
    Effect::new(move |_| {
        again.track();
        if writing.get().is_some_and(|count| count > 0) {
            Timeout::new(PAUSE_MS, move || {
                // The page may be gone by now.
                if again.try_update(|again| *again = again.wrapping_add(1)).is_some() {
                    query.refetch();
                }
            })
            .forget();
        }
    });
    query
}

fn is_open(export: &Export) -> bool {
    matches!(export.state, ExportState::Waiting | ExportState::Running)
}

pub(super) fn is_done(export: &Export) -> bool {
    export.state == ExportState::Done
}

pub(super) fn section(here: Here, query: Query<Vec<Export>>) -> AnyView {
    let form = Form::new("export");
    let ask = move |_| {
        form.send(move |_| api::customers::request_export(here.customer), move |_: Export| query.refetch());
    };
    let list = query.view(feedback::rows_skeleton, move |exports| {
        (move || {
            exports.with(|exports| match exports.as_slice() {
                [] => view! { <p class="muted">{t(Key::ExportsNone)}</p> }.into_any(),
                some => {
                    let rows: Vec<_> = some.iter().map(|export| row(here, export)).collect();
                    view! { <ul class="rows">{rows}</ul> }.into_any()
                }
            })
        })
        .into_any()
    });
    let body = view! { <p class="panel-note">{t(Key::ExportsHelp)}</p>{form.summary()}{list} };
    panel(t(Key::ExportsTitle), Some(acts(form, PLAIN, Key::ExportMake, ask)), body)
}

fn row(here: Here, export: &Export) -> impl IntoView + use<> {
    let rows = number(u32::try_from(export.rows).unwrap_or(u32::MAX));
    let size = amount(LimitName::StorageBytes, export.bytes);
    let state = match export.state {
        ExportState::Waiting => lamp(Light::UnderWay, Key::ExportWaiting),
        ExportState::Running => view! {
            <span class="export-running" role="status">
                {lamp(Light::UnderWay, Key::ExportRunning)}
                <progress class="gauge" aria-label=t(Key::ProgressTitle)></progress>
            </span>
        }
        .into_any(),
        ExportState::Failed => lamp(Light::Trouble, Key::ExportFailed),
        ExportState::Done => {
            let to = api::customers::archive(here.customer, &export.id);
            view! {
                <a class="button button-small" href=to download="" rel="external">
                    {icon(Icon::Download)}{t(Key::ExportFetch)}
                </a>
            }
            .into_any()
        }
    };
    let content = is_done(export).then(|| {
        let digest = export.sha256.clone().map(|digest| view! { <small>"SHA-256 "{copied(digest)}</small> });
        view! { <small>{tx(Key::ExportContent, &[("rows", rows.into()), ("size", size.into())])}</small>{digest} }
    });
    let by = export.requested_by.clone();
    view! { <li><span>{time(export.requested_at)}" · "{by}</span>{state}{content}</li> }
}
