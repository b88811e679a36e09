use cordboard_api::nodes::{ChildNode, Erasure, Node};
use cordboard_types::NodeId;
use leptos::prelude::*;

use crate::{
    api::{self, Listing},
    query::Query,
};

pub(super) fn node(node: NodeId) -> Query<Node> {
    Query::new(&[], move || api::nodes::one(node))
}

pub(super) fn below(node: NodeId) -> Query<Vec<ChildNode>> {
    Query::new(&[], move || api::nodes::organisations(node))
}

pub(super) fn erasures(node: NodeId, pages: RwSignal<usize>) -> Query<Listing<Erasure>> {
    Query::new(&[], move || api::nodes::erasures(node, pages.get()))
}
