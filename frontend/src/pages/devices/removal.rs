//! Deleting a device: what is lost, what stays, what the device keeps.

use cordboard_api::devices::Device;
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::{self, Place},
    api,
    components::{
        button::{DANGER, acts, cancels},
        dialog::{Dialog, consequences},
    },
    form::Form,
    shell::Here,
    words::{Text, tx},
};

pub(super) fn dialog(here: Here, device: RwSignal<Device>, open: RwSignal<bool>) -> impl IntoView {
    let name = Text::new(move || device.with(|device| device.name.to_string()));
    let title = tx(Key::DeviceDeleteTitle, &[("name", name.into())]);
    view! {
        <Dialog open=open title>{move || question(here, device, open)}</Dialog>
    }
}

fn question(here: Here, device: RwSignal<Device>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("deletion");
    let remove = move |_| {
        let device = device.get_untracked();
        form.send(
            move |_| async move { api::devices::remove(here.customer, &device).await },
            move |()| {
                here.saved();
                address::go(&here.to(Place::Devices));
            },
        );
    };
    view! {
        {form.summary()}
        {consequences(
            &[Key::DeviceDeleteKey, Key::DeviceDeleteCredentials, Key::DeviceDeletePassword],
            &[Key::DeviceDeleteStays, Key::DeviceDeleteLine],
        )}
        <div class="form-actions">
            {acts(form, DANGER, Key::DeviceDelete, remove)}
            {cancels(open)}
        </div>
    }
    .into_any()
}
