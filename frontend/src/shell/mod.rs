//! The frame around pages: the board at the top, the navigation, what waits to be published.

mod acting;
mod board;
mod crumbs;
mod here;
pub(crate) mod nav;
mod node;
mod person;
mod publish;

use cordboard_messages::Key;
use cordboard_types::{NodeId, TenantId};
use leptos::prelude::*;

pub(crate) use here::Here;
pub(crate) use node::Node;

use crate::{
    address::{Address, Place},
    pages, palette,
    words::t,
};

/// Pages that belong to nobody's node.
pub(crate) fn plain(address: Memo<Address>) -> AnyView {
    let main = move || pages::outside(address.get());
    frame(crumbs::plain(), None, Vec::new(), main.into_any(), ().into_any())
}

/// One's own pages.
pub(crate) fn own(address: Memo<Address>) -> AnyView {
    let main = move || pages::outside(address.get());
    frame(crumbs::own(), None, nav::own(address), main.into_any(), ().into_any())
}

/// Pages of a provider, a reseller, the platform.
pub(crate) fn node(node: NodeId, address: Memo<Address>) -> AnyView {
    let main = move || pages::of_node(Node::plain(node), address.get());
    frame(crumbs::of_node(node), None, nav::of_node(node, address), main.into_any(), ().into_any())
}

/// Pages of a customer.
pub(crate) fn customer(customer: TenantId, address: Memo<Address>) -> AnyView {
    let here = Here::open(customer);
    let place = Memo::new(move |_| address.get().place());
    let section = Memo::new(move |_| place.get().and_then(Place::section));
    let main = move || place.get().map(|place| pages::inside(here, place));
    let lamp = board::live(here.live);
    frame(
        crumbs::of_customer(here),
        Some(lamp),
        nav::of_customer(here, section),
        main.into_any(),
        publish::bar(here).into_any(),
    )
}

/// Everything around a page. `below` lies over the page's lower end.
fn frame(
    crumbs: AnyView,
    lamp: Option<AnyView>,
    groups: Vec<nav::Group>,
    main: AnyView,
    below: AnyView,
) -> AnyView {
    let body = if groups.is_empty() { "body body-plain" } else { "body" };
    let menu = RwSignal::new(false);
    let has_nav = !groups.is_empty();
    palette::offer(&groups);
    let groups = StoredValue::new(groups);
    view! {
        <div class="shell">
            <a class="skip" href="#main" rel="external">{t(Key::SkipToContent)}</a>
            <div class="shell-head">
                {acting::banner()}
                {board::board(crumbs, lamp, has_nav.then_some(menu))}
            </div>
            <div class=body>
                {has_nav.then(|| nav::side(groups, menu))}
                <main class="main" id="main" tabindex="-1">{main}</main>
            </div>
            {below}
        </div>
    }
    .into_any()
}
