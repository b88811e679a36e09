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
        table::{self, Column},
        time::time,
    },
    shell::Here,
    words::{t, tx},
};

const COLUMNS: &[Column] = &[
    (Key::ColumnDevice, ""),
    (Key::ColumnLine, "col-mid"),
    (Key::ColumnMac, "col-mid"),
    (Key::ColumnProvisioningMac, "col-wide"),
    (Key::ColumnStatus, ""),
    (Key::ColumnLastAccess, "col-wide"),
    (Key::ColumnRegistration, "col-mid"),
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

fn row(here: Here, device: &Device) -> AnyView {
    let strip = Strip::icon(picture(device.kind), &device.name).href(here.to(Place::Device(device.id)));
    let model = (device.model_name != device.name.as_str())
        .then(|| view! { <small>{device.model_name.clone()}</small> });
    let never = || view! { <span class="muted">{t(Key::AccessNever)}</span> }.into_any();
    view! {
        <tr>
            <td>{strip.view()}{model}</td>
            <td class="col-mid">{line_of(device)}</td>
            <td class="col-mid">{device.mac.as_ref().map(|mac| copied(mac.with_colons()))}</td>
            <td class="col-wide">{first_contact::lamp_of(device)}</td>
            <td>{lamp::status(&device.status)}</td>
            <td class="col-wide">{device.last_access.as_ref().map_or_else(never, |access| time(access.at))}</td>
            <td class="col-mid">{lamp::registered(device.registrations)}</td>
        </tr>
    }
    .into_any()
}
