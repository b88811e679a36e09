//! Users, their lines and the lines' credentials.

use cordboard_api::{
    BASE, Page,
    users::{CredentialRotation, CredentialSet, NewUser, User, UserChange},
};
use cordboard_types::{LineId, TenantId, UserId};
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{ALL, Terms, act, get, list, send},
};
use crate::address::with_query;

/// The users an [`Ask`](crate::components::data_table::Ask) means.
pub(crate) async fn listed(
    customer: TenantId,
    query: &[(&str, String)],
    pages: usize,
) -> Answer<Listing<User>> {
    list(&with_query(&format!("/customers/{customer}/users"), query), pages).await
}

pub(crate) async fn all(customer: TenantId) -> Answer<Vec<User>> {
    Ok(listed(customer, &[], ALL).await?.items)
}

/// Where the users are had as a file.
pub(crate) fn export(customer: TenantId) -> String {
    format!("{BASE}/customers/{customer}/users/export")
}

/// The first page of those whose name, login id or extension holds the words.
pub(crate) async fn found(customer: TenantId, words: &str) -> Answer<Listing<User>> {
    let path = format!("/customers/{customer}/users");
    list(&with_query(&path, &[("search", words.to_owned())]), 1).await
}

pub(crate) async fn one(customer: TenantId, user: UserId) -> Answer<User> {
    get(&format!("/customers/{customer}/users/{user}")).await
}

pub(crate) async fn create(customer: TenantId, key: String, body: NewUser) -> Answer<User> {
    send(Method::POST, &format!("/customers/{customer}/users"), &Terms::create(key), &body).await
}

pub(crate) async fn change(customer: TenantId, user: &User, body: UserChange) -> Answer<User> {
    let path = format!("/customers/{customer}/users/{}", user.id);
    send(Method::PATCH, &path, &Terms::version(user.version), &body).await
}

pub(crate) async fn remove(customer: TenantId, user: &User) -> Answer<()> {
    let path = format!("/customers/{customer}/users/{}", user.id);
    act(Method::DELETE, &path, &Terms::version(user.version)).await
}

pub(crate) async fn credentials(customer: TenantId, line: LineId) -> Answer<Vec<CredentialSet>> {
    let page: Page<CredentialSet> = get(&format!("/customers/{customer}/lines/{line}/credentials")).await?;
    Ok(page.items)
}

pub(crate) async fn rotate(customer: TenantId, line: LineId, key: String) -> Answer<CredentialRotation> {
    let path = format!("/customers/{customer}/lines/{line}/credential-rotations");
    act(Method::POST, &path, &Terms::create(key)).await
}
