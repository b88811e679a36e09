//! The state of the site that everything on the wire shares.

use std::{
    collections::{HashMap, VecDeque},
    hash::RandomState,
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

use cordboard_telephony::{
    Fact, Registrar, Registration, SiteConfig,
    config::{Credential, Line},
    registrar,
};
use cordboard_types::Timestamp;
use tokio::sync::mpsc;

use super::limits::{Admission, Admit, Buckets};
use crate::{digest::Authenticator, wire::Flows};

/// Configuration, registrations and the feed of facts of the site.
pub(crate) struct Site {
    state: Mutex<State>,
    pub(crate) flows: Flows,
    pub(super) admission: Admission,
    pub(super) hasher: RandomState,
    facts: mpsc::Sender<Fact>,
}

/// What is guarded by the lock. Never held across a wait.
pub(super) struct State {
    pub(super) config: Arc<Directory>,
    pub(super) registrar: Registrar,
    pub(super) authenticator: Authenticator,
    sources: Buckets<IpAddr>,
    /// Wrong passwords, by address and hash of the user name.
    pub(super) guesses: Buckets<(IpAddr, u64)>,
    /// Registrations refused since the last fact about it.
    pub(super) refused: u64,
    /// Facts for which the feed had no room. While there are any, registrations are put off, so it stays short.
    pub(super) waiting: VecDeque<Fact>,
}

/// A configuration with an index of digest user names.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    pub(crate) site: SiteConfig,
    users: HashMap<String, usize>,
}

impl Directory {
    fn new(site: SiteConfig) -> Self {
        let users = site.credentials.iter().enumerate().map(|(at, c)| (c.auth_user.clone(), at)).collect();
        Self { site, users }
    }

    /// The credential set of a digest user name.
    pub(super) fn credential(&self, user: &str) -> Option<&Credential> {
        self.users.get(user).and_then(|at| self.site.credentials.get(*at))
    }

    /// The line of a credential set.
    pub(super) fn line_of(&self, credential: &Credential) -> Option<&Line> {
        self.site.line(credential.line)
    }
}

impl Site {
    pub(crate) fn new(
        flows: Flows,
        limits: registrar::Limits,
        admission: Admission,
        facts: mpsc::Sender<Fact>,
    ) -> Result<Self, ring::error::Unspecified> {
        let state = State {
            config: Arc::default(),
            registrar: Registrar::new(limits),
            authenticator: Authenticator::new()?,
            sources: Buckets::new(admission.requests),
            guesses: Buckets::new(admission.wrong_passwords),
            refused: 0,
            waiting: VecDeque::new(),
        };
        Ok(Self { state: Mutex::new(state), flows, admission, hasher: RandomState::new(), facts })
    }

    /// A panic while the lock was held ends one request; the tables are changed in steps that each leave them whole.
    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a configuration in force.
    pub(crate) fn apply(&self, config: SiteConfig) {
        let now = now();
        let mut state = self.lock();
        let facts = state.registrar.apply(&config, now);
        state.config = Arc::new(Directory::new(config));
        self.tell(&mut state, facts);
    }

    /// The configuration in force.
    pub(crate) fn config(&self) -> Arc<Directory> {
        Arc::clone(&self.lock().config)
    }

    /// The registrations in force.
    pub(crate) fn registrations(&self) -> Vec<Registration> {
        let mut state = self.lock();
        let facts = state.registrar.expire(now());
        self.tell(&mut state, facts);
        state.registrar.registrations()
    }

    /// A connection is closed.
    pub(crate) fn flow_lost(&self, connection: u64) {
        let mut state = self.lock();
        let facts = state.registrar.flow_lost(connection, now());
        self.tell(&mut state, facts);
    }

    /// Does what time asks for: expiries, the count of refused registrations, facts that waited for room.
    pub(crate) fn tick(&self) {
        let at = now();
        let mut state = self.lock();
        let mut facts = state.registrar.expire(at);
        let count = std::mem::take(&mut state.refused);
        if count > 0 {
            facts.push(Fact::RegistrationsRefused { count, at });
        }
        self.tell(&mut state, facts);
    }

    /// Room in the feed for the facts of one call, so that its record can never be lost.
    pub(crate) fn reserve(&self) -> Option<mpsc::OwnedPermit<Fact>> {
        self.facts.clone().try_reserve_owned().ok()
    }

    pub(super) fn tell(&self, state: &mut State, facts: Vec<Fact>) {
        state.waiting.extend(facts);
        while let Some(fact) = state.waiting.pop_front() {
            match self.facts.try_send(fact) {
                Ok(()) => {}
                Err(mpsc::error::TrySendError::Full(fact)) => return state.waiting.push_front(fact),
                // Nobody listens any more: the core is being stopped.
                Err(mpsc::error::TrySendError::Closed(_)) => return state.waiting.clear(),
            }
        }
    }

    /// Counts a message of a source.
    pub(super) fn charge(&self, source: IpAddr) -> Admit {
        self.lock().sources.charge(source, now())
    }
}

/// The time.
pub(crate) fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
