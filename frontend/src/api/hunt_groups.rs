//! Hunt groups, and their members in ringing order.

use cordboard_api::{
    Page,
    groups::{HuntGroup, HuntGroupDraft, HuntMember, HuntMembers, NewHuntMember},
};
use cordboard_types::{HuntGroupId, TenantId};
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{Terms, act, get, list, send},
};

fn path(customer: TenantId, group: HuntGroupId) -> String {
    format!("/customers/{customer}/hunt-groups/{group}")
}

pub(crate) async fn page(customer: TenantId, pages: usize) -> Answer<Listing<HuntGroup>> {
    list(&format!("/customers/{customer}/hunt-groups"), pages).await
}

pub(crate) async fn one(customer: TenantId, group: HuntGroupId) -> Answer<HuntGroup> {
    get(&path(customer, group)).await
}

pub(crate) async fn create(customer: TenantId, key: String, body: HuntGroupDraft) -> Answer<HuntGroup> {
    send(Method::POST, &format!("/customers/{customer}/hunt-groups"), &Terms::create(key), &body).await
}

pub(crate) async fn change(
    customer: TenantId,
    group: HuntGroupId,
    version: i64,
    body: HuntGroupDraft,
) -> Answer<HuntGroup> {
    send(Method::PUT, &path(customer, group), &Terms::version(version), &body).await
}

pub(crate) async fn remove(customer: TenantId, group: HuntGroupId, version: i64) -> Answer<()> {
    act(Method::DELETE, &path(customer, group), &Terms::version(version)).await
}

pub(crate) async fn members(customer: TenantId, group: HuntGroupId) -> Answer<Vec<HuntMember>> {
    let page: Page<HuntMember> = get(&format!("{}/members", path(customer, group))).await?;
    Ok(page.items)
}

pub(crate) async fn set_members(
    customer: TenantId,
    group: HuntGroupId,
    version: i64,
    members: Vec<NewHuntMember>,
) -> Answer<HuntGroup> {
    let path = format!("{}/members", path(customer, group));
    send(Method::PUT, &path, &Terms::version(version), &HuntMembers { members }).await
}
