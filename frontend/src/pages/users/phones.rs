//! The line and the devices its cords lead to.

use cordboard_api::{devices::Device, users::User};
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::Place,
    components::{cord::patch, feedback, icon::Icon, lamp, page::panel, strip::Strip},
    query::Query,
    shell::Here,
    words::t,
};

pub(super) fn section(
    here: Here,
    user: RwSignal<User>,
    devices: Query<Vec<Device>>,
    add: Option<AnyView>,
) -> AnyView {
    let phones = devices.view(feedback::rows_skeleton, move |devices| {
        (move || user.with(|user| devices.with(|devices| cords(here, user, devices)))).into_any()
    });
    panel(t(Key::UserPhones), add, phones)
}

/// A cord is plugged in while its device is registered.
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
