//! What customers may have of something, how much they have, and what is to be seen to.

use cordboard_api::{
    Page,
    limits::{LimitChange, OwnLimit, Usage, UsageList, Warning},
};
use cordboard_types::{LimitName, NodeId, TenantId};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, act, get, send},
};

fn path(node: NodeId, name: LimitName) -> String {
    format!("/nodes/{node}/limits/{name}")
}

/// What is set in the node itself.
pub(crate) async fn own(node: NodeId) -> Answer<Vec<OwnLimit>> {
    let page: Page<OwnLimit> = get(&format!("/nodes/{node}/limits")).await?;
    Ok(page.items)
}

pub(crate) async fn set(node: NodeId, name: LimitName, version: i64, body: LimitChange) -> Answer<()> {
    send(Method::PUT, &path(node, name), &Terms::version(version), &body).await
}

/// Takes the node's own limit away: the inherited one is in force again.
pub(crate) async fn unset(node: NodeId, name: LimitName, version: i64) -> Answer<()> {
    act(Method::DELETE, &path(node, name), &Terms::version(version)).await
}

pub(crate) async fn usage(customer: TenantId) -> Answer<Vec<Usage>> {
    let list: UsageList = get(&format!("/customers/{customer}/usage")).await?;
    Ok(list.items)
}

/// The gravest first.
pub(crate) async fn warnings(customer: TenantId) -> Answer<Vec<Warning>> {
    let page: Page<Warning> = get(&format!("/customers/{customer}/warnings")).await?;
    Ok(page.items)
}
