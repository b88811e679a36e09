//! The calls that ended, newest first, live.

use cordboard_api::{
    calls::{Call, CallResult},
    events::Topic,
};
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    api,
    components::{
        feedback,
        lamp::{Light, lamp},
        page::head,
        strip::Strip,
        table::{self, Column, Row},
        time::{duration, time},
    },
    query::Query,
    shell::Here,
    words::t,
};

const COLUMNS: &[Column] = &[
    (Key::ColumnTime, ""),
    (Key::ColumnFrom, ""),
    (Key::ColumnTo, ""),
    (Key::ColumnResult, ""),
    (Key::ColumnDuration, "number"),
];

pub(crate) fn page(here: Here) -> AnyView {
    let pages = RwSignal::new(1);
    let query = Query::new(&[Topic::Call], move || api::telephony::calls(here.customer, pages.get()));
    let list = query.view(feedback::rows_skeleton, move |listing| {
        let rows = move || listing.with(|list| list.items.iter().map(row).collect());
        let more = move || table::more(move || listing.with(|list| list.more), pages);
        view! {
            <Show
                when=move || !listing.with(|list| list.items.is_empty())
                fallback=|| feedback::empty(Key::JournalEmpty, Key::JournalEmptyText, None)
            >
                {table::table(t(Key::NavJournal), COLUMNS, rows, more())}
            </Show>
        }
        .into_any()
    });
    view! { {head(t(Key::NavJournal), None, None)}{list} }.into_any()
}

fn row(call: &Call) -> Row {
    let (light, word) = result(call.result);
    // A number that is no line of ours has no name.
    let to = call.to_name.clone().unwrap_or_default();
    let talked = call.answered_at.map(|answered| duration(answered, call.ended_at));
    vec![
        time(call.started_at),
        Strip::number(&call.from_number, &call.from_name).view(),
        Strip::number(&call.to_number, &to).view(),
        lamp(light, t(word)),
        talked.unwrap_or_else(|| "–".to_owned()).into_any(),
    ]
}

fn result(result: CallResult) -> (Light, Key) {
    match result {
        CallResult::Answered => (Light::On, Key::CallAnswered),
        CallResult::NoAnswer => (Light::Unknown, Key::CallNoAnswer),
        CallResult::Busy => (Light::Unknown, Key::CallBusy),
        CallResult::Declined => (Light::Unknown, Key::CallDeclined),
        CallResult::Cancelled => (Light::Unknown, Key::CallCancelled),
        CallResult::Unreachable => (Light::Attention, Key::CallUnreachable),
        CallResult::Failed => (Light::Trouble, Key::CallFailed),
    }
}
