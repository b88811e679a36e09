//! Strict JSON bodies: right content type, bounded, no unknown fields, every error with its field.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web};
use cordboard_api::ErrorCode;
use cordboard_types::Invalid;
use ring::digest::{SHA256, digest};
use serde::de::DeserializeOwned;

use super::{
    access,
    error::{ApiError, Reason},
};

/// Largest JSON body.
pub const LIMIT: usize = 64 * 1024;

/// A parsed body. `hash` tells two requests with one idempotency key apart.
#[derive(Debug)]
pub struct Body<T, const MOST: usize = LIMIT> {
    /// The message.
    pub value: T,
    /// SHA-256 of the bytes.
    pub hash: [u8; 32],
}

impl<T: DeserializeOwned + 'static, const MOST: usize> FromRequest for Body<T, MOST> {
    type Error = ApiError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, ApiError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = content_type_is_json(request);
        let bytes = web::Bytes::from_request(request, payload);
        let decided = access::decided(request);
        Box::pin(async move {
            decided.await;
            if !is_json {
                return Err(ErrorCode::UnsupportedMediaType.into());
            }
            let bytes = bytes.await.map_err(|_| ApiError::new(ErrorCode::BodyTooLarge))?;
            parse_up_to(&bytes)
        })
    }
}

fn content_type_is_json(request: &HttpRequest) -> bool {
    let value = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.and_then(|value| value.split(';').next()).is_some_and(|kind| kind.trim() == "application/json")
}

/// Parses a body.
///
/// # Errors
/// Malformed JSON, an unknown field, or a field with a value its type refuses.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<Body<T>, ApiError> {
    parse_up_to(bytes)
}

fn parse_up_to<T: DeserializeOwned, const MOST: usize>(bytes: &[u8]) -> Result<Body<T, MOST>, ApiError> {
    if bytes.len() > MOST {
        return Err(ErrorCode::BodyTooLarge.into());
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| refuse(&error))?;
    json.end().map_err(|_| ApiError::new(ErrorCode::MalformedJson))?;
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
    Ok(Body { value, hash })
}

/// `handsets[1].line` as a JSON pointer.
fn pointer(path: &str) -> String {
    format!("/{}", path.replace(['.', '['], "/").replace(']', ""))
}

fn refuse(error: &serde_path_to_error::Error<serde_json::Error>) -> ApiError {
    let text = error.inner().to_string();
    let path = error.path().to_string();
    let pointer = if path == "." { String::new() } else { pointer(&path) };
    let named = |start: &str| text.strip_prefix(start).and_then(|rest| rest.split('`').next());
    if let Some(reason) = Invalid::from_serde_text(&text) {
        ApiError::field(ErrorCode::Invalid, &pointer, Reason::Invalid(reason))
    } else if let Some(name) = named("unknown field `") {
        let parent = pointer.strip_suffix(&format!("/{name}")).unwrap_or(&pointer);
        ApiError::at(ErrorCode::UnknownField, &format!("{parent}/{name}"))
    } else if let Some(name) = named("missing field `") {
        ApiError::field(ErrorCode::Invalid, &format!("{pointer}/{name}"), Reason::Invalid(Invalid::Empty))
    } else if error.inner().is_data() {
        ApiError::field(ErrorCode::Invalid, &pointer, Reason::Invalid(Invalid::Choice))
    } else {
        ErrorCode::MalformedJson.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordboard_api::devices::NewDevice;

    fn refused(json: &str) -> (ErrorCode, String) {
        let error = parse::<NewDevice>(json.as_bytes()).unwrap_err();
        (error.code, error.fields.first().map(|(pointer, _)| pointer.clone()).unwrap_or_default())
    }

    #[test]
    fn places_in_lists_have_pointers() {
        assert_eq!(pointer("handsets[1].line"), "/handsets/1/line");
    }

    #[test]
    fn every_kind_of_bad_body_has_its_own_answer() {
        assert_eq!(refused("{\"model\":"), (ErrorCode::MalformedJson, String::new()));
        assert_eq!(refused("{\"model\":\"a\"} x"), (ErrorCode::MalformedJson, String::new()));
        assert_eq!(refused("{\"model\":\"a\",\"colour\":1}"), (ErrorCode::UnknownField, "/colour".into()));
        assert_eq!(refused("{\"model\":\"a\",\"mac\":\"0004\"}"), (ErrorCode::Invalid, "/mac".into()));
        assert_eq!(refused("{}"), (ErrorCode::Invalid, "/model".into()));
        assert_eq!(refused("{\"model\":7}"), (ErrorCode::Invalid, "/model".into()));
        assert_eq!(refused(&format!("{{\"model\":\"{}\"}}", "a".repeat(LIMIT))).0, ErrorCode::BodyTooLarge);
    }
}
