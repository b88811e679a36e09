use cordboard_api::users::User;
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::Place,
    api::Listing,
    components::{
        lamp,
        strip::Strip,
        table::{self, Column},
    },
    shell::Here,
    words::t,
};

const COLUMNS: &[Column] = &[
    (Key::ColumnUser, ""),
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

fn row(here: Here, user: &User) -> AnyView {
    let strip = Strip::number(&user.extension, &user.name).href(here.to(Place::User(user.id))).view();
    view! {
        <tr>
            <td>{strip}</td>
            <td class="col-mid">{user.site_name.clone()}</td>
            <td class="number col-mid">{user.devices}</td>
            <td>{lamp::registered(user.registrations)}</td>
        </tr>
    }
    .into_any()
}
