//! Customers.

use cordboard_api::customers::{Customer, NewCustomer};
use cordboard_types::TenantId;
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{Terms, get, list, send},
};

pub(crate) async fn page(pages: usize) -> Answer<Listing<Customer>> {
    list("/customers", pages).await
}

pub(crate) async fn one(customer: TenantId) -> Answer<Customer> {
    get(&format!("/customers/{customer}")).await
}

pub(crate) async fn create(key: String, body: NewCustomer) -> Answer<Customer> {
    send(Method::POST, "/customers", &Terms::create(key), &body).await
}
