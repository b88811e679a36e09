//! Signing in: guessing costs time, and nobody learns which addresses exist.

use actix_web::HttpRequest;
use cordboard_api::{ErrorCode, sessions::SignIn};
use cordboard_store::{System, audit::Actor, people::Person, sign_in_guard::Patience};
use ring::digest::{SHA256, digest};

use super::passwords;
use crate::{
    State,
    http::{
        client,
        error::{ApiError, ApiResult},
        session::{self, admission},
    },
};

/// For one address from one place: what a person mistypes.
const HERE: Patience = Patience { free: 5, first_wait: 30_000, longest: 3_600_000 };
/// For one address from anywhere: what many places guess together. Its longest wait is short, so that nobody locks
/// somebody else out for long.
const ANYWHERE: Patience = Patience { free: 50, first_wait: 30_000, longest: 900_000 };

/// What is tried, as hashes: it may be a password typed into the wrong field.
pub struct Attempt {
    here: Vec<u8>,
    anywhere: Vec<u8>,
}

impl Attempt {
    /// An attempt on `subject` by a request.
    #[must_use]
    pub fn on(subject: &str, request: &HttpRequest) -> Self {
        let of = |text: &str| digest(&SHA256, text.as_bytes()).as_ref().to_vec();
        let here = of(&format!("{} {subject}", client::address(request)));
        Self { here, anywhere: of(subject) }
    }

    fn subjects(&self) -> [Vec<u8>; 2] {
        [self.here.clone(), self.anywhere.clone()]
    }

    /// Refuses while it has to wait.
    ///
    /// # Errors
    /// [`ErrorCode::RateLimited`] with the seconds that are left.
    pub async fn admit(&self, state: &State) -> ApiResult<()> {
        let system = state.store.system_read("sign in").await?;
        let left = system.sign_in_blocked_until(&self.subjects()).await?.since(system.now());
        if left <= 0 {
            return Ok(());
        }
        Err(ApiError::rate_limited(u32::try_from(left.saturating_add(999) / 1000).unwrap_or(u32::MAX)))
    }

    /// Counts a failure.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn failed(&self, system: &System) -> ApiResult<()> {
        system.count_sign_in_failure(&self.here, HERE).await?;
        system.count_sign_in_failure(&self.anywhere, ANYWHERE).await?;
        Ok(())
    }

    /// Forgets the failures.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn succeeded(&self, system: &System) -> ApiResult<()> {
        Ok(system.forgive_sign_ins(&self.subjects()).await?)
    }
}

/// The person whose address and password these are. Unknown address and wrong password look and cost the same.
///
/// # Errors
/// [`ErrorCode::WrongCredentials`]; nothing else is said. [`ErrorCode::OutsideNetworks`] when both are right and nothing
/// the person may do counts from `ip`.
pub async fn verify(state: &State, sign_in: &SignIn, ip: &str) -> ApiResult<Person> {
    let person = {
        let system = state.store.system_read("sign in").await?;
        system.person_by_email(&sign_in.email).await?
    };
    let hash = person.as_ref().map(|person| person.password_hash.clone());
    let right = passwords::verify(sign_in.password.as_str(), hash).await?;
    let person = person.filter(|_| right).ok_or_else(|| ApiError::new(ErrorCode::WrongCredentials))?;
    let system = state.store.system_read("sign in").await?;
    let rights = admission::rights(&system, person.id, ip).await?;
    if rights.are_all_outside() { Err(ErrorCode::OutsideNetworks.into()) } else { Ok(person) }
}

/// Opens a session of a person; answers its token. With a second factor it is worth nothing until that is shown.
///
/// # Errors
/// When the database fails.
pub async fn open(system: &System, person: &Person, ip: &str, agent: &str, token: &str) -> ApiResult<Actor> {
    let due = person.second_factor_since.is_some();
    let id = system.create_session(person.id, session::hash(token), ip, agent, due).await?;
    system.note_sign_in(person.id).await?;
    Ok(Actor {
        id: Some(person.id.0),
        name: person.email.to_string(),
        credential: format!("session {id}"),
        ip: ip.to_owned(),
        user_agent: agent.to_owned(),
        ..Actor::default()
    })
}
