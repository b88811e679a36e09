//! The groups a user is in, and what the user may do because of them.

use cordboard_api::{
    Page,
    users::{UserGroups, UserGroupsChange, UserPermission},
};
use cordboard_types::{TenantId, UserId};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, get, send},
};

pub(crate) async fn of_user(customer: TenantId, user: UserId) -> Answer<UserGroups> {
    get(&format!("/customers/{customer}/users/{user}/groups")).await
}

/// `version` is the user's.
pub(crate) async fn change(
    customer: TenantId,
    user: UserId,
    version: i64,
    body: UserGroupsChange,
) -> Answer<UserGroups> {
    let path = format!("/customers/{customer}/users/{user}/groups");
    send(Method::PATCH, &path, &Terms::version(version), &body).await
}

pub(crate) async fn permissions(customer: TenantId, user: UserId) -> Answer<Vec<UserPermission>> {
    let page: Page<UserPermission> = get(&format!("/customers/{customer}/users/{user}/permissions")).await?;
    Ok(page.items)
}
