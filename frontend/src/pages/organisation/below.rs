//! Providers of the platform, resellers of a provider or reseller.

use cordboard_api::nodes::ChildNode;
use cordboard_messages::Key;
use cordboard_types::NodeKind;
use leptos::prelude::*;

use super::{new, query};
use crate::{
    address::{Address, Room},
    components::{
        button::{PRIMARY, opens},
        dialog::Dialog,
        feedback,
        icon::Icon,
        page::panel,
        strip::Strip,
    },
    shell::Node,
    words::t,
};

pub(super) fn section(node: Node, kind: NodeKind, may: bool) -> AnyView {
    let (title, new, nothing) = match kind {
        NodeKind::Platform => (Key::ProvidersTitle, Key::ProviderNew, Key::ProvidersEmpty),
        _ => (Key::ResellersTitle, Key::ResellerNew, Key::ResellersEmpty),
    };
    let adding = RwSignal::new(false);
    let list = query::below(node.id);
    let rows = list.view(feedback::rows_skeleton, move |below| {
        (move || {
            below.with(|below| match below.as_slice() {
                [] => feedback::empty(nothing, Key::ResellersEmptyText, None),
                some => view! { <ul class="rows">{some.iter().map(row).collect::<Vec<_>>()}</ul> }.into_any(),
            })
        })
        .into_any()
    });
    let button = may.then(|| opens(adding, PRIMARY, new));
    let body = view! {
        {rows}
        <Dialog open=adding title=t(new)>{move || new::form(node.id, list, adding)}</Dialog>
    };
    panel(t(title), button, body)
}

fn row(child: &ChildNode) -> impl IntoView + use<> {
    let to = |room| Address::Node(child.id, room).to_string();
    view! {
        <li>
            {Strip::icon(Icon::Network, &child.name).href(to(Room::Dashboard)).view()}
            <a class="button button-small" href=to(Room::Organisation)>{t(Key::NavOrganisation)}</a>
        </li>
    }
}
