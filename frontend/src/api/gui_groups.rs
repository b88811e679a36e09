//! GUI groups: which web modules are shown.

use cordboard_api::{
    Page,
    groups::{GuiGroup, GuiGroupChange, NewGuiGroup},
};
use cordboard_types::{GuiGroupId, TenantId};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, act, get, send},
};

fn path(customer: TenantId, group: GuiGroupId) -> String {
    format!("/customers/{customer}/gui-groups/{group}")
}

/// All of them: there are few.
pub(crate) async fn all(customer: TenantId) -> Answer<Vec<GuiGroup>> {
    let page: Page<GuiGroup> = get(&format!("/customers/{customer}/gui-groups")).await?;
    Ok(page.items)
}

pub(crate) async fn one(customer: TenantId, group: GuiGroupId) -> Answer<GuiGroup> {
    get(&path(customer, group)).await
}

pub(crate) async fn create(customer: TenantId, key: String, body: NewGuiGroup) -> Answer<GuiGroup> {
    send(Method::POST, &format!("/customers/{customer}/gui-groups"), &Terms::create(key), &body).await
}

pub(crate) async fn change(
    customer: TenantId,
    group: GuiGroupId,
    version: i64,
    body: GuiGroupChange,
) -> Answer<GuiGroup> {
    send(Method::PATCH, &path(customer, group), &Terms::version(version), &body).await
}

pub(crate) async fn remove(customer: TenantId, group: GuiGroupId, version: i64) -> Answer<()> {
    act(Method::DELETE, &path(customer, group), &Terms::version(version)).await
}
