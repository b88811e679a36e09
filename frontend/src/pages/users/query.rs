use cordboard_api::{
    devices::Device,
    events::Topic,
    sites::Site,
    users::{CredentialSet, User},
};
use cordboard_types::{LineId, TenantId, UserId};
use leptos::prelude::*;

use crate::{
    api::{self, Listing},
    query::Query,
};

pub(super) fn users(customer: TenantId, pages: RwSignal<usize>) -> Query<Listing<User>> {
    Query::new(&[Topic::User, Topic::Registration, Topic::Device], move || {
        api::users::page(customer, pages.get())
    })
}

pub(super) fn user(customer: TenantId, user: UserId) -> Query<User> {
    Query::new(&[Topic::User, Topic::Registration, Topic::Device], move || api::users::one(customer, user))
}

pub(super) fn devices(customer: TenantId, line: LineId) -> Query<Vec<Device>> {
    Query::new(&[Topic::Device, Topic::Registration], move || api::devices::on_line(customer, line))
}

pub(super) fn credentials(customer: TenantId, line: LineId) -> Query<Vec<CredentialSet>> {
    Query::new(&[Topic::User, Topic::Device], move || api::users::credentials(customer, line))
}

pub(super) fn sites(customer: TenantId) -> Query<Vec<Site>> {
    Query::new(&[Topic::Site], move || api::sites::all(customer))
}
