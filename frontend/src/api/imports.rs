//! Users from a file.

use cordboard_api::imports::{ImportRow, ImportStart, UserImport};
use cordboard_types::{JobId, TenantId};
use gloo_net::http::Method;
use web_sys::Blob;

use super::{
    Answer, Listing,
    request::{Terms, act, get, list, send, send_file},
};
use crate::address;

/// Sends a file to be looked at; `query` says how it is written.
pub(crate) async fn upload(
    customer: TenantId,
    key: String,
    query: &[(&str, String)],
    file: &Blob,
) -> Answer<UserImport> {
    let path = address::with_query(&format!("/customers/{customer}/user-imports"), query);
    send_file(&path, &Terms::create(key), "text/csv", file).await
}

pub(crate) async fn one(customer: TenantId, import: JobId) -> Answer<UserImport> {
    get(&format!("/customers/{customer}/user-imports/{import}")).await
}

pub(crate) async fn rows(
    customer: TenantId,
    import: JobId,
    query: &[(&str, String)],
    pages: usize,
) -> Answer<Listing<ImportRow>> {
    let path = format!("/customers/{customer}/user-imports/{import}/rows");
    list(&address::with_query(&path, query), pages).await
}

pub(crate) async fn start(
    customer: TenantId,
    import: JobId,
    key: String,
    body: ImportStart,
) -> Answer<UserImport> {
    let path = format!("/customers/{customer}/user-imports/{import}/start");
    send(Method::POST, &path, &Terms::create(key), &body).await
}

pub(crate) async fn cancel(customer: TenantId, import: JobId) -> Answer<()> {
    let path = format!("/customers/{customer}/user-imports/{import}/cancel");
    act(Method::POST, &path, &Terms::default()).await
}
