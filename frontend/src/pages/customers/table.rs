use cordboard_api::customers::{Customer, CustomerCounts};
use cordboard_messages::Key;
use cordboard_types::CustomerState;
use leptos::prelude::*;

use crate::{
    address::Place,
    api::Listing,
    components::{
        icon::Icon,
        lamp::{Light, lamp},
        strip::Strip,
        table::{self, Column, Row},
        time::number,
    },
    pages::manage,
    words::{t, tx},
};

const COLUMNS: &[Column] = &[
    (Key::ColumnCustomer, "roomy"),
    (Key::ColumnProvider, "col-wide"),
    (Key::ColumnStatus, "col-mid"),
    (Key::ColumnSites, "number col-mid"),
    (Key::ColumnLines, "number col-mid"),
    (Key::ColumnDevices, "number"),
    (Key::ColumnRegistered, "number"),
];

pub(super) fn table(customers: RwSignal<Listing<Customer>>, pages: RwSignal<usize>) -> AnyView {
    table::table(
        t(Key::CustomersTitle),
        COLUMNS,
        move || customers.with(|list| list.items.iter().map(row).collect()),
        table::more(move || customers.with(|list| list.more), pages),
    )
}

fn row(customer: &Customer) -> Row {
    let strip = Strip::icon(Icon::Building, &customer.name).href(Place::Overview.of(customer.id)).view();
    let counts = &customer.counts;
    vec![
        strip,
        customer.provider_name.clone().into_any(),
        status(customer),
        number(counts.sites).into_any(),
        number(counts.lines).into_any(),
        number(counts.devices).into_any(),
        number(counts.registrations).into_any(),
    ]
}

fn light(counts: &CustomerCounts) -> Light {
    match (counts.devices, counts.confirmed) {
        (0, _) => Light::Unknown,
        (devices, confirmed) if confirmed >= devices => Light::On,
        _ => Light::UnderWay,
    }
}

/// How it stands comes before how its devices are.
fn status(customer: &Customer) -> AnyView {
    match customer.standing.state {
        CustomerState::Active => devices_lamp(&customer.counts),
        CustomerState::Suspended | CustomerState::Closed => manage::lamp(&customer.standing),
    }
}

fn devices_lamp(counts: &CustomerCounts) -> AnyView {
    let light = light(counts);
    let numbers = [("confirmed", counts.confirmed.into()), ("devices", counts.devices.into())];
    let word = match light {
        Light::Unknown => t(Key::CustomerNoDevices),
        Light::On => t(Key::CustomerAllConfirmed),
        _ => tx(Key::CustomerSomeConfirmed, &numbers),
    };
    lamp(light, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_customer_is_on_only_when_every_device_is() {
        let of = |devices, confirmed| {
            light(&CustomerCounts { sites: 1, lines: 1, devices, confirmed, registrations: 0 })
        };
        assert_eq!([of(0, 0), of(2, 1), of(2, 2)], [Light::Unknown, Light::UnderWay, Light::On]);
    }
}
