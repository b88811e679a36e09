//! Where one lands: a provider at its dashboard; with one customer its overview, with several their list, with none one's profile.

use cordboard_api::customers::Customer;
use leptos::prelude::*;

use crate::{
    address::{self, Address, Own, Place, Room},
    api::{self, Listing},
    components::feedback,
    query::Query,
    session,
};

pub(crate) fn page() -> AnyView {
    // Who may see no customer lands where they may do something.
    if !session::reads_customers() {
        address::replace(&Address::Own(Own::Profile).to_string());
        return feedback::page_skeleton();
    }
    if let Some(home) = session::home_node() {
        address::replace(&Address::Node(home.node, Room::Dashboard).to_string());
        return feedback::page_skeleton();
    }
    let query = Query::new(&[], || api::customers::listed(&[], 1));
    query.view(feedback::page_skeleton, |customers| move_on(&customers.get_untracked())).into_any()
}

fn move_on(customers: &Listing<Customer>) -> AnyView {
    match customers.items.as_slice() {
        [only] if !customers.more => address::replace(&Place::Overview.of(only.id)),
        _ => address::replace(&Address::Customers.to_string()),
    }
    feedback::page_skeleton()
}
