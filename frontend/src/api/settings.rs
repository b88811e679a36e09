//! Settings of a node, and what the sign-in page is made of.

use cordboard_api::{
    Page,
    settings::{Branding, Setting, SettingChange},
};
use cordboard_types::{NodeId, SettingName};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, act, get, send},
};
use crate::address::with_query;

fn path(node: NodeId, name: SettingName) -> String {
    format!("/nodes/{node}/settings/{name}")
}

/// Every setting, in force or not.
pub(crate) async fn all(node: NodeId) -> Answer<Vec<Setting>> {
    let page: Page<Setting> = get(&format!("/nodes/{node}/settings")).await?;
    Ok(page.items)
}

pub(crate) async fn set(
    node: NodeId,
    name: SettingName,
    version: i64,
    body: SettingChange,
) -> Answer<Setting> {
    send(Method::PUT, &path(node, name), &Terms::version(version), &body).await
}

/// Takes the node's own value away: the inherited one is in force again.
pub(crate) async fn unset(node: NodeId, name: SettingName, version: i64) -> Answer<Setting> {
    act(Method::DELETE, &path(node, name), &Terms::version(version)).await
}

/// The look under a host name.
pub(crate) async fn branding(host: String) -> Answer<Branding> {
    get(&with_query("/branding", &[("host", host)])).await
}
