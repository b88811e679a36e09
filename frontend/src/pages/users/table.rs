use std::sync::Arc;

use cordboard_api::{events::Topic, users::User};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{drawer, page, removal};
use crate::{
    api::{self, Listing},
    components::{
        data_table::{Bulk, Column, DataTable},
        lamp,
        strip::Strip,
    },
    query::Query,
    shell::Here,
};

pub(super) fn table(here: Here) -> (AnyView, Query<Listing<User>>) {
    let table = DataTable {
        id: "users",
        name: Key::NavUsers,
        columns: columns(),
        row_id: |user: &User| user.id.to_string(),
        row_name: |user: &User| user.name.to_string(),
        searches: true,
        filters: Vec::new(),
        bulk: bulk(here),
        export: Some(api::users::export(here.customer)),
        drawer: Some(Arc::new(move |user| drawer::view(here, user))),
        empty: Arc::new(move || page::empty(here)),
    };
    table.view(&[Topic::User, Topic::Registration, Topic::Device], move |ask, pages| async move {
        api::users::listed(here.customer, &ask.asked(), pages).await
    })
}

fn columns() -> Vec<Column<User>> {
    vec![
        Column::new("name", Key::ColumnUser, "roomy", |user: &User| {
            Strip::number(&user.extension, &user.name).view()
        })
        .sorts_up(),
        Column::new("login", Key::UserLogin, "breakable col-mid", |user: &User| {
            user.login.to_string().into_any()
        })
        .sorts_up(),
        Column::new("email", Key::UserEmail, "breakable col-wide", |user: &User| {
            user.email.as_ref().map(ToString::to_string).into_any()
        }),
        Column::new("site", Key::ColumnSite, "breakable col-wide", |user: &User| {
            user.site_name.clone().into_any()
        }),
        Column::new("devices", Key::ColumnDevices, "number col-mid", |user: &User| user.devices.into_any()),
        Column::new("registration", Key::ColumnRegistration, "", |user: &User| {
            lamp::registered(user.registrations)
        }),
    ]
}

fn bulk(here: Here) -> Vec<Bulk<User>> {
    let delete = Bulk::new(Key::UsersDelete, move |user: User| async move {
        api::users::remove(here.customer, &user).await?;
        here.saved();
        Ok(())
    })
    .asks(removal::LOST, removal::KEPT);
    if here.may(Permission::UsersWrite) { vec![delete] } else { Vec::new() }
}
