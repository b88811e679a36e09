//! A CSV file as a request's body, with a limit of its own.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header};
use bytes::{Bytes, BytesMut};
use cordboard_api::ErrorCode;
use futures_util::StreamExt;
use ring::digest::{Context, SHA256};

use super::super::{
    access,
    error::{ApiError, ApiResult},
};

/// Largest file.
const LIMIT: usize = 8 * 1024 * 1024;

/// A file. `hash` tells two requests with one idempotency key apart; how the file is read counts too.
#[derive(Debug)]
pub(super) struct CsvFile {
    pub(super) bytes: Bytes,
    pub(super) hash: [u8; 32],
}

impl FromRequest for CsvFile {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_csv = content_type(request).is_some_and(|kind| kind == "text/csv");
        let query = request.query_string().to_owned();
        let payload = payload.take();
        let decided = access::decided(request);
        Box::pin(async move {
            decided.await;
            if !is_csv {
                return Err(ErrorCode::UnsupportedMediaType.into());
            }
            let bytes = collect(payload).await?;
            let mut context = Context::new(&SHA256);
            context.update(query.as_bytes());
            context.update(&bytes);
            let mut hash = [0; 32];
            hash.copy_from_slice(context.finish().as_ref());
            Ok(Self { bytes, hash })
        })
    }
}

fn content_type(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    value.split(';').next().map(str::trim)
}

async fn collect(mut payload: Payload) -> ApiResult<Bytes> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| ErrorCode::BodyTooLarge)?;
        if bytes.len().saturating_add(chunk.len()) > LIMIT {
            return Err(ErrorCode::BodyTooLarge.into());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}
