//! Answers handlers give.

use actix_web::{HttpResponse, http::header};
use cordboard_api::Page;
use cordboard_store::Paged;
use serde::Serialize;

use super::{
    conditional::etag,
    error::{ApiError, ApiResult},
};

/// 200 with a message.
///
/// # Errors
/// Never in practice: messages are plain values.
pub fn ok<T: Serialize>(value: &T) -> ApiResult<HttpResponse> {
    json(HttpResponse::Ok(), value)
}

/// 200 with a message that has a version.
///
/// # Errors
/// Never in practice.
pub fn versioned<T: Serialize>(value: &T, version: i64) -> ApiResult<HttpResponse> {
    let mut response = HttpResponse::Ok();
    response.insert_header((header::ETAG, etag(version)));
    json(response, value)
}

/// 201 with a message.
///
/// # Errors
/// Never in practice.
pub fn created<T: Serialize>(value: &T) -> ApiResult<HttpResponse> {
    json(HttpResponse::Created(), value)
}

/// 200 with a page.
///
/// # Errors
/// Never in practice.
pub fn page<T, U: Serialize>(rows: Paged<T>, turn: impl FnMut(T) -> U) -> ApiResult<HttpResponse> {
    let rows = rows.map(turn);
    ok(&Page { items: rows.items, next: rows.next })
}

/// 204.
#[must_use]
pub fn done() -> HttpResponse {
    HttpResponse::NoContent().finish()
}

fn json<T: Serialize>(mut response: actix_web::HttpResponseBuilder, value: &T) -> ApiResult<HttpResponse> {
    let bytes = serde_json::to_vec(value).map_err(ApiError::internal)?;
    Ok(response
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(bytes))
}
