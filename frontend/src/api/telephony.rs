//! What the agents report: registrations and calls.

use cordboard_api::{calls::Call, registrations::Registration};
use cordboard_types::TenantId;

use super::{Answer, Listing, request::list};

pub(crate) async fn registrations(customer: TenantId, pages: usize) -> Answer<Listing<Registration>> {
    list(&format!("/customers/{customer}/registrations"), pages).await
}

pub(crate) async fn calls(customer: TenantId, pages: usize) -> Answer<Listing<Call>> {
    list(&format!("/customers/{customer}/calls"), pages).await
}
