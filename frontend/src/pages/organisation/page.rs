use cordboard_api::nodes::Node as Details;
use cordboard_messages::Key;
use cordboard_types::{NodeKind, Permission};
use leptos::prelude::*;

use super::{below, erasures, place, query};
use crate::{
    components::{feedback, page::head},
    query::Query,
    shell::Node,
    words::t,
};

pub(crate) fn page(node: Node) -> AnyView {
    let query = query::node(node.id);
    let body = query.view(feedback::page_skeleton, move |details| about(node, query, details));
    view! { {head(Key::NavOrganisation, None, None)}{body} }.into_any()
}

fn about(node: Node, query: Query<Details>, details: RwSignal<Details>) -> AnyView {
    let kind = details.with_untracked(|details| details.kind);
    let may = node.may(Permission::NodesWrite);
    // The platform has one name, and nowhere to go.
    let own = (kind != NodeKind::Platform).then(|| place::panel(details, may, move || query.refetch()));
    view! {
        <div class="stack">
            <p class="panel-note">{t(Key::OrganisationHelp)}</p>
            {below::section(node, kind, may)}
            {own}
            {node.may(Permission::NodesRead).then(|| erasures::section(node))}
        </div>
    }
    .into_any()
}
