//! The page of one device.

use cordboard_api::devices::{Device, DeviceKind};
use cordboard_messages::Key;
use cordboard_types::DeviceId;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{access_key, change, files, first_contact, handsets, history, query, removal, state, table};
use crate::{
    components::{
        button::{DANGER, PLAIN, opens},
        feedback, lamp,
        page::head,
    },
    query::Query,
    shell::Here,
    words::t,
};

/// Parts of the page; the address says which one is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    State,
    Files,
    History,
}

const TABS: [(Tab, &str, Key); 3] = [
    (Tab::State, "", Key::DeviceTabState),
    (Tab::Files, "?tab=files", Key::DeviceTabFiles),
    (Tab::History, "?tab=history", Key::DeviceTabHistory),
];

pub(crate) fn page(here: Here, id: DeviceId) -> AnyView {
    let query = query::device(here.customer, id);
    query.view(feedback::page_skeleton, move |device| about(here, query, device)).into_any()
}

fn about(here: Here, query: Query<Device>, device: RwSignal<Device>) -> AnyView {
    let id = device.with_untracked(|device| device.id);
    let address = use_query_map();
    let tab = Memo::new(move |_| match address.with(|query| query.get("tab")).as_deref() {
        Some("files") => Tab::Files,
        Some("history") => Tab::History,
        _ => Tab::State,
    });
    let changing = RwSignal::new(false);
    let deleting = RwSignal::new(false);
    view! {
        {move || device.with(|device| title(here, device, changing, deleting))}
        {tabs(tab)}
        {move || match tab.get() {
            Tab::State => state(here, query, device),
            Tab::Files => files::section(here, id),
            Tab::History => history::section(here, id),
        }}
        {change::dialog(here, query, device, changing)}
        {removal::dialog(here, device, deleting)}
    }
    .into_any()
}

fn title(here: Here, device: &Device, changing: RwSignal<bool>, deleting: RwSignal<bool>) -> AnyView {
    let facts = view! {
        {table::line_of(device)}
        <span>{device.model_name.clone()}</span>
        <span>{device.site_name.clone()}</span>
        {lamp::status(&device.status)}
    };
    let actions = here.may(cordboard_types::Permission::DevicesWrite).then(|| {
        view! {
            {opens(changing, PLAIN, Key::DeviceChange)}
            {opens(deleting, DANGER, Key::DeviceDelete)}
        }
        .into_any()
    });
    head(device.name.as_str(), Some(facts.into_any()), actions)
}

fn tabs(tab: Memo<Tab>) -> impl IntoView {
    let links: Vec<_> = TABS
        .into_iter()
        .map(|(own, query, name)| {
            let href = if query.is_empty() { "?" } else { query };
            view! { <a class="tab" href=href aria-current=move || (tab.get() == own).then_some("page")>{t(name)}</a> }
        })
        .collect();
    view! { <nav class="tabs" aria-label=t(Key::DeviceTabs)>{links}</nav> }
}

fn state(here: Here, query: Query<Device>, device: RwSignal<Device>) -> AnyView {
    let dect = device.with_untracked(|device| device.kind == DeviceKind::DectSystem);
    view! {
        <div class="stack">
            {state::configuration(device)}
            <div class="columns">
                {state::last_access(device)}
                {first_contact::section(here, query, device)}
            </div>
            {dect.then(|| handsets::section(here, query, device))}
            {state::registrations(here, device)}
            {access_key::section(here, query, device)}
        </div>
    }
    .into_any()
}
