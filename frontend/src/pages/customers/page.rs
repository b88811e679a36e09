use cordboard_messages::Key;
use leptos::prelude::*;

use super::{query, table};
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
    let pages = RwSignal::new(1);
    let customers = query::customers(pages);
    let list = customers.view(feedback::rows_skeleton, move |listing| {
        view! {
            <Show when=move || !listing.with(|l| l.items.is_empty()) fallback=nothing>
                {table::table(listing, pages)}
            </Show>
        }
        .into_any()
    });
    // An empty list offers the button itself.
    let button = move || customers.data().is_none_or(|list| !list.items.is_empty()).then(new_button);
    view! { {head(t(Key::CustomersTitle), None, Some(button.into_any()))}{list} }.into_any()
}

fn nothing() -> AnyView {
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
