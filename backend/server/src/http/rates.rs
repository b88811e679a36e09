//! How often somebody may ask: by customer, by kind of request, by who asks. Phones have limits of their own.

use std::time::Duration;

use actix_web::{
    Error, HttpMessage,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web,
};

use super::{client, error::ApiError, session::SignedIn};
use crate::State;

const MINUTE: Duration = Duration::from_secs(60);

/// Counts a request of the API and refuses it beyond the limit, with the seconds to wait.
///
/// # Errors
/// Those of the inner layers.
pub async fn count(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    if let Some(refusal) = refusal(&request).await {
        return Ok(request.error_response(refusal));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

async fn refusal(request: &ServiceRequest) -> Option<ApiError> {
    let place = place(request.path())?;
    let state = request.app_data::<web::Data<State>>()?;
    let settings = &state.settings;
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let (action, limit) =
        if is_read { ("read", settings.reads_per_minute) } else { ("write", settings.writes_per_minute) };
    let who = who(request);
    match state.cache.hit(&format!("api {who} {place} {action}"), MINUTE, limit).await {
        Ok(verdict) if verdict.allowed => None,
        Ok(verdict) => Some(ApiError::rate_limited(verdict.retry_after_seconds())),
        // A cache that is away stops nobody from working.
        Err(error) => {
            tracing::warn!(%error, "a request could not be counted");
            None
        }
    }
}

/// The customer or node of a path of the API; `-` for what is nobody's; none for what is not counted.
fn place(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("/api/")?;
    let mut parts = rest.split('/').skip(1);
    Some(match (parts.next(), parts.next()) {
        (Some("customers" | "nodes"), Some(id)) => id,
        _ => "-",
    })
}

/// The session or token, or the address of nobody.
fn who(request: &ServiceRequest) -> String {
    match request.extensions().get::<SignedIn>() {
        Some(who) => who.actor.credential.clone(),
        None => format!("address {}", client::address(request.request())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_customer_is_counted_for_itself() {
        assert_eq!(place("/api/v1/customers/a/users/b"), Some("a"));
        assert_eq!(place("/api/v1/nodes/c/people"), Some("c"));
        assert_eq!(place("/api/v1/customers"), Some("-"));
        assert_eq!(place("/api/v1/sessions"), Some("-"));
        assert_eq!(place("/assets/style.css"), None);
    }
}
