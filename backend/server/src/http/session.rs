//! Browser sessions: opaque tokens in a cookie, rotated, revocable; a rotated token that comes back after the
//! grace is a theft and ends the session.

mod acting;
pub mod admission;
mod bearer;

pub use bearer::PREFIX as BEARER_PREFIX;

use actix_web::{
    Error, HttpMessage,
    body::{BoxBody, MessageBody},
    cookie::{Cookie, SameSite, time::Duration},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderValue},
    middleware::Next,
    web,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use cordboard_api::sessions::Due;
use cordboard_domain::access::Principal;
use cordboard_store::{
    audit::Actor,
    sessions::{Found, TokenHash},
};
use cordboard_types::{Email, PersonId, SessionId, Timestamp};
use ring::digest::{SHA256, digest};

use super::{client, error::ApiError};
use crate::State;

/// Name of the cookie.
pub const COOKIE: &str = "cordboard_session";
/// Milliseconds after which a token is replaced by a new one.
const ROTATE_AFTER: i64 = 15 * 60 * 1000;
/// Milliseconds between two notes of a session's use.
const NOTE_EVERY: i64 = 60 * 1000;

/// Who asks, found by what the request showed and kept with it.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The person whose rights count.
    pub person: PersonId,
    /// Their address.
    pub email: Email,
    /// The browser session, where it is one.
    pub session: Option<SessionId>,
    /// What has to be done before anything else.
    pub due: Option<Due>,
    /// Who really sits there, while they act as `person`.
    pub acting: Option<ActingFor>,
    /// What may be done where.
    pub principal: Principal,
    /// Rights that do not count from where the request comes: their nodes name other networks.
    pub outside: Principal,
    /// For audit rows.
    pub actor: Actor,
}

/// Who really sits there, and until when they act as somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActingFor {
    /// The person who signed in.
    pub by: PersonId,
    /// When it ends by itself.
    pub until: Timestamp,
}

/// Recognises who asks, by API token or by session, and rotates a session's token when it is due.
///
/// # Errors
/// Those of the inner layers; a bad cookie is simply nobody.
pub async fn recognise(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let mut fresh = None;
    if let Some(state) = request.app_data::<web::Data<State>>().cloned() {
        match enter(&state, &request).await {
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

/// Puts who asks beside the request; answers a session's new token when the old one is due.
async fn enter(state: &State, request: &ServiceRequest) -> cordboard_store::Result<Option<String>> {
    if let Some(token) = bearer::shown(request.request()) {
        if let Some(who) = bearer::enter(state, request.request(), token).await? {
            request.extensions_mut().insert(who);
        }
        return Ok(None);
    }
    let Some(token) = request.cookie(COOKIE).map(|cookie| cookie.value().to_owned()) else { return Ok(None) };
    let system = state.store.system_read("recognise a session").await?;
    let session = match system.find_session(hash(&token)).await? {
        Found::Session(session) => session,
        Found::Nothing => return Ok(None),
        Found::Reused(id) => {
            drop(system);
            return end(state, id, "a replaced session token was used again").await.map(|()| None);
        }
    };
    let now = state.store.now();
    let idle = now.since(session.seen_at);
    let rights = admission::rights(&system, session.person, &client::address(request.request())).await?;
    if idle > rights.idle_ms(state.settings.session_idle_ms()) {
        drop(system);
        return end(state, session.id, "a session was idle for too long").await.map(|()| None);
    }
    let who = acting::signed_in(&system, request.request(), &session, rights).await?;
    drop(system);
    request.extensions_mut().insert(who);
    if session.is_current && now.since(session.rotated_at) > ROTATE_AFTER {
        return rotate(state, session.id, &token).await;
    }
    if idle > NOTE_EVERY {
        let system = state.store.system("note a session's use").await?;
        system.note_session_use(session.id).await?;
        system.commit().await?;
    }
    Ok(None)
}

async fn rotate(state: &State, id: SessionId, old: &str) -> cordboard_store::Result<Option<String>> {
    let fresh = new_token(state)?;
    let system = state.store.system("rotate a session").await?;
    let rotated = system.rotate_session(id, hash(old), hash(&fresh)).await?;
    system.commit().await?;
    Ok(rotated.then_some(fresh))
}

/// Ends a session: where a replaced token came back, whoever holds the newer one may be the thief, so nobody
/// keeps it.
async fn end(state: &State, id: SessionId, why: &'static str) -> cordboard_store::Result<()> {
    tracing::warn!(session = %id, why, "a session is ended");
    let system = state.store.system("end a session").await?;
    system.revoke_session(id).await?;
    system.commit().await
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
