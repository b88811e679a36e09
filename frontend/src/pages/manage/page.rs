use cordboard_api::{customers::Customer, nodes::Node};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{closing, exports, standing, suspension};
use crate::{
    api,
    components::{
        feedback,
        page::{head, panel},
    },
    pages::organisation::place,
    query::Query,
    shell::Here,
    words::t,
};

pub(crate) fn page(here: Here) -> AnyView {
    let node = Query::new(&[], move || api::nodes::one(here.customer.into()));
    let body = node.view(feedback::page_skeleton, move |node| {
        here.details.view(feedback::page_skeleton, move |customer| about(here, node, customer)).into_any()
    });
    view! { {head(Key::NavManage, None, None)}{body} }.into_any()
}

fn about(here: Here, node: RwSignal<Node>, customer: RwSignal<Customer>) -> AnyView {
    let renamed = move || {
        here.details.refetch();
        leptos::task::spawn_local(async move {
            if let Ok(now) = api::nodes::one(here.customer.into()).await {
                node.try_set(now);
            }
        });
    };
    let state = move || customer.with(|customer| standing::view(&customer.standing));
    // Whoever may close it sees what would be taken along.
    let archive = here.may(Permission::CustomersClose).then(|| exports::open(here));
    view! {
        <div class="stack">
            {panel(t(Key::StandingTitle), suspension::buttons(here, customer), state)}
            {place::panel(node, here.may(Permission::CustomersWrite), renamed)}
            {archive.map(|archive| view! { {exports::section(here, archive)}{closing::section(here, customer, archive)} })}
        </div>
    }
    .into_any()
}
