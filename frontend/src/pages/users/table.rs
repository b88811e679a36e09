use cordboard_api::users::User;
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::Place,
    api::Listing,
    components::{
        lamp,
        strip::Strip,
        table::{self, Column, Row},
    },
    shell::Here,
    words::t,
};

const COLUMNS: &[Column] = &[
    (Key::ColumnUser, "roomy"),
    (Key::ColumnSite, "col-mid"),
    (Key::ColumnDevices, "number col-mid"),
    (Key::ColumnRegistration, ""),
];

pub(super) fn table(here: Here, users: RwSignal<Listing<User>>, pages: RwSignal<usize>) -> AnyView {
    table::table(
        t(Key::NavUsers),
        COLUMNS,
        move || users.with(|list| list.items.iter().map(|user| row(here, user)).collect()),
        table::more(move || users.with(|list| list.more), pages),
    )
}

fn row(here: Here, user: &User) -> Row {
    let strip = Strip::number(&user.extension, &user.name).href(here.to(Place::User(user.id))).view();
    vec![
        strip,
        user.site_name.clone().into_any(),
        user.devices.into_any(),
        lamp::registered(user.registrations),
    ]
}
