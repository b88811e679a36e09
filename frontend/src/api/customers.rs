//! Customers, and their life: suspended, exported, closed, opened again.

use cordboard_api::{
    BASE,
    customers::{Closure, Customer, Export, NewCustomer, Suspension},
};
use cordboard_types::TenantId;
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{Terms, act, get, list, send},
};
use crate::address::with_query;

/// The customers an [`Ask`](crate::components::data_table::Ask) means.
pub(crate) async fn listed(query: &[(&str, String)], pages: usize) -> Answer<Listing<Customer>> {
    list(&with_query("/customers", query), pages).await
}

pub(crate) async fn one(customer: TenantId) -> Answer<Customer> {
    get(&format!("/customers/{customer}")).await
}

pub(crate) async fn create(key: String, body: NewCustomer) -> Answer<Customer> {
    send(Method::POST, "/customers", &Terms::create(key), &body).await
}

/// In force at once; again, it changes what was chosen.
pub(crate) async fn suspend(customer: TenantId, body: Suspension) -> Answer<Customer> {
    send(Method::POST, &format!("/customers/{customer}/suspensions"), &Terms::default(), &body).await
}

pub(crate) async fn resume(customer: TenantId) -> Answer<Customer> {
    act(Method::DELETE, &format!("/customers/{customer}/suspension"), &Terms::default()).await
}

pub(crate) async fn close(customer: TenantId, confirm_name: String) -> Answer<Customer> {
    let body = Closure { confirm_name };
    send(Method::POST, &format!("/customers/{customer}/closures"), &Terms::default(), &body).await
}

pub(crate) async fn reopen(customer: TenantId) -> Answer<Customer> {
    act(Method::DELETE, &format!("/customers/{customer}/closure"), &Terms::default()).await
}

/// Newest first.
pub(crate) async fn exports(customer: TenantId) -> Answer<Vec<Export>> {
    Ok(list(&format!("/customers/{customer}/exports"), 1).await?.items)
}

pub(crate) async fn request_export(customer: TenantId) -> Answer<Export> {
    act(Method::POST, &format!("/customers/{customer}/exports"), &Terms::default()).await
}

/// Where a finished archive is fetched from.
pub(crate) fn archive(customer: TenantId, export: &str) -> String {
    format!("{BASE}/customers/{customer}/exports/{export}/archive")
}
