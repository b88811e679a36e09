//! Versions: `ETag` on answers, `If-Match` on writes (RFC 9110 §13.1.1).

use actix_web::{
    FromRequest, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderValue},
};
use cordboard_api::ErrorCode;
use futures_util::{FutureExt, future::LocalBoxFuture};

use super::{access, error::ApiError};

/// The version a write was made against. A write without it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub i64);

impl FromRequest for IfMatch {
    type Error = ApiError;
    type Future = LocalBoxFuture<'static, Result<Self, ApiError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let version = request.headers().get(header::IF_MATCH).map_or(Err(ErrorCode::VersionNeeded), read);
        access::decided(request).map(move |()| Ok(Self(version?))).boxed_local()
    }
}

fn read(value: &HeaderValue) -> Result<i64, ErrorCode> {
    let version = value.to_str().ok().and_then(|text| text.trim().trim_matches('"').parse().ok());
    version.ok_or(ErrorCode::VersionMismatch)
}

/// The `ETag` of a version.
#[must_use]
pub fn etag(version: i64) -> String {
    format!("\"{version}\"")
}
