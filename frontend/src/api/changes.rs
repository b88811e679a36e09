//! The open change set and publishing.

use cordboard_api::changes::{Change, Publish, Published};
use cordboard_types::TenantId;
use gloo_net::http::Method;

use super::{
    Answer,
    request::{ALL, Terms, list, send},
};

pub(crate) async fn open(customer: TenantId) -> Answer<Vec<Change>> {
    Ok(list(&format!("/customers/{customer}/changes"), ALL).await?.items)
}

/// Publishes every target that has changes.
pub(crate) async fn publish(customer: TenantId, key: String) -> Answer<Published> {
    let path = format!("/customers/{customer}/releases");
    send(Method::POST, &path, &Terms::create(key), &Publish { targets: None }).await
}
