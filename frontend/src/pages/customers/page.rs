use cordboard_messages::Key;
use leptos::prelude::*;

use super::table;
use crate::{
    address::Address,
    components::{
        feedback,
        icon::{Icon, icon},
        page::head,
    },
    session,
    words::t,
};

pub(crate) fn page() -> AnyView {
    let (list, customers) = table::table();
    // An empty list offers the button itself.
    let button = move || customers.data().is_none_or(|list| !list.items.is_empty()).then(new_button);
    view! { {head(t(Key::CustomersTitle), None, Some(button.into_any()))}{list} }.into_any()
}

pub(super) fn nothing() -> AnyView {
    feedback::empty(Key::CustomersEmpty, Key::CustomersEmptyText, new_button())
}

fn new_button() -> Option<AnyView> {
    session::may_create_customers().then(|| {
        view! {
            <a class="button button-primary" href=Address::NewCustomer.to_string()>
                {icon(Icon::Plus)}{t(Key::CustomerNew)}
            </a>
        }
        .into_any()
    })
}
