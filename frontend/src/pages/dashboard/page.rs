use cordboard_api::nodes::Overview;
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{concerns, query};
use crate::{
    address::{Address, Room},
    components::{
        feedback,
        icon::{Icon, icon},
        lamp::{Light, lamp},
        page::{head, panel},
        table, time,
    },
    session,
    shell::Node,
    words::{Text, t, tx},
};

pub(crate) fn page(node: Node) -> AnyView {
    let pages = RwSignal::new(1);
    let body = query::overview(node.id, pages).view(feedback::page_skeleton, move |seen| {
        view! {
            <div class="stack">
                {panel(t(Key::TodayTitle), None, today(seen, pages))}
                {move || seen.with(|seen| counts(node, seen))}
            </div>
        }
        .into_any()
    });
    let new = session::may_create_customers().then(|| {
        view! {
            <a class="button button-primary" href=Address::NewCustomer.to_string()>{icon(Icon::Plus)}{t(Key::CustomerNew)}</a>
        }
        .into_any()
    });
    view! { {head(Key::NavDashboard, None, new)}{body} }.into_any()
}

fn today(seen: RwSignal<Overview>, pages: RwSignal<usize>) -> impl IntoView {
    let rows = move || {
        seen.with(|seen| match seen.concerns.items.as_slice() {
            [] if seen.customers == 0 => feedback::empty(Key::CustomersEmpty, Key::CustomersEmptyText, None),
            [] => view! { <p>{lamp(Light::On, Key::DashboardNothing)}</p> }.into_any(),
            some => {
                let rows: Vec<_> = some.iter().map(concerns::row).collect();
                view! { <ul class="tasks">{rows}</ul> }.into_any()
            }
        })
    };
    view! { {rows}{table::more(move || seen.with(|seen| seen.concerns.next.is_some()), pages)} }
}

fn counts(node: Node, seen: &Overview) -> AnyView {
    let customers = Address::Node(node.id, Room::Customers).to_string();
    let standing = [(seen.suspended, Key::DashboardSuspended), (seen.closed, Key::DashboardClosed)]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| tx(key, &[("count", count.into())]))
        .reduce(|one, other| one.join(", ", other));
    let card = |href: String, number: Text, name: Key, note: Option<Text>| {
        view! {
            <a class="count" href=href>
                <span class="count-number">{number}</span>
                <span class="count-name">{t(name)}</span>
                {note.map(|note| view! { <span class="count-note">{note}</span> })}
            </a>
        }
    };
    let limits = node.may(Permission::LimitsWrite).then(|| {
        view! {
            <a class="count" href=node.to(Room::Limits)>
                <span class="count-icon">{icon(Icon::Gauge)}</span>
                <span class="count-name">{t(Key::NavLimits)}</span>
                <span class="count-note">{t(Key::DashboardLimits)}</span>
            </a>
        }
    });
    view! {
        <div class="counts">
            {card(customers.clone(), time::number(seen.customers), Key::NavCustomers, standing)}
            {card(customers.clone(), time::number(seen.sites), Key::NavSites, None)}
            {card(customers.clone(), time::number(seen.devices), Key::NavDevices, None)}
            {card(customers, time::number(seen.registrations), Key::NavRegistrations, None)}
            {limits}
        </div>
    }
    .into_any()
}
