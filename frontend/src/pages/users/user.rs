//! One user: the phones of the line, and its settings.

use cordboard_api::{devices::Device, users::User};
use cordboard_messages::Key;
use cordboard_types::{Permission, UserId};
use leptos::prelude::*;

use super::{credentials, query, settings};
use crate::{
    address::Place,
    components::{
        cord::patch,
        feedback,
        icon::{Icon, icon},
        lamp,
        page::{head, panel},
        strip::Strip,
    },
    query::Query,
    shell::Here,
    words::{t, tx},
};

pub(crate) fn page(here: Here, user: UserId) -> AnyView {
    let query = query::user(here.customer, user);
    query.view(feedback::page_skeleton, move |user| about(here, query, user)).into_any()
}

fn about(here: Here, query: Query<User>, user: RwSignal<User>) -> AnyView {
    let line = user.with_untracked(|user| user.line);
    let devices = query::devices(here.customer, line);
    let phones = devices.view(feedback::rows_skeleton, move |devices| {
        (move || user.with(|user| devices.with(|devices| cords(here, user, devices)))).into_any()
    });
    view! {
        {move || user.with(title)}
        <div class="stack">
            {panel(t(Key::UserPhones), add_button(here, user), phones)}
            {credentials::section(here, line, devices)}
            {settings::section(here, query, user)}
        </div>
    }
    .into_any()
}

fn title(user: &User) -> AnyView {
    let facts = view! {
        <span>{tx(Key::UserExtensionIs, &[("extension", user.extension.as_str().into())])}</span>
        <span>{user.site_name.clone()}</span>
        {lamp::registered(user.registrations)}
    };
    head(user.name.as_str(), Some(facts.into_any()), None)
}

fn add_button(here: Here, user: RwSignal<User>) -> Option<AnyView> {
    here.may(Permission::DevicesWrite).then(|| {
        let to = here.to(Place::NewDevice(Some(user.with_untracked(|user| user.line))));
        view! { <a class="button" href=to>{icon(Icon::Plus)}{t(Key::DeviceNew)}</a> }.into_any()
    })
}

/// The line and the devices its cords lead to; a cord is plugged in while the device is registered.
fn cords(here: Here, user: &User, devices: &[Device]) -> AnyView {
    if devices.is_empty() {
        return feedback::empty(Key::UserNoPhones, Key::UserNoPhonesText, None);
    }
    let near = Strip::number(&user.extension, &user.name).view();
    let far = devices
        .iter()
        .map(|device| {
            let strip = Strip::icon(Icon::Phone, &device.name)
                .lamp(lamp::status(&device.status))
                .href(here.to(Place::Device(device.id)));
            (strip.view(), device.registrations > 0)
        })
        .collect();
    view! { {patch(near, far)}<p class="panel-note"><small>{t(Key::UserCordMeaning)}</small></p> }.into_any()
}
