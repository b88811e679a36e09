//! The page of one device.

use cordboard_api::devices::{Device, DeviceKind};
use cordboard_messages::Key;
use cordboard_types::DeviceId;
use leptos::prelude::*;

use super::{access_key, change, files, first_contact, handsets, history, query, removal, state, table};
use crate::{
    components::{
        button::{DANGER, edits, opens},
        feedback, lamp,
        page::head,
        tabs,
    },
    query::Query,
    shell::Here,
};

const PARTS: &[(&str, Key)] =
    &[("state", Key::DeviceTabState), ("files", Key::DeviceTabFiles), ("history", Key::DeviceTabHistory)];

pub(crate) fn page(here: Here, id: DeviceId) -> AnyView {
    let query = query::device(here.customer, id);
    query.view(feedback::page_skeleton, move |device| about(here, query, device)).into_any()
}

fn about(here: Here, query: Query<Device>, device: RwSignal<Device>) -> AnyView {
    let id = device.with_untracked(|device| device.id);
    let part = tabs::open(PARTS);
    let changing = RwSignal::new(false);
    let deleting = RwSignal::new(false);
    view! {
        {move || device.with(|device| title(here, device, changing, deleting))}
        {tabs::tabs(Key::DeviceTabs, PARTS, part)}
        {move || match part.get() {
            "files" => files::section(here, id),
            "history" => history::section(here, id),
            _ => state(here, query, device),
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
            {edits(changing, Key::DeviceChange)}
            {opens(deleting, DANGER, Key::DeviceDelete)}
        }
        .into_any()
    });
    head(device.name.as_str(), Some(facts.into_any()), actions)
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
