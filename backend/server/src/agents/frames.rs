//! Strict JSON in, JSON out.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, HttpResponse, dev::Payload, http::header, web};
use serde::{Serialize, de::DeserializeOwned};

use super::error::AgentError;

/// A body of the protocol.
pub(super) struct Frame<T>(pub(super) T);

impl<T: DeserializeOwned + 'static> FromRequest for Frame<T> {
    type Error = AgentError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AgentError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            let bytes = bytes.await.map_err(|_| AgentError::Malformed)?;
            serde_json::from_slice(&bytes).map(Self).map_err(|_| AgentError::Malformed)
        })
    }
}

/// A message of the protocol; no cache may keep one.
pub(super) fn answer(message: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok().insert_header((header::CACHE_CONTROL, "no-store")).json(message)
}
