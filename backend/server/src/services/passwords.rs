//! Passwords: hashed with argon2id, compared off the event loop, refused when they are weak or known to be stolen.

mod breached;

use actix_web::web;
use argon2::{Argon2, PasswordHash, PasswordHasher, PasswordVerifier};
use cordboard_api::ErrorCode;
use cordboard_store::people::Person;

pub use breached::{Breached, ReadError};

use crate::{
    State,
    http::error::{ApiError, ApiResult},
};

/// Characters of the shortest password.
const SHORTEST: usize = 10;

/// Hashes a password for storing: argon2id with the library's recommended cost.
///
/// # Errors
/// When the system has no randomness to give.
pub fn hash(password: &str) -> ApiResult<String> {
    let hash = Argon2::default().hash_password(password.as_bytes()).map_err(ApiError::internal)?;
    Ok(hash.to_string())
}

/// The same off the event loop.
///
/// # Errors
/// When the system has no randomness to give.
pub async fn hash_aside(password: &str) -> ApiResult<String> {
    let password = password.to_owned();
    web::block(move || hash(&password)).await.map_err(ApiError::internal)?
}

/// Compares off the event loop; without a hash the same work is done for nothing.
///
/// # Errors
/// When the work was cut short.
pub async fn verify(password: &str, hash: Option<String>) -> ApiResult<bool> {
    let password = password.to_owned();
    let work = move || {
        let parsed = hash.as_deref().and_then(|hash| PasswordHash::new(hash).ok());
        match parsed {
            Some(hash) => Argon2::default().verify_password(password.as_bytes(), &hash).is_ok(),
            None => Argon2::default().hash_password(password.as_bytes()).is_err(),
        }
    };
    web::block(work).await.map_err(ApiError::internal)
}

/// Whether a person may have this password: long enough, not easy to guess from what is known of them, not on the
/// operator's list.
///
/// # Errors
/// [`ErrorCode::PasswordTooWeak`] or [`ErrorCode::PasswordBreached`] at `pointer`.
pub fn check(state: &State, password: &str, about: &[&str], pointer: &str) -> ApiResult<()> {
    let score = zxcvbn::zxcvbn(password, about).score();
    if password.chars().count() < SHORTEST || score < zxcvbn::Score::Three {
        return Err(ApiError::at(ErrorCode::PasswordTooWeak, pointer));
    }
    if state.breached.contains(password) {
        return Err(ApiError::at(ErrorCode::PasswordBreached, pointer));
    }
    Ok(())
}

/// What is known of a person and so no part of a good password.
#[must_use]
pub fn known_of(person: &Person) -> [&str; 2] {
    [person.name.as_str(), person.email.as_str()]
}
