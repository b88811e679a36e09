//! The tree of the organisation: what lies where, its names, its moves, and what shows that something was erased.

use cordboard_api::nodes::{ChildNode, Concern, Erasure, NewNode, Node, NodeChange, NodeMove, Overview};
use cordboard_types::{NodeId, NodeKind};
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{ALL, Terms, get, list, send},
};
use crate::address::with_query;

pub(crate) async fn one(node: NodeId) -> Answer<Node> {
    get(&format!("/nodes/{node}")).await
}

/// Providers below the platform, resellers below a provider or a reseller.
pub(crate) async fn organisations(node: NodeId) -> Answer<Vec<ChildNode>> {
    let mut all = Vec::new();
    for kind in [NodeKind::Provider, NodeKind::Reseller] {
        all.extend(list::<ChildNode>(&format!("/nodes/{node}/children?kind={kind}"), ALL).await?.items);
    }
    Ok(all)
}

pub(crate) async fn create(node: NodeId, key: String, body: NewNode) -> Answer<Node> {
    send(Method::POST, &format!("/nodes/{node}/children"), &Terms::create(key), &body).await
}

pub(crate) async fn rename(node: NodeId, version: i64, body: NodeChange) -> Answer<Node> {
    send(Method::PATCH, &format!("/nodes/{node}"), &Terms::version(version), &body).await
}

pub(crate) async fn move_to(node: NodeId, version: i64, to: NodeId) -> Answer<Node> {
    send(Method::POST, &format!("/nodes/{node}/moves"), &Terms::version(version), &NodeMove { to }).await
}

/// What there is below, with the first `pages` pages of customers that need somebody.
pub(crate) async fn overview(node: NodeId, pages: usize) -> Answer<Overview> {
    let path = format!("/nodes/{node}/overview");
    let mut seen: Overview = get(&path).await?;
    let mut concerns: Vec<Concern> = std::mem::take(&mut seen.concerns.items);
    for _ in 1..pages {
        let Some(after) = seen.concerns.next.take() else { break };
        let more: Overview = get(&with_query(&path, &[("after", after)])).await?;
        concerns.extend(more.concerns.items);
        seen.concerns.next = more.concerns.next;
    }
    seen.concerns.items = concerns;
    Ok(seen)
}

/// Newest first.
pub(crate) async fn erasures(node: NodeId, pages: usize) -> Answer<Listing<Erasure>> {
    list(&format!("/nodes/{node}/erasures"), pages).await
}
