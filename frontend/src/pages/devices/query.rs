use cordboard_api::{
    catalogue::Model,
    changes::Release,
    devices::{Device, Fetch, RenderedFile},
    events::Topic,
    registrations::Registration,
    sites::Site,
    users::User,
};
use cordboard_types::{DeviceId, TenantId};
use leptos::prelude::*;

use crate::{
    api::{self, Listing},
    query::Query,
};

pub(super) fn devices(customer: TenantId, pages: RwSignal<usize>) -> Query<Listing<Device>> {
    Query::new(&[Topic::Device, Topic::Registration, Topic::Change], move || {
        api::devices::page(customer, pages.get())
    })
}

pub(super) fn device(customer: TenantId, device: DeviceId) -> Query<Device> {
    Query::new(&[Topic::Device, Topic::Registration, Topic::Change], move || {
        api::devices::one(customer, device)
    })
}

pub(super) fn registrations(customer: TenantId, device: DeviceId) -> Query<Vec<Registration>> {
    Query::new(&[Topic::Registration], move || api::devices::registrations(customer, device))
}

pub(super) fn files(customer: TenantId, device: DeviceId) -> Query<Vec<RenderedFile>> {
    Query::new(&[Topic::Device, Topic::Change], move || api::devices::files(customer, device))
}

pub(super) fn releases(customer: TenantId, device: DeviceId) -> Query<Vec<Release>> {
    Query::new(&[Topic::Device, Topic::Change], move || api::devices::releases(customer, device))
}

pub(super) fn fetches(customer: TenantId, device: DeviceId) -> Query<Vec<Fetch>> {
    Query::new(&[Topic::Device], move || api::devices::fetches(customer, device))
}

pub(super) fn models() -> Query<Vec<Model>> {
    Query::new(&[], api::catalogue::models)
}

/// Every user, as the choice of a line.
pub(super) fn users(customer: TenantId) -> Query<Vec<User>> {
    Query::new(&[Topic::User], move || api::users::all(customer))
}

pub(super) fn sites(customer: TenantId) -> Query<Vec<Site>> {
    Query::new(&[Topic::Site], move || api::sites::all(customer))
}
