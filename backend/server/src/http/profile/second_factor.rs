//! Setting the second factor up and taking it away.

use actix_web::{HttpRequest, HttpResponse, post, web};
use cordboard_api::{
    ErrorCode, Problem,
    profile::{PasswordAgain, RecoveryCodes, SecondFactorConfirmation, SecondFactorSetup},
};
use cordboard_store::StoreError;
use utoipa_actix_web::service_config::ServiceConfig;

use super::known;
use crate::{
    State,
    http::{
        access::{Oneself, SettingUp},
        answer,
        body::Body,
        error::{ApiError, ApiResult},
        sessions::entry,
    },
    services::{recovery, totp},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(begin).service(confirm).service(remove).service(renew_codes);
}

/// Makes a secret for an authenticator app. It counts once the first code is confirmed.
#[utoipa::path(request_body = PasswordAgain, responses(
    (status = 201, body = SecondFactorSetup), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 422, description = "`wrong_password`", body = Problem),
))]
#[post("/profile/second-factor")]
async fn begin(
    state: web::Data<State>,
    request: HttpRequest,
    SettingUp(who): SettingUp,
    body: Body<PasswordAgain>,
) -> ApiResult<HttpResponse> {
    let person = known(&state, &request, &who, body.value.password.as_str(), "/password").await?;
    if person.second_factor_since.is_some() {
        return Err(ErrorCode::Conflict.into());
    }
    let secret = totp::base32(&state.store.sealer().random()?);
    let system = state.store.system("set up a second factor").await?;
    system.put_totp_secret(who.person, &secret).await?;
    system.audit(None, &who.actor, entry("person.second_factor_setup", who.person, "done")).await?;
    system.commit().await?;
    let uri = totp::uri(&secret, person.email.as_str())?;
    let picture = totp::picture(&uri)?;
    answer::created(&SecondFactorSetup { secret: secret.to_string(), uri, picture })
}

/// Asks for the second factor from now on: the app's first code shows that it works. Answers recovery codes.
#[utoipa::path(request_body = SecondFactorConfirmation, responses(
    (status = 201, body = RecoveryCodes), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 422, description = "`wrong_code`", body = Problem),
))]
#[post("/profile/second-factor/confirmations")]
async fn confirm(
    state: web::Data<State>,
    SettingUp(who): SettingUp,
    body: Body<SecondFactorConfirmation>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("confirm a second factor").await?;
    let secret = match system.totp_secret(who.person).await {
        Err(StoreError::NotFound) => return Err(ErrorCode::Conflict.into()),
        secret => secret?,
    };
    if system.person(who.person).await?.second_factor_since.is_some() {
        return Err(ErrorCode::Conflict.into());
    }
    let step = totp::step_of(&secret, &body.value.code, system.now())?;
    let step = step.ok_or_else(|| ApiError::at(ErrorCode::WrongCode, "/code"))?;
    let codes = recovery::fresh(&state.store)?;
    system.enable_second_factor(who.person, codes.iter().map(|code| recovery::hash(code)).collect()).await?;
    system.take_totp_step(who.person, step).await?;
    system.audit(None, &who.actor, entry("person.second_factor", who.person, "done")).await?;
    system.commit().await?;
    answer::created(&RecoveryCodes { codes })
}

/// Takes the second factor away.
#[utoipa::path(request_body = PasswordAgain, responses(
    (status = 204), (status = 401, body = Problem), (status = 422, body = Problem),
))]
#[post("/profile/second-factor/removals")]
async fn remove(
    state: web::Data<State>,
    request: HttpRequest,
    Oneself(who): Oneself,
    body: Body<PasswordAgain>,
) -> ApiResult<HttpResponse> {
    known(&state, &request, &who, body.value.password.as_str(), "/password").await?;
    let system = state.store.system("remove a second factor").await?;
    system.disable_second_factor(who.person).await?;
    system.audit(None, &who.actor, entry("person.second_factor_removal", who.person, "done")).await?;
    system.commit().await?;
    Ok(answer::done())
}

/// Makes new recovery codes; the ones before are dead.
#[utoipa::path(request_body = PasswordAgain, responses(
    (status = 201, body = RecoveryCodes), (status = 401, body = Problem), (status = 409, body = Problem),
    (status = 422, body = Problem),
))]
#[post("/profile/recovery-codes")]
async fn renew_codes(
    state: web::Data<State>,
    request: HttpRequest,
    Oneself(who): Oneself,
    body: Body<PasswordAgain>,
) -> ApiResult<HttpResponse> {
    let person = known(&state, &request, &who, body.value.password.as_str(), "/password").await?;
    if person.second_factor_since.is_none() {
        return Err(ErrorCode::Conflict.into());
    }
    let codes = recovery::fresh(&state.store)?;
    let system = state.store.system("renew recovery codes").await?;
    let hashes = codes.iter().map(|code| recovery::hash(code)).collect();
    system.replace_recovery_codes(who.person, hashes).await?;
    system.audit(None, &who.actor, entry("person.recovery_codes", who.person, "done")).await?;
    system.commit().await?;
    answer::created(&RecoveryCodes { codes })
}
