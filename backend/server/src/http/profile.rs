//! What people change of themselves: name, language, password, second factor.

mod second_factor;

use actix_web::{HttpRequest, HttpResponse, get, patch, put, web};
use cordboard_api::{
    ErrorCode, Problem,
    profile::{PasswordChange, Profile, ProfileChange},
};
use cordboard_store::people::Person;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    access::{Entering, Oneself},
    answer,
    body::Body,
    conditional::IfMatch,
    error::{ApiError, ApiResult},
    session::SignedIn,
    sessions::entry,
};
use crate::{
    State,
    services::{passwords, sign_in::Attempt},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(read).service(change).service(change_password);
    second_factor::configure(config);
}

/// One's own profile.
#[utoipa::path(responses((status = 200, body = Profile), (status = 401, body = Problem)))]
#[get("/profile")]
async fn read(state: web::Data<State>, Oneself(who): Oneself) -> ApiResult<HttpResponse> {
    let profile = profile(&state, &who).await?;
    let version = profile.version;
    answer::versioned(&profile, version)
}

/// Changes one's name or language.
#[utoipa::path(request_body = ProfileChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Profile), (status = 401, body = Problem), (status = 412, body = Problem),
))]
#[patch("/profile")]
async fn change(
    state: web::Data<State>,
    Oneself(who): Oneself,
    version: IfMatch,
    body: Body<ProfileChange>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("change a profile").await?;
    let person = system.person(who.person).await?;
    let ProfileChange { name, locale } = body.value;
    let (name, locale) = (name.unwrap_or(person.name), locale.unwrap_or(person.locale));
    system.change_person(who.person, version.0, &name, locale).await?;
    system.audit(None, &who.actor, entry("person.change", who.person, "done")).await?;
    system.commit().await?;
    let profile = profile(&state, &who).await?;
    let version = profile.version;
    answer::versioned(&profile, version)
}

/// Sets a new password; every other session of the person ends. The only thing one can do while one is due.
#[utoipa::path(request_body = PasswordChange, responses(
    (status = 204), (status = 401, body = Problem),
    (status = 422, description = "`wrong_password`, `password_too_weak`, `password_breached`", body = Problem),
))]
#[put("/profile/password")]
async fn change_password(
    state: web::Data<State>,
    request: HttpRequest,
    Entering(who): Entering,
    body: Body<PasswordChange>,
) -> ApiResult<HttpResponse> {
    may_change_password(&who)?;
    let person = known(&state, &request, &who, body.value.current.as_str(), "/current").await?;
    let new = body.value.new.as_str();
    passwords::check(&state, new, &passwords::known_of(&person), "/new")?;
    if new == body.value.current.as_str() {
        return Err(ApiError::at(ErrorCode::PasswordTooWeak, "/new"));
    }
    let hash = passwords::hash_aside(new).await?;
    let system = state.store.system("change a password").await?;
    system.set_password(who.person, &hash, false).await?;
    system.revoke_sessions(who.person, who.session).await?;
    system.audit(None, &who.actor, entry("person.change_password", who.person, "done")).await?;
    system.commit().await?;
    Ok(answer::done())
}

/// In a browser, as oneself, past the second factor.
fn may_change_password(who: &SignedIn) -> ApiResult<()> {
    use cordboard_api::sessions::Due;
    match who {
        SignedIn { session: None, .. } => Err(ErrorCode::Forbidden.into()),
        SignedIn { acting: Some(_), .. } => Err(ErrorCode::NotWhileActing.into()),
        SignedIn { due: Some(Due::SecondFactor), .. } => Err(ErrorCode::SecondFactorDue.into()),
        _ => Ok(()),
    }
}

/// The person, after giving the password again: whoever finds an open browser does not have it.
pub(super) async fn known(
    state: &State,
    request: &HttpRequest,
    who: &SignedIn,
    password: &str,
    pointer: &str,
) -> ApiResult<Person> {
    let attempt = Attempt::on(&format!("password of {}", who.person), request);
    attempt.admit(state).await?;
    let person = state.store.system_read("password again").await?.person(who.person).await?;
    if passwords::verify(password, Some(person.password_hash.clone())).await? {
        return Ok(person);
    }
    let system = state.store.system("refuse a password").await?;
    attempt.failed(&system).await?;
    system.audit(None, &who.actor, entry("person.password_again", who.person, "denied")).await?;
    system.commit().await?;
    Err(ApiError::at(ErrorCode::WrongPassword, pointer))
}

async fn profile(state: &State, who: &SignedIn) -> ApiResult<Profile> {
    let system = state.store.system_read("read a profile").await?;
    let person = system.person(who.person).await?;
    let left = system.recovery_codes_left(who.person).await?;
    Ok(Profile {
        id: person.id,
        name: person.name,
        email: person.email,
        locale: person.locale,
        second_factor_since: person.second_factor_since,
        recovery_codes: u32::try_from(left).unwrap_or(u32::MAX),
        version: person.version,
    })
}
