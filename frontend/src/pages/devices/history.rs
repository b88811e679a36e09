//! What was released for a device, and what it fetched.

use cordboard_api::{
    changes::Release,
    devices::{Fetch, FetchResult},
};
use cordboard_messages::Key;
use cordboard_types::DeviceId;
use leptos::prelude::*;

use super::query;
use crate::{
    components::{
        copy::copied,
        feedback,
        lamp::{Light, lamp},
        page::panel,
        table::{Column, Row, table},
        time::time,
    },
    shell::Here,
    words::t,
};

const RELEASES: &[Column] = &[
    (Key::ReleaseColumn, "number"),
    (Key::ColumnTime, ""),
    (Key::ReleaseAuthor, ""),
    (Key::ReleaseFiles, "col-mid"),
    (Key::ReleaseCatalogue, "col-wide"),
];

const FETCHES: &[Column] = &[
    (Key::ColumnTime, ""),
    (Key::FetchFile, ""),
    (Key::ColumnResult, ""),
    (Key::AccessIp, "col-mid"),
    (Key::ColumnUserAgent, "col-wide"),
    (Key::FetchBytes, "number col-wide"),
];

pub(super) fn section(here: Here, device: DeviceId) -> AnyView {
    let releases = query::releases(here.customer, device).view(feedback::rows_skeleton, |releases| {
        let rows = move || releases.with(|list| list.iter().map(release).collect());
        view! {
            <Show when=move || !releases.with(Vec::is_empty) fallback=|| note(Key::ReleasesEmpty)>
                {table(t(Key::ReleasesTitle), RELEASES, rows, ())}
            </Show>
        }
        .into_any()
    });
    let fetches = query::fetches(here.customer, device).view(feedback::rows_skeleton, |fetches| {
        let rows = move || fetches.with(|list| list.iter().map(fetch).collect());
        view! {
            <Show when=move || !fetches.with(Vec::is_empty) fallback=|| note(Key::FetchesEmpty)>
                {table(t(Key::FetchesTitle), FETCHES, rows, ())}
            </Show>
        }
        .into_any()
    });
    view! {
        <div class="stack">{panel(t(Key::ReleasesTitle), None, releases)}{panel(t(Key::FetchesTitle), None, fetches)}</div>
    }
    .into_any()
}

fn note(key: Key) -> AnyView {
    view! { <p class="panel-note">{t(key)}</p> }.into_any()
}

fn release(release: &Release) -> Row {
    vec![
        release.number.into_any(),
        time(release.at),
        release.author.clone().into_any(),
        view! { <span class="mono">{release.files.join(", ")}</span> }.into_any(),
        release.catalogue_version.clone().into_any(),
    ]
}

fn fetch(fetch: &Fetch) -> Row {
    let (light, word) = match fetch.result {
        FetchResult::Sent => (Light::On, Key::FetchSent),
        FetchResult::NotModified => (Light::On, Key::FetchNotModified),
        FetchResult::Probe => (Light::Unknown, Key::FetchProbe),
        FetchResult::Cut => (Light::Attention, Key::FetchCut),
    };
    let first = fetch.first_access.then(|| view! { <small>{t(Key::FetchFirstAccess)}</small> });
    vec![
        time(fetch.at),
        view! { <span class="mono">{fetch.file.clone()}</span> }.into_any(),
        view! { {lamp(light, t(word))}{first} }.into_any(),
        copied(fetch.ip.clone()),
        fetch.user_agent.clone().into_any(),
        fetch.bytes.into_any(),
    ]
}
