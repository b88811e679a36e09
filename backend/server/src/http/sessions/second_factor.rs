//! The second step of signing in.

use actix_web::{HttpRequest, HttpResponse, post, web};
use cordboard_api::{
    ErrorCode, Problem,
    sessions::{CurrentSession, Due, SecondFactor},
};
use cordboard_store::System;
use cordboard_types::PersonId;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{describe, entry};
use crate::{
    State,
    http::{
        access::Entering,
        answer,
        body::Body,
        error::{ApiError, ApiResult},
        session::SignedIn,
    },
    services::{recovery, sign_in::Attempt, totp},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(second_factor);
}

/// Shows the second factor: a code of the app, or a recovery code. Each works once.
#[utoipa::path(request_body = SecondFactor, responses(
    (status = 200, body = CurrentSession), (status = 401, body = Problem),
    (status = 422, description = "`wrong_code`", body = Problem), (status = 429, body = Problem),
))]
#[post("/sessions/current/second-factor")]
async fn second_factor(
    state: web::Data<State>,
    request: HttpRequest,
    Entering(who): Entering,
    body: Body<SecondFactor>,
) -> ApiResult<HttpResponse> {
    let session = who.session.ok_or(ErrorCode::SignedOut)?;
    if who.due != Some(Due::SecondFactor) {
        return answer::ok(&describe(&state, &who).await?);
    }
    let attempt = Attempt::on(&format!("second factor of {}", who.person), &request);
    attempt.admit(&state).await?;
    let system = state.store.system("second factor").await?;
    let right = take(&system, who.person, &body.value.code).await?;
    if right {
        attempt.succeeded(&system).await?;
        Attempt::on(who.email.as_str(), &request).succeeded(&system).await?;
        system.complete_session(session).await?;
    } else {
        attempt.failed(&system).await?;
    }
    let outcome = if right { "done" } else { "denied" };
    system.audit(None, &who.actor, entry("session.second_factor", who.person, outcome)).await?;
    system.commit().await?;
    if !right {
        return Err(ApiError::at(ErrorCode::WrongCode, "/code"));
    }
    // What is due after it is found out with the next request; a new password, if anything.
    let person = state.store.system_read("second factor").await?.person(who.person).await?;
    let due = person.must_change_password.then_some(Due::NewPassword);
    answer::ok(&describe(&state, &SignedIn { due, ..who }).await?)
}

async fn take(system: &System, person: PersonId, code: &str) -> ApiResult<bool> {
    let secret = system.totp_secret(person).await?;
    if let Some(step) = totp::step_of(&secret, code, system.now())? {
        return Ok(system.take_totp_step(person, step).await?);
    }
    Ok(system.take_recovery_code(person, &recovery::hash(code)).await?)
}
