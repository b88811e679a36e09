//! Every page, by its address.

mod audit;
mod customers;
mod dashboard;
mod devices;
pub(crate) mod entrance;
#[cfg(debug_assertions)]
mod gallery;
mod groups;
mod home;
mod journal;
mod limits;
mod manage;
mod organisation;
mod overview;
mod own;
mod people;
mod registrations;
mod roles;
mod settings;
mod sites;
mod user_import;
mod users;

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::{Address, Place, Room},
    components::feedback,
    shell::{Here, Node},
    words::t,
};

/// Pages that belong to no node.
pub(crate) fn outside(address: Address) -> AnyView {
    match address {
        Address::Home => home::page(),
        Address::Customers => customers::page::page(),
        Address::NewCustomer => customers::form::page(),
        Address::Own(own) => own::page(own),
        Address::Customer(..)
        | Address::Node(..)
        | Address::Door(_)
        | Address::Gallery
        | Address::Unknown => nowhere(Address::Home.to_string()),
    }
}

/// Every component in every state; a release has no such page.
pub(crate) fn gallery() -> AnyView {
    #[cfg(debug_assertions)]
    let page = gallery::page();
    #[cfg(not(debug_assertions))]
    let page = nowhere(Address::Home.to_string());
    page
}

/// Pages of a provider, a reseller, the platform.
pub(crate) fn of_node(node: Node, address: Address) -> AnyView {
    match address {
        Address::Node(_, Room::Customers) => customers::page::page(),
        Address::Node(_, Room::Dashboard) => dashboard::page(node),
        Address::Node(_, room) => of_any(node, room),
        other => outside(other),
    }
}

/// Pages that every node has, a customer's too.
fn of_any(node: Node, room: Room) -> AnyView {
    match room {
        Room::People => people::page(node),
        Room::Roles => roles::page(node),
        Room::NewRole => roles::new(node),
        Room::Role(role) => roles::change(node, role),
        Room::Settings => settings::page(node),
        Room::Limits => limits::page(node),
        Room::Audit => audit::page(node),
        Room::Organisation if !node.is_customer() => organisation::page(node),
        Room::Dashboard | Room::Customers | Room::Organisation | Room::Unknown => {
            nowhere(Address::Home.to_string())
        }
    }
}

/// Pages of a customer.
pub(crate) fn inside(here: Here, place: Place) -> AnyView {
    match place {
        Place::Overview => overview::page::page(here),
        Place::Users => users::page::page(here),
        Place::NewUser => users::form::page(here),
        Place::User(user) => users::user::page(here, user),
        Place::ImportUsers => user_import::file(here),
        Place::UserImport(import) => user_import::import(here, import),
        Place::Groups(groups) => groups::page(here, groups),
        Place::Devices => devices::page::page(here),
        Place::NewDevice(line) => devices::form::page(here, line),
        Place::Device(device) => devices::device::page(here, device),
        Place::Registrations => registrations::page(here),
        Place::Journal => journal::page(here),
        Place::Sites => sites::page::page(here),
        Place::NewSite => sites::form::page(here),
        Place::Site(site) => sites::site::page(here, site),
        Place::Room(room) => of_any(Node::of_customer(here.customer), room),
        Place::Usage => limits::page(Node::of_customer(here.customer)),
        Place::Manage => manage::page(here),
        Place::Unknown => nowhere(here.to(Place::Overview)),
    }
}

fn nowhere(back: String) -> AnyView {
    let action = view! { <a class="button" href=back>{t(Key::NowhereBack)}</a> };
    feedback::empty(Key::NowhereTitle, Key::NowhereText, Some(action.into_any()))
}
