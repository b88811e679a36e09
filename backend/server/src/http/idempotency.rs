//! Idempotency keys: a create sent twice is done once and answered twice.

use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    dev::Payload,
    http::{
        StatusCode,
        header::{self, HeaderValue},
    },
};
use cordboard_api::ErrorCode;
use cordboard_store::idempotency::{Remembered, Remembers};
use cordboard_types::PersonId;
use futures_util::{FutureExt, future::LocalBoxFuture};
use ring::digest::{Context, SHA256};
use serde::Serialize;

use super::{
    access,
    error::{ApiError, ApiResult},
};

/// The `Idempotency-Key` header with the request it belongs to; none when the header is absent.
#[derive(Debug, Clone)]
pub struct IdempotencyKey {
    key: Option<String>,
    place: String,
}

impl FromRequest for IdempotencyKey {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let place = format!("{} {}", request.method(), request.path());
        let key = request.headers().get("idempotency-key").map(read).transpose();
        access::decided(request).map(move |()| Ok(Self { key: key?, place })).boxed_local()
    }
}

fn read(value: &HeaderValue) -> Result<String, ErrorCode> {
    let key = value.to_str().ok().filter(|key| (1..=128).contains(&key.len()));
    key.map(str::to_owned).ok_or(ErrorCode::MalformedParameter)
}

impl IdempotencyKey {
    /// This key for one person's request with this body.
    #[must_use]
    pub fn once(self, person: PersonId, body_hash: &[u8; 32]) -> Once {
        let mut context = Context::new(&SHA256);
        context.update(self.place.as_bytes());
        context.update(body_hash);
        Once { key: self.key, person, request: context.finish().as_ref().to_vec() }
    }
}

/// One create, to be done once.
#[derive(Debug)]
pub struct Once {
    key: Option<String>,
    person: PersonId,
    request: Vec<u8>,
}

impl Once {
    /// The answer of the first time, if there was one.
    ///
    /// # Errors
    /// [`ErrorCode::IdempotencyMismatch`] when the key came with another request.
    pub async fn begin(&self, context: &impl Remembers) -> ApiResult<Option<HttpResponse>> {
        let Some(key) = &self.key else { return Ok(None) };
        match context.remembered(self.person, key).await? {
            None => Ok(None),
            Some(first) if first.request != self.request => Err(ErrorCode::IdempotencyMismatch.into()),
            Some(first) => Ok(Some(created(first.body))),
        }
    }

    /// Remembers the answer in the same transaction, commits and answers 201.
    ///
    /// # Errors
    /// When the database refuses; then nothing has happened.
    pub async fn finish<T: Serialize>(self, context: impl Remembers, value: &T) -> ApiResult<HttpResponse> {
        let body = serde_json::to_string(value).map_err(ApiError::internal)?;
        if let Some(key) = &self.key {
            let remembered = Remembered { request: self.request, status: 201, body: body.clone() };
            context.remember(self.person, key, remembered).await?;
        }
        context.commit().await?;
        Ok(created(body))
    }
}

fn created(body: String) -> HttpResponse {
    HttpResponse::build(StatusCode::CREATED)
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(body)
}
