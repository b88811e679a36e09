//! Every page, by its address.

mod customers;
mod devices;
mod home;
mod journal;
mod overview;
mod registrations;
pub(crate) mod sign_in;
mod sites;
mod users;

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::{Address, Place},
    components::feedback,
    shell::Here,
    words::t,
};

/// Pages that belong to no customer.
pub(crate) fn outside(address: Address) -> AnyView {
    match address {
        Address::Home => home::page(),
        Address::Customers => customers::page::page(),
        Address::NewCustomer => customers::form::page(),
        Address::Customer(..) | Address::Unknown => nowhere(Address::Home.to_string()),
    }
}

/// Pages of a customer.
pub(crate) fn inside(here: Here, place: Place) -> AnyView {
    match place {
        Place::Overview => overview::page::page(here),
        Place::Users => users::page::page(here),
        Place::NewUser => users::form::page(here),
        Place::User(user) => users::user::page(here, user),
        Place::Devices => devices::page::page(here),
        Place::NewDevice(line) => devices::form::page(here, line),
        Place::Device(device) => devices::device::page(here, device),
        Place::Registrations => registrations::page(here),
        Place::Journal => journal::page(here),
        Place::Sites => sites::page::page(here),
        Place::NewSite => sites::form::page(here),
        Place::Site(site) => sites::site::page(here, site),
        Place::Unknown => nowhere(here.to(Place::Overview)),
    }
}

fn nowhere(back: String) -> AnyView {
    let action = view! { <a class="button" href=back>{t(Key::NowhereBack)}</a> };
    feedback::empty(Key::NowhereTitle, Key::NowhereText, Some(action.into_any()))
}
