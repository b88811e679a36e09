//! Who is registered now, live.

use cordboard_api::{events::Topic, registrations::Registration};
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::Place,
    api,
    components::{
        copy::copied,
        feedback,
        page::head,
        strip::Strip,
        table::{self, Column, Row},
        time::time,
    },
    query::Query,
    shell::Here,
    words::t,
};

const COLUMNS: &[Column] = &[
    (Key::ColumnLine, ""),
    (Key::ColumnDevice, ""),
    (Key::ColumnAddress, ""),
    (Key::ColumnUserAgent, ""),
    (Key::ColumnContact, ""),
    (Key::ColumnExpires, ""),
];

pub(crate) fn page(here: Here) -> AnyView {
    let pages = RwSignal::new(1);
    let query =
        Query::new(&[Topic::Registration], move || api::telephony::registrations(here.customer, pages.get()));
    let list = query.view(feedback::rows_skeleton, move |listing| {
        let rows = move || listing.with(|list| list.items.iter().map(|row| self::row(here, row)).collect());
        let more = move || table::more(move || listing.with(|list| list.more), pages);
        view! {
            <Show
                when=move || !listing.with(|list| list.items.is_empty())
                fallback=|| feedback::empty(Key::RegistrationsEmpty, Key::RegistrationsEmptyText, None)
            >
                {table::table(t(Key::NavRegistrations), COLUMNS, rows, more())}
            </Show>
        }
        .into_any()
    });
    view! { {head(t(Key::NavRegistrations), None, None)}{list} }.into_any()
}

fn row(here: Here, registration: &Registration) -> Row {
    let device = registration.device.zip(registration.device_name.clone()).map_or_else(
        || view! { <span class="muted">{t(Key::CredentialOfLine)}</span> }.into_any(),
        |(id, name)| view! { <a href=here.to(Place::Device(id))>{name}</a> }.into_any(),
    );
    let address = format!("{}:{}", registration.ip, registration.port);
    vec![
        Strip::number(&registration.line.extension, &registration.line.name).view(),
        device,
        view! { {copied(address)}<small>{registration.transport.as_str().to_uppercase()}</small> }.into_any(),
        registration.user_agent.clone().into_any(),
        view! { <span class="mono breakable">{registration.contact.clone()}</span> }.into_any(),
        time(registration.expires_at),
    ]
}
