//! Signing in and out.

use actix_web::{HttpRequest, HttpResponse, delete, get, http::header, post, web};
use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use cordboard_api::{
    ErrorCode,
    sessions::{CurrentSession, Membership, SignIn},
};
use cordboard_domain::access::allows;
use cordboard_store::{
    audit::{Actor, Entry},
    people::Person,
};
use cordboard_types::{Permission, PersonId};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    access::Anyone,
    answer,
    body::Body,
    client,
    error::{ApiError, ApiResult},
    session,
};
use crate::State;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(sign_in).service(current).service(sign_out);
}

/// Signs in: answers who it is and sets the session cookie. Unknown address and wrong password look and cost
/// the same.
#[utoipa::path(request_body = SignIn, responses(
    (status = 201, body = CurrentSession),
    (status = 401, description = "`wrong_credentials`", body = cordboard_api::Problem),
    (status = 429, description = "`rate_limited`", body = cordboard_api::Problem),
))]
#[post("/sessions")]
async fn sign_in(
    state: web::Data<State>,
    request: HttpRequest,
    body: Body<SignIn>,
) -> ApiResult<HttpResponse> {
    let SignIn { email, password } = body.value;
    let ip = client::address(&request);
    limit(&state, &format!("{ip} {email}")).await?;
    let person = {
        let system = state.store.system_read("sign in").await?;
        system.person_by_email(&email).await?
    };
    let hash = person.as_ref().map(|person| person.password_hash.clone());
    if !verify(password.as_str().to_owned(), hash).await? {
        return Err(refuse(&state, &request, email.as_str()).await);
    }
    let person = person.ok_or(ErrorCode::WrongCredentials)?;
    let token = open(&state, &request, &person).await?;
    let body = describe(&state, person).await?;
    Ok(HttpResponse::Created().cookie(session::cookie(&token)).json(body))
}

/// Who is signed in.
#[utoipa::path(responses((status = 200, body = CurrentSession), (status = 401, body = cordboard_api::Problem)))]
#[get("/sessions/current")]
async fn current(state: web::Data<State>, Anyone(who): Anyone) -> ApiResult<HttpResponse> {
    let person = {
        let system = state.store.system_read("current session").await?;
        system.person_by_email(&who.session.email).await?
    };
    answer::ok(&describe(&state, person.ok_or(ErrorCode::SignedOut)?).await?)
}

/// Signs out: the session ends at once.
#[utoipa::path(responses((status = 204), (status = 401, body = cordboard_api::Problem)))]
#[delete("/sessions/current")]
async fn sign_out(state: web::Data<State>, Anyone(who): Anyone) -> ApiResult<HttpResponse> {
    let system = state.store.system("sign out").await?;
    system.revoke_session(who.session.id).await?;
    system.audit(None, &who.actor, entry("session.end", who.session.person, "done")).await?;
    system.commit().await?;
    Ok(HttpResponse::NoContent().cookie(session::no_cookie()).finish())
}

async fn open(state: &State, request: &HttpRequest, person: &Person) -> ApiResult<String> {
    let token = session::new_token(state)?;
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let system = state.store.system("sign in").await?;
    let id =
        system.create_session(person.id, session::hash(&token), &client::address(request), agent).await?;
    let actor = Actor {
        id: Some(person.id.0),
        name: person.email.to_string(),
        credential: format!("session {id}"),
        ..nobody(request)
    };
    system.audit(None, &actor, entry("session.start", person.id, "done")).await?;
    system.commit().await?;
    Ok(token)
}

/// The refusal, written down under the address that was tried.
async fn refuse(state: &State, request: &HttpRequest, email: &str) -> ApiError {
    let written = async {
        let system = state.store.system("refuse a sign-in").await?;
        let entry = Entry {
            action: "session.start",
            target_kind: "person",
            target_id: None,
            outcome: "denied",
            detail: serde_json::json!({ "email": email }),
        };
        system.audit(None, &nobody(request), entry).await?;
        system.commit().await
    };
    match written.await {
        Ok(()) => ErrorCode::WrongCredentials.into(),
        Err(error) => error.into(),
    }
}

fn nobody(request: &HttpRequest) -> Actor {
    Actor {
        id: None,
        name: "nobody".to_owned(),
        credential: "none".to_owned(),
        ip: client::address(request),
        request_id: super::problem::request_id(request),
    }
}

fn entry(action: &'static str, person: PersonId, outcome: &'static str) -> Entry {
    Entry {
        action,
        target_kind: "person",
        target_id: Some(person.0),
        outcome,
        detail: serde_json::Value::Null,
    }
}

async fn describe(state: &State, person: Person) -> ApiResult<CurrentSession> {
    let system = state.store.system_read("current session").await?;
    let memberships = system.memberships(person.id).await?;
    let of_role = |role| Permission::ALL.iter().copied().filter(|p| allows(role, *p)).collect();
    let membership = |m: cordboard_store::people::Membership| Membership {
        node: m.node,
        node_name: m.node_name,
        node_kind: m.node_kind,
        role: m.role,
        permissions: of_role(m.role),
    };
    Ok(CurrentSession {
        person: person.id,
        name: person.name,
        email: person.email,
        locale: person.locale,
        memberships: memberships.into_iter().map(membership).collect(),
    })
}

/// Ten tries a minute for one address from one place.
async fn limit(state: &State, who: &str) -> ApiResult<()> {
    let verdict = state
        .cache
        .hit(&format!("sign-in {who}"), std::time::Duration::from_secs(60), 10)
        .await
        .map_err(ApiError::internal)?;
    if verdict.allowed { Ok(()) } else { Err(ApiError::rate_limited(verdict.retry_after_seconds())) }
}

/// Hashes a password for storing: argon2id with the library's recommended cost.
///
/// # Errors
/// When the system has no randomness to give.
pub fn hash_password(password: &str) -> ApiResult<String> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(ApiError::internal)?;
    Ok(hash.to_string())
}

/// Compares off the event loop; without a hash the same work is done for nothing.
async fn verify(password: String, hash: Option<String>) -> ApiResult<bool> {
    let work = move || {
        let parsed = hash.as_deref().and_then(|hash| PasswordHash::new(hash).ok());
        match parsed {
            Some(hash) => Argon2::default().verify_password(password.as_bytes(), &hash).is_ok(),
            None => Argon2::default().hash_password(password.as_bytes()).is_err(),
        }
    };
    web::block(work).await.map_err(ApiError::internal)
}
