//! Turns every error into `application/problem+json` (RFC 9457), in the reader's language, and logs it once.

use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        StatusCode,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
};
use cordboard_api::{ErrorCode, FieldProblem, Problem};
use cordboard_types::Locale;
use uuid::Uuid;

use super::error::{ApiError, Reason};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, for the log, the audit rows and the problem answers.
#[derive(Debug, Clone)]
pub struct RequestId(pub String);

/// Gives the request its id, and errors their body.
///
/// # Errors
/// Errors of the framework itself, which have no request; layers of ours answer theirs.
pub async fn render(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let id = RequestId(Uuid::now_v7().simple().to_string());
    request.extensions_mut().insert(id.clone());
    let locale = locale(request.headers());
    // The request must not be held on to here: the router needs it for itself.
    let mut response = next.call(request).await?.map_into_boxed_body();
    if let Some(problem) = response.response().error().map(describe) {
        let (request, _) = response.into_parts();
        response = ServiceResponse::new(request, write(&problem, locale, &id));
    }
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    Ok(response)
}

/// The error of ours inside, or what an error of the framework amounts to.
fn describe(error: &Error) -> ApiError {
    if let Some(ours) = error.as_error::<ApiError>() {
        return ApiError {
            code: ours.code,
            fields: ours.fields.clone(),
            parameters: ours.parameters.clone(),
            retry_after: ours.retry_after,
            cause: ours.cause.clone(),
        };
    }
    match error.as_response_error().status_code() {
        StatusCode::NOT_FOUND => ErrorCode::NotFound.into(),
        StatusCode::METHOD_NOT_ALLOWED => ErrorCode::MethodNotAllowed.into(),
        StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::BodyTooLarge.into(),
        status if status.is_client_error() => ErrorCode::MalformedParameter.into(),
        _ => ApiError::internal(error),
    }
}

/// The code of an error.
#[must_use]
pub fn code(error: &Error) -> ErrorCode {
    describe(error).code
}

fn write(error: &ApiError, locale: Locale, id: &RequestId) -> HttpResponse {
    match &error.cause {
        Some(cause) => tracing::error!(request = id.0, code = error.code.as_str(), cause, "request failed"),
        None => tracing::debug!(request = id.0, code = error.code.as_str(), "request refused"),
    }
    let status = StatusCode::from_u16(error.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = HttpResponse::build(status);
    response.content_type("application/problem+json");
    if let Some(seconds) = error.retry_after {
        response.insert_header((header::RETRY_AFTER, seconds.to_string()));
    }
    response.body(serde_json::to_vec(&problem(error, locale, id)).unwrap_or_default())
}

fn problem(error: &ApiError, locale: Locale, id: &RequestId) -> Problem {
    let field = |(pointer, reason): &(String, Reason)| match reason {
        Reason::Invalid(invalid) => FieldProblem {
            pointer: pointer.clone(),
            code: invalid.code().to_owned(),
            detail: cordboard_messages::invalid_sentence(locale, invalid.code()),
        },
        Reason::Code(code) => FieldProblem {
            pointer: pointer.clone(),
            code: code.as_str().to_owned(),
            detail: cordboard_messages::error_sentence(locale, code.as_str(), &[]),
        },
    };
    Problem {
        kind: format!("/docs/errors#{}", error.code.as_str()),
        title: cordboard_messages::error_sentence(locale, error.code.as_str(), &[]),
        status: error.code.status(),
        code: error.code,
        parameters: error.parameters.clone(),
        errors: error.fields.iter().map(field).collect(),
        request_id: Some(id.0.clone()),
    }
}

/// The first language of `Accept-Language` that the product speaks.
#[must_use]
pub fn locale(headers: &HeaderMap) -> Locale {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or("");
    wanted.split(',').filter_map(|part| Locale::parse(part.trim().get(..2)?).ok()).next().unwrap_or_default()
}

/// The id of a request, empty before it was given one.
#[must_use]
pub fn request_id(request: &actix_web::HttpRequest) -> String {
    request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default()
}
