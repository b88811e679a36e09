use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{query, table};
use crate::{
    address::Place,
    components::{
        feedback,
        icon::{Icon, icon},
        page::head,
    },
    shell::Here,
    words::t,
};

pub(crate) fn page(here: Here) -> AnyView {
    let pages = RwSignal::new(1);
    let query = query::devices(here.customer, pages);
    let list = query.view(feedback::rows_skeleton, move |devices| {
        view! {
            <Show
                when=move || !devices.with(|list| list.items.is_empty())
                fallback=move || feedback::empty(Key::DevicesEmpty, Key::DevicesEmptyText, new_button(here))
            >
                {table::table(here, devices, pages)}
            </Show>
        }
        .into_any()
    });
    // An empty list offers the button itself.
    let button = move || query.data().is_none_or(|list| !list.items.is_empty()).then(|| new_button(here));
    view! { {head(t(Key::NavDevices), None, Some(button.into_any()))}{list} }.into_any()
}

fn new_button(here: Here) -> Option<AnyView> {
    here.may(Permission::DevicesWrite).then(|| {
        view! {
            <a class="button button-primary" href=here.to(Place::NewDevice(None))>
                {icon(Icon::Plus)}{t(Key::DeviceNew)}
            </a>
        }
        .into_any()
    })
}
