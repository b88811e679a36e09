//! What is known of a device: its configuration's way, its last access, its registrations.

use cordboard_api::{changes::StatusWord, devices::Device, registrations::Registration};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::query;
use crate::{
    components::{
        copy::copied,
        cord, feedback,
        lamp::{self},
        page::{facts, panel},
        table::{Column, Row, table},
        time::time,
    },
    shell::Here,
    words::{t, tx},
};

/// The way of the newest release, as a cord through its steps.
pub(super) fn configuration(device: RwSignal<Device>) -> AnyView {
    let body = move || {
        device.with(|device| {
            let status = &device.status;
            let release = status.number.map(|number| tx(Key::ReleaseNumber, &[("number", number.into())]));
            let since = status.since.map(time);
            let reason = status.reason.clone().map(|reason| view! { <p><code>{reason}</code></p> });
            view! {
                {cord::steps(status.word)}
                <p>{t(explanation(status.word))}</p>
                {reason}
                <p class="panel-note">{release}{status.number.and(status.since).map(|_| " · ")}{since}</p>
            }
            .into_any()
        })
    };
    panel(t(Key::ColumnConfiguration), None, body)
}

fn explanation(word: StatusWord) -> Key {
    match word {
        StatusWord::Draft => Key::StatusDraftMeans,
        StatusWord::Pending => Key::StatusPendingMeans,
        StatusWord::Delivered => Key::StatusDeliveredMeans,
        StatusWord::Confirmed => Key::StatusConfirmedMeans,
        StatusWord::Failed => Key::StatusFailedMeans,
    }
}

/// *Last access*: date, time and address of the newest successful fetch.
pub(super) fn last_access(device: RwSignal<Device>) -> AnyView {
    let body = move || {
        device.with(|device| match &device.last_access {
            None => view! { <p class="panel-note">{t(Key::AccessNeverMeans)}</p> }.into_any(),
            Some(access) => facts(vec![
                (Key::AccessAt, Some(time(access.at))),
                (Key::AccessIp, Some(copied(access.ip.clone()))),
                (Key::ColumnUserAgent, Some(access.user_agent.clone().into_any())),
            ]),
        })
    };
    panel(t(Key::ColumnLastAccess), None, body)
}

const COLUMNS: &[Column] = &[
    (Key::ColumnUserAgent, ""),
    (Key::ColumnAddress, ""),
    (Key::ColumnContact, "col-mid"),
    (Key::ColumnExpires, ""),
];

/// Registrations are a fact of their own beside *Last access* (A-076, A-078).
pub(super) fn registrations(here: Here, device: RwSignal<Device>) -> AnyView {
    let id = device.with_untracked(|device| device.id);
    let list = query::registrations(here.customer, id).view(feedback::rows_skeleton, move |registrations| {
        let rows = move || registrations.with(|list| list.iter().map(row).collect());
        view! {
            <Show
                when=move || !registrations.with(Vec::is_empty)
                fallback=|| view! { <p class="panel-note">{t(Key::DeviceNotRegistered)}</p> }
            >
                {table(t(Key::NavRegistrations), COLUMNS, rows, ())}
            </Show>
        }
        .into_any()
    });
    let lamp = move || lamp::registered(device.with(|device| device.registrations));
    panel(t(Key::NavRegistrations), Some(lamp.into_any()), list)
}

fn row(registration: &Registration) -> Row {
    let address = format!("{}:{}", registration.ip, registration.port);
    vec![
        registration.user_agent.clone().into_any(),
        view! { {copied(address)}<small>{registration.transport.as_str().to_uppercase()}</small> }.into_any(),
        view! { <span class="mono fixed">{registration.contact.clone()}</span> }.into_any(),
        time(registration.expires_at),
    ]
}
