use cordboard_api::devices::{Device, DeviceKind};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::first_contact;
use crate::{
    address::Place,
    api::Listing,
    components::{
        copy::copied,
        icon::Icon,
        lamp,
        strip::Strip,
        table::{self, Column, Row},
        time::time,
    },
    shell::Here,
    words::{t, tx},
};

const COLUMNS: &[Column] = &[
    (Key::ColumnDevice, ""),
    (Key::ColumnLine, "col-mid"),
    (Key::ColumnMac, "col-wide"),
    (Key::ColumnStatus, ""),
    (Key::ColumnLastAccess, "col-mid"),
];

pub(super) fn table(here: Here, devices: RwSignal<Listing<Device>>, pages: RwSignal<usize>) -> AnyView {
    table::table(
        t(Key::NavDevices),
        COLUMNS,
        move || devices.with(|list| list.items.iter().map(|device| row(here, device)).collect()),
        table::more(move || devices.with(|list| list.more), pages),
    )
}

/// The picture of a kind of device.
pub(super) fn picture(kind: DeviceKind) -> Icon {
    match kind {
        DeviceKind::Phone | DeviceKind::DectHandset => Icon::Phone,
        DeviceKind::DectSystem => Icon::RadioTower,
    }
}

/// The line of a phone, or how many handsets a DECT system has.
pub(super) fn line_of(device: &Device) -> AnyView {
    match &device.line {
        Some(line) => Strip::number(&line.extension, &line.name).view(),
        None => {
            let count = u32::try_from(device.handsets.len()).unwrap_or(u32::MAX);
            tx(Key::DeviceHandsets, &[("count", count.into())]).into_any()
        }
    }
}

fn row(here: Here, device: &Device) -> Row {
    let strip = Strip::icon(picture(device.kind), &device.name).href(here.to(Place::Device(device.id)));
    let model = (device.model_name != device.name.as_str())
        .then(|| view! { <small>{device.model_name.clone()}</small> });
    vec![
        view! { {strip.view()}{model} }.into_any(),
        line_of(device),
        view! { {device.mac.as_ref().map(|mac| copied(mac.with_colons()))}{provisioning_mac(device)} }
            .into_any(),
        view! { {lamp::status(&device.status)}<small>{lamp::registered(device.registrations)}</small> }
            .into_any(),
        last_access(device),
    ]
}

fn provisioning_mac(device: &Device) -> Option<AnyView> {
    let word = || view! { <small><span>{t(Key::ColumnProvisioningMac)}</span>{first_contact::lamp_of(device)}</small> };
    device.mac.as_ref().map(|_| word().into_any())
}

fn last_access(device: &Device) -> AnyView {
    match &device.last_access {
        Some(access) => view! { {time(access.at)}<small class="mono">{access.ip.clone()}</small> }.into_any(),
        None => view! { <span class="muted">{t(Key::AccessNever)}</span> }.into_any(),
    }
}
