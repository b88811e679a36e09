//! Pickup groups.

use cordboard_api::groups::{GroupChange, GroupMember, Members, NewPickupGroup, PickupGroup};
use cordboard_types::{PickupGroupId, TenantId, UserId};
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{ALL, Terms, act, get, list, send},
};

fn path(customer: TenantId, group: PickupGroupId) -> String {
    format!("/customers/{customer}/pickup-groups/{group}")
}

pub(crate) async fn page(customer: TenantId, pages: usize) -> Answer<Listing<PickupGroup>> {
    list(&format!("/customers/{customer}/pickup-groups"), pages).await
}

/// Every one, to choose from.
pub(crate) async fn all(customer: TenantId) -> Answer<Vec<PickupGroup>> {
    Ok(page(customer, ALL).await?.items)
}

pub(crate) async fn one(customer: TenantId, group: PickupGroupId) -> Answer<PickupGroup> {
    get(&path(customer, group)).await
}

pub(crate) async fn create(customer: TenantId, key: String, body: NewPickupGroup) -> Answer<PickupGroup> {
    send(Method::POST, &format!("/customers/{customer}/pickup-groups"), &Terms::create(key), &body).await
}

pub(crate) async fn rename(
    customer: TenantId,
    group: PickupGroupId,
    version: i64,
    body: GroupChange,
) -> Answer<PickupGroup> {
    send(Method::PATCH, &path(customer, group), &Terms::version(version), &body).await
}

pub(crate) async fn remove(customer: TenantId, group: PickupGroupId, version: i64) -> Answer<()> {
    act(Method::DELETE, &path(customer, group), &Terms::version(version)).await
}

pub(crate) async fn members(
    customer: TenantId,
    group: PickupGroupId,
    pages: usize,
) -> Answer<Listing<GroupMember>> {
    list(&format!("{}/members", path(customer, group)), pages).await
}

/// Adds users and takes one away. The server takes whole lists only, so the present one is read just before; where
/// somebody else was faster it is read once more.
pub(crate) async fn change_members(
    customer: TenantId,
    group: PickupGroupId,
    add: &[UserId],
    take: Option<UserId>,
) -> Answer<()> {
    match set_members(customer, group, add, take).await {
        Err(failure) if failure.is_stale() => set_members(customer, group, add, take).await,
        other => other,
    }
}

async fn set_members(
    customer: TenantId,
    group: PickupGroupId,
    add: &[UserId],
    take: Option<UserId>,
) -> Answer<()> {
    // The version first: members that change after it make the write fail instead of being lost.
    let version = one(customer, group).await?.version;
    let present = members(customer, group, ALL).await?.items;
    let mut users: Vec<_> = present.into_iter().map(|member| member.user).collect();
    users.retain(|user| Some(*user) != take && !add.contains(user));
    users.extend_from_slice(add);
    let path = format!("{}/members", path(customer, group));
    let _: PickupGroup = send(Method::PUT, &path, &Terms::version(version), &Members { users }).await?;
    Ok(())
}
