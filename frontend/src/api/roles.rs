//! Roles: the predefined ones of a node and those somebody made.

use cordboard_api::{
    Page,
    people::{Role, RoleDraft, RoleMade},
};
use cordboard_types::{NodeId, RoleId};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, act, get, send},
};

/// All of them: there are few.
pub(crate) async fn all(node: NodeId) -> Answer<Vec<Role>> {
    let page: Page<Role> = get(&format!("/nodes/{node}/roles")).await?;
    Ok(page.items)
}

pub(crate) async fn create(node: NodeId, key: String, body: RoleDraft) -> Answer<RoleMade> {
    send(Method::POST, &format!("/nodes/{node}/roles"), &Terms::create(key), &body).await
}

pub(crate) async fn change(node: NodeId, role: RoleId, version: i64, body: RoleDraft) -> Answer<()> {
    send(Method::PUT, &format!("/nodes/{node}/roles/{role}"), &Terms::version(version), &body).await
}

pub(crate) async fn remove(node: NodeId, role: RoleId, version: i64) -> Answer<()> {
    act(Method::DELETE, &format!("/nodes/{node}/roles/{role}"), &Terms::version(version)).await
}
