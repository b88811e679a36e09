//! Where one is in the tree: platform, provider, customer.

use cordboard_messages::Key;
use cordboard_types::NodeId;
use leptos::prelude::*;

use super::Here;
use crate::{
    address::{Address, Place, Room},
    session,
    words::{Text, t},
};

/// One step of the way; the last one is where one is.
fn crumb(name: impl Into<Text>, href: Option<String>) -> AnyView {
    let name = name.into();
    match href {
        Some(href) => view! { <li><a href=href>{name}</a></li> }.into_any(),
        None => view! { <li>{name}</li> }.into_any(),
    }
}

fn way(crumbs: impl IntoView + 'static) -> AnyView {
    view! { <ol>{crumbs}</ol> }.into_any()
}

pub(super) fn plain() -> AnyView {
    way(session::has_customers().then(|| crumb(Key::NavCustomers, Some(Address::Customers.to_string()))))
}

pub(super) fn own() -> AnyView {
    way(crumb(Key::NavOwn, None))
}

/// The node's own name where one has a role in it; what lies above is not said to who has none there.
pub(super) fn of_node(node: NodeId) -> AnyView {
    let name = session::membership(node).map_or_else(|| t(Key::NavNode), |own| own.node_name.into());
    way(crumb(name, Some(Address::Node(node, Room::Dashboard).to_string())))
}

pub(super) fn of_customer(here: Here) -> AnyView {
    let crumbs = move || {
        here.details.data().map(|customer| {
            // Leads to the list of customers, for those who have more than one.
            let list = session::has_customers().then(|| Address::Customers.to_string());
            view! {
                {crumb(customer.provider_name, list)}
                {crumb(customer.name.as_str(), Some(here.to(Place::Overview)))}
            }
        })
    };
    way(crumbs)
}
