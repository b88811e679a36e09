//! A forgotten password: a link by mail, with which a new one is set.

use actix_web::{HttpRequest, HttpResponse, post, web};
use cordboard_api::{
    ErrorCode, Problem,
    profile::{PasswordForgotten, PasswordReset},
};
use cordboard_store::StoreError;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    answer,
    body::Body,
    client,
    error::{ApiError, ApiResult},
    session,
    sessions::{entry, nobody},
};
use crate::{
    State,
    services::{passwords, reset_mail},
};

/// Links one address may ask for in an hour, and one place.
const PER_HOUR: u32 = 5;
const HOUR: std::time::Duration = std::time::Duration::from_secs(3600);

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(ask).service(complete);
}

/// Mails a link to a person who forgot the password. Answered alike, and as fast, whether there is such a person.
#[utoipa::path(request_body = PasswordForgotten, responses((status = 202), (status = 429, body = Problem)))]
#[post("/password-resets")]
async fn ask(
    state: web::Data<State>,
    request: HttpRequest,
    body: Body<PasswordForgotten>,
) -> ApiResult<HttpResponse> {
    let email = body.value.email;
    for subject in [client::address(&request), email.to_string()] {
        let verdict = state.cache.hit(&format!("password-reset {subject}"), HOUR, PER_HOUR).await;
        let verdict = verdict.map_err(ApiError::internal)?;
        if !verdict.allowed {
            return Err(ApiError::rate_limited(verdict.retry_after_seconds()));
        }
    }
    reset_mail::send(&state, email, nobody(&request));
    Ok(HttpResponse::Accepted().finish())
}

/// Sets a new password with the link of a mail; every session of the person ends.
#[utoipa::path(request_body = PasswordReset, responses(
    (status = 204), (status = 404, description = "`link_over`", body = Problem), (status = 422, body = Problem),
))]
#[post("/password-resets/completions")]
async fn complete(
    state: web::Data<State>,
    request: HttpRequest,
    body: Body<PasswordReset>,
) -> ApiResult<HttpResponse> {
    let token = session::hash(&body.value.token);
    let person = {
        let system = state.store.system_read("reset a password").await?;
        system.person(system.password_reset(&token).await.map_err(over)?).await?
    };
    passwords::check(&state, body.value.password.as_str(), &passwords::known_of(&person), "/password")?;
    let hash = passwords::hash_aside(body.value.password.as_str()).await?;
    let system = state.store.system("reset a password").await?;
    system.use_password_reset(&token).await.map_err(over)?;
    system.set_password(person.id, &hash, false).await?;
    system.revoke_sessions(person.id, None).await?;
    system.audit(None, &nobody(&request), entry("person.reset_password", person.id, "done")).await?;
    system.commit().await?;
    Ok(answer::done())
}

/// Unknown, used and over are one answer.
pub(super) fn over(error: StoreError) -> ApiError {
    match error {
        StoreError::NotFound => ErrorCode::LinkOver.into(),
        other => other.into(),
    }
}
