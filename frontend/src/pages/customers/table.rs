use std::sync::Arc;

use cordboard_api::customers::{Customer, CustomerCounts};
use cordboard_messages::Key;
use cordboard_types::CustomerState;
use leptos::prelude::*;

use crate::{
    address::Place,
    api::{self, Listing},
    components::{
        data_table::{Column, DataTable},
        icon::Icon,
        lamp::{Light, lamp},
        strip::Strip,
        time::number,
    },
    pages::manage,
    query::Query,
    words::{t, tx},
};

pub(super) fn table() -> (AnyView, Query<Listing<Customer>>) {
    let table = DataTable {
        id: "customers",
        name: Key::CustomersTitle,
        columns: columns(),
        row_id: |customer: &Customer| customer.id.to_string(),
        row_name: |customer: &Customer| customer.name.to_string(),
        searches: true,
        filters: Vec::new(),
        bulk: Vec::new(),
        export: None,
        drawer: None,
        empty: Arc::new(super::page::nothing),
    };
    table.view(&[], move |ask, pages| async move { api::customers::listed(&ask.asked(), pages).await })
}

fn columns() -> Vec<Column<Customer>> {
    let count = |id, name, class, of: fn(&CustomerCounts) -> u32| {
        Column::new(id, name, class, move |customer: &Customer| number(of(&customer.counts)).into_any())
    };
    vec![
        Column::new("name", Key::ColumnCustomer, "roomy", |customer: &Customer| {
            Strip::icon(Icon::Building, &customer.name).href(Place::Overview.of(customer.id)).view()
        }),
        Column::new("provider", Key::ColumnProvider, "breakable col-wide", |customer: &Customer| {
            customer.provider_name.clone().into_any()
        }),
        Column::new("status", Key::ColumnStatus, "col-mid", status),
        count("sites", Key::ColumnSites, "number col-mid", |counts| counts.sites),
        count("lines", Key::ColumnLines, "number col-mid", |counts| counts.lines),
        count("devices", Key::ColumnDevices, "number", |counts| counts.devices),
        count("registered", Key::ColumnRegistered, "number", |counts| counts.registrations),
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
