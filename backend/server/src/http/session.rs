//! Browser sessions: opaque tokens in a cookie, rotated, revocable; a rotated token that comes back after the
//! grace is a theft and ends the session.

use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::{BoxBody, MessageBody},
    cookie::{Cookie, SameSite, time::Duration},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderValue},
    middleware::Next,
    web,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use cordboard_domain::access::Grant;
use cordboard_store::{
    audit::Actor,
    sessions::{Found, Session, TokenHash},
};
use cordboard_types::SessionId;
use ring::digest::{SHA256, digest};

use super::{client, error::ApiError, problem::RequestId};
use crate::State;

/// Name of the cookie.
pub const COOKIE: &str = "cordboard_session";
/// Milliseconds after which a token is replaced by a new one.
const ROTATE_AFTER: i64 = 15 * 60 * 1000;

/// Who signed in, found by the cookie and kept with the request.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The session and its person.
    pub session: Session,
    /// What the person may do where.
    pub grants: Vec<Grant>,
    /// For audit rows.
    pub actor: Actor,
}

/// Recognises the session of a request and rotates its token when it is due.
///
/// # Errors
/// Those of the inner layers; a bad cookie is simply nobody.
pub async fn recognise(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut fresh = None;
    if let Some(state) = request.app_data::<web::Data<State>>().cloned()
        && let Some(token) = request.cookie(COOKIE).map(|cookie| cookie.value().to_owned())
    {
        match enter(&state, &request, &token).await {
            Ok(token) => fresh = token,
            Err(error) => return Ok(request.error_response(ApiError::from(error))),
        }
    }
    let mut response = next.call(request).await?.map_into_boxed_body();
    if let Some(token) = fresh
        && !response.headers().contains_key(header::SET_COOKIE)
        && let Ok(value) = HeaderValue::from_str(&cookie(&token).to_string())
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    Ok(response)
}

/// Puts who signed in beside the request; answers a new token when the old one is due.
async fn enter(
    state: &State,
    request: &ServiceRequest,
    token: &str,
) -> cordboard_store::Result<Option<String>> {
    let system = state.store.system_read("recognise a session").await?;
    let session = match system.find_session(hash(token)).await? {
        Found::Session(session) => session,
        Found::Nothing => return Ok(None),
        Found::Reused(id) => {
            drop(system);
            return end_stolen(state, id).await.map(|()| None);
        }
    };
    let grants = system.grants(session.person).await?;
    let actor = actor(request.request(), &session);
    let due = session.is_current && state.store.now().since(session.rotated_at) > ROTATE_AFTER;
    let id = session.id;
    request.extensions_mut().insert(SignedIn { session, grants, actor });
    drop(system);
    if !due {
        return Ok(None);
    }
    let fresh = new_token(state)?;
    let system = state.store.system("rotate a session").await?;
    let rotated = system.rotate_session(id, hash(token), hash(&fresh)).await?;
    system.commit().await?;
    Ok(rotated.then_some(fresh))
}

/// A token that was replaced came back: whoever holds the newer one may be the thief, so nobody keeps it.
async fn end_stolen(state: &State, id: SessionId) -> cordboard_store::Result<()> {
    tracing::warn!(session = %id, "a replaced session token was used again; the session is ended");
    let system = state.store.system("end a stolen session").await?;
    system.revoke_session(id).await?;
    system.commit().await
}

fn actor(request: &HttpRequest, session: &Session) -> Actor {
    Actor {
        id: Some(session.person.0),
        name: session.email.to_string(),
        credential: format!("session {}", session.id),
        ip: client::address(request),
        request_id: request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
    }
}

/// A new token: 256 random bits.
///
/// # Errors
/// When the system has no randomness to give.
pub fn new_token(state: &State) -> cordboard_store::Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(state.store.sealer().random::<32>()?))
}

/// What is stored of a token.
#[must_use]
pub fn hash(token: &str) -> TokenHash {
    TokenHash(digest(&SHA256, token.as_bytes()).as_ref().to_vec())
}

/// The cookie with a token. `Secure` is added by browsers' rules for localhost and by the proxy's TLS in production.
#[must_use]
pub fn cookie(token: &str) -> Cookie<'static> {
    Cookie::build(COOKIE, token.to_owned())
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(Duration::days(30))
        .finish()
}

/// The cookie that takes the token back.
#[must_use]
pub fn no_cookie() -> Cookie<'static> {
    let mut cookie = cookie("");
    cookie.make_removal();
    cookie
}
