//! Authorisation groups: their members, and what they grant.

use cordboard_api::{
    Page,
    groups::{Grant, GrantMade, Group, GroupChange, GroupMember, Members, NewGrant, NewGroup},
};
use cordboard_types::{GrantId, GroupId, TenantId, UserId};
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{ALL, Terms, act, get, list, send},
};

fn path(customer: TenantId, group: GroupId) -> String {
    format!("/customers/{customer}/groups/{group}")
}

pub(crate) async fn page(customer: TenantId, pages: usize) -> Answer<Listing<Group>> {
    list(&format!("/customers/{customer}/groups"), pages).await
}

pub(crate) async fn all(customer: TenantId) -> Answer<Vec<Group>> {
    Ok(page(customer, ALL).await?.items)
}

pub(crate) async fn one(customer: TenantId, group: GroupId) -> Answer<Group> {
    get(&path(customer, group)).await
}

pub(crate) async fn create(customer: TenantId, key: String, body: NewGroup) -> Answer<Group> {
    send(Method::POST, &format!("/customers/{customer}/groups"), &Terms::create(key), &body).await
}

pub(crate) async fn rename(
    customer: TenantId,
    group: GroupId,
    version: i64,
    body: GroupChange,
) -> Answer<Group> {
    send(Method::PATCH, &path(customer, group), &Terms::version(version), &body).await
}

pub(crate) async fn remove(customer: TenantId, group: GroupId, version: i64) -> Answer<()> {
    act(Method::DELETE, &path(customer, group), &Terms::version(version)).await
}

pub(crate) async fn members(
    customer: TenantId,
    group: GroupId,
    pages: usize,
) -> Answer<Listing<GroupMember>> {
    list(&format!("{}/members", path(customer, group)), pages).await
}

pub(crate) async fn add_members(customer: TenantId, group: GroupId, users: Vec<UserId>) -> Answer<()> {
    let path = format!("{}/members", path(customer, group));
    send(Method::POST, &path, &Terms::default(), &Members { users }).await
}

pub(crate) async fn remove_member(customer: TenantId, group: GroupId, user: UserId) -> Answer<()> {
    act(Method::DELETE, &format!("{}/members/{user}", path(customer, group)), &Terms::default()).await
}

pub(crate) async fn grants(customer: TenantId, group: GroupId) -> Answer<Vec<Grant>> {
    let page: Page<Grant> = get(&format!("{}/grants", path(customer, group))).await?;
    Ok(page.items)
}

pub(crate) async fn grant(
    customer: TenantId,
    group: GroupId,
    key: String,
    body: NewGrant,
) -> Answer<GrantMade> {
    send(Method::POST, &format!("{}/grants", path(customer, group)), &Terms::create(key), &body).await
}

pub(crate) async fn revoke(customer: TenantId, group: GroupId, grant: GrantId) -> Answer<()> {
    act(Method::DELETE, &format!("{}/grants/{grant}", path(customer, group)), &Terms::default()).await
}
