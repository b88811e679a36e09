//! Signing in and out, and the sessions of who asks.

mod acting;
mod describe;
mod second_factor;

use actix_web::{HttpRequest, HttpResponse, delete, get, http::header, post, web};
use cordboard_api::{
    Page, Problem,
    sessions::{CurrentSession, ListedSession, SignIn},
};
use cordboard_store::{
    audit::{Actor, Entry},
    people::Person,
    sessions::Listed,
};
use cordboard_types::{PersonId, SessionId};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{Entering, Oneself},
    answer,
    body::Body,
    client,
    error::{ApiError, ApiResult},
    session, trail,
};
use crate::{
    State,
    services::sign_in::{Attempt, open, verify},
};

pub(super) use describe::describe;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(sign_in).service(current).service(sign_out).service(list).service(end).service(end_others);
    second_factor::configure(config);
    acting::configure(config);
}

/// Signs in: answers who it is and sets the session cookie. Unknown address and wrong password look and cost
/// the same; whoever guesses waits longer each time.
#[utoipa::path(request_body = SignIn, responses(
    (status = 201, body = CurrentSession),
    (status = 401, description = "`wrong_credentials`", body = Problem),
    (status = 403, description = "`outside_networks`: the password is right, but not from there", body = Problem),
    (status = 429, description = "`rate_limited`", body = Problem),
))]
#[post("/sessions")]
async fn sign_in(
    state: web::Data<State>,
    request: HttpRequest,
    body: Body<SignIn>,
) -> ApiResult<HttpResponse> {
    let attempt = Attempt::on(body.value.email.as_str(), &request);
    attempt.admit(&state).await?;
    match verify(&state, &body.value, &client::address(&request)).await {
        Ok(person) => admit(&state, &request, &attempt, person).await,
        Err(error) => {
            refuse(&state, &request, &attempt, body.value.email.as_str()).await?;
            Err(error)
        }
    }
}

async fn admit(
    state: &State,
    request: &HttpRequest,
    attempt: &Attempt,
    person: Person,
) -> ApiResult<HttpResponse> {
    let token = session::new_token(state)?;
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let system = state.store.system("sign in").await?;
    let actor = open(&system, &person, &client::address(request), agent, &token).await?;
    let actor = Actor { request_id: super::problem::request_id(request), ..actor };
    // The failures stand until the second factor was shown, or it could be guessed without end.
    if person.second_factor_since.is_none() {
        attempt.succeeded(&system).await?;
    }
    system.audit(None, &actor, entry("session.start", person.id, "done")).await?;
    let body = describe::after_password(&system, person, &client::address(request)).await?;
    system.commit().await?;
    let mut response = answer::created(&body)?;
    response.add_cookie(&session::cookie(&token)).map_err(ApiError::internal)?;
    Ok(response)
}

/// The refusal, counted, and told to the trail with the address that was tried.
async fn refuse(state: &State, request: &HttpRequest, attempt: &Attempt, email: &str) -> ApiResult<()> {
    let system = state.store.system("refuse a sign-in").await?;
    attempt.failed(&system).await?;
    trail::tried(request, email);
    Ok(system.commit().await?)
}

/// Who is signed in, and what has to be done first.
#[utoipa::path(responses((status = 200, body = CurrentSession), (status = 401, body = Problem)))]
#[get("/sessions/current")]
async fn current(state: web::Data<State>, Entering(who): Entering) -> ApiResult<HttpResponse> {
    answer::ok(&describe(&state, &who).await?)
}

/// Signs out: the session ends at once.
#[utoipa::path(responses((status = 204), (status = 401, body = Problem)))]
#[delete("/sessions/current")]
async fn sign_out(state: web::Data<State>, Entering(who): Entering) -> ApiResult<HttpResponse> {
    let system = state.store.system("sign out").await?;
    if let Some(session) = who.session {
        system.revoke_session(session).await?;
    }
    system.audit(None, &who.actor, entry("session.end", who.person, "done")).await?;
    system.commit().await?;
    Ok(HttpResponse::NoContent().cookie(session::no_cookie()).finish())
}

/// The sessions of who asks, the last used first; there are few.
#[utoipa::path(responses((status = 200, body = Page<ListedSession>), (status = 401, body = Problem)))]
#[get("/sessions")]
async fn list(state: web::Data<State>, Oneself(who): Oneself) -> ApiResult<HttpResponse> {
    let rows = state.store.system_read("list sessions").await?.sessions(who.person).await?;
    let message = |row: Listed| ListedSession {
        id: row.id,
        current: Some(row.id) == who.session,
        created_at: row.created_at,
        seen_at: row.seen_at,
        ip: row.ip,
        user_agent: row.user_agent,
    };
    answer::ok(&Page { items: rows.into_iter().map(message).collect(), next: None })
}

/// Ends one of one's sessions.
#[utoipa::path(responses((status = 204), (status = 401, body = Problem), (status = 404, body = Problem)))]
#[delete("/sessions/{session}")]
async fn end(
    state: web::Data<State>,
    Oneself(who): Oneself,
    path: web::Path<Uuid>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("end a session").await?;
    system.revoke_session_of(who.person, SessionId(*path)).await?;
    system.audit(None, &who.actor, entry("session.revoke", who.person, "done")).await?;
    system.commit().await?;
    Ok(answer::done())
}

/// Ends every session of one's own but the one that asks.
#[utoipa::path(responses((status = 204), (status = 401, body = Problem)))]
#[delete("/sessions")]
async fn end_others(state: web::Data<State>, Oneself(who): Oneself) -> ApiResult<HttpResponse> {
    let system = state.store.system("end sessions").await?;
    system.revoke_sessions(who.person, who.session).await?;
    system.audit(None, &who.actor, entry("session.revoke", who.person, "done")).await?;
    system.commit().await?;
    Ok(answer::done())
}

/// Nobody signed in, for the audit log.
pub(crate) fn nobody(request: &HttpRequest) -> Actor {
    Actor { name: "nobody".to_owned(), credential: "none".to_owned(), ..client::actor(request) }
}

pub(crate) fn entry(action: &'static str, person: PersonId, outcome: &'static str) -> Entry {
    Entry {
        action,
        target_kind: "person",
        target_id: Some(person.0),
        outcome,
        detail: serde_json::Value::Null,
    }
}
