//! What people change of themselves.

use cordboard_api::profile::{
    PasswordAgain, PasswordChange, Profile, ProfileChange, RecoveryCodes, SecondFactorConfirmation,
    SecondFactorSetup,
};
use cordboard_types::{Locale, SignInPassword};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, get, send},
};

pub(crate) async fn read() -> Answer<Profile> {
    get("/profile").await
}

pub(crate) async fn change(version: i64, body: ProfileChange) -> Answer<Profile> {
    send(Method::PATCH, "/profile", &Terms::version(version), &body).await
}

/// Keeps the language with the person, whatever else has changed in the meantime.
pub(crate) async fn speak(locale: Locale) -> Answer<Profile> {
    loop {
        let version = read().await?.version;
        match change(version, ProfileChange { name: None, locale: Some(locale) }).await {
            Err(failure) if failure.is_stale() => {}
            answer => return answer,
        }
    }
}

pub(crate) async fn change_password(body: PasswordChange) -> Answer<()> {
    send(Method::PUT, "/profile/password", &Terms::default(), &body).await
}

pub(crate) async fn begin_second_factor(password: SignInPassword) -> Answer<SecondFactorSetup> {
    again("/profile/second-factor", password).await
}

pub(crate) async fn confirm_second_factor(code: String) -> Answer<RecoveryCodes> {
    let body = SecondFactorConfirmation { code };
    send(Method::POST, "/profile/second-factor/confirmations", &Terms::default(), &body).await
}

pub(crate) async fn remove_second_factor(password: SignInPassword) -> Answer<()> {
    again("/profile/second-factor/removals", password).await
}

pub(crate) async fn renew_recovery_codes(password: SignInPassword) -> Answer<RecoveryCodes> {
    again("/profile/recovery-codes", password).await
}

async fn again<T: serde::de::DeserializeOwned>(path: &str, password: SignInPassword) -> Answer<T> {
    send(Method::POST, path, &Terms::default(), &PasswordAgain { password }).await
}
