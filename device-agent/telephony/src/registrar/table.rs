//! The table of bindings and the order in which they expire.

use std::collections::{BTreeSet, HashMap};

use cordboard_types::{LineId, Timestamp};

use super::{Binding, Contact, ContactChange, Limits, RegisterError, RegisterRequest};
use crate::{
    config::SiteConfig,
    facts::{Fact, Registration, UnregisterReason},
};

/// The bindings of all lines of a site.
#[derive(Debug, Default)]
pub struct Registrar {
    limits: Limits,
    lines: HashMap<LineId, HashMap<u64, Binding>>,
    /// Every binding once, the next to expire first.
    expiries: BTreeSet<(Timestamp, u64, LineId)>,
    next: u64,
}

/// The outcome of a registration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// Contacts of the line now, oldest registration first: the Contact headers of the answer.
    pub bindings: Vec<Registration>,
    /// What is to be told.
    pub facts: Vec<Fact>,
}

impl Registrar {
    /// An empty registrar.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Adds, refreshes or removes contacts of a line, all or nothing.
    ///
    /// # Errors
    /// [`RegisterError`]; nothing has changed then.
    pub fn register(
        &mut self,
        request: &RegisterRequest,
        now: Timestamp,
    ) -> Result<Registered, RegisterError> {
        let mut facts = self.expire(now);
        self.check(request)?;
        if request.remove_all {
            let own = |binding: &Binding| binding.registration.credential == request.credential;
            self.remove_where(UnregisterReason::Asked, now, &mut facts, |line, b| {
                line == request.line && own(b)
            });
        }
        for change in &request.changes {
            self.change(request, change, now, &mut facts);
        }
        Ok(Registered { bindings: self.registrations_of(request.line), facts })
    }

    /// Contacts of a line that calls are sent to.
    #[must_use]
    pub fn bindings_of(&self, line: LineId, now: Timestamp) -> Vec<Binding> {
        let mut bindings: Vec<_> = self
            .of(line)
            .map(|(_, binding)| binding)
            .filter(|binding| binding.registration.expires_at > now)
            .cloned()
            .collect();
        bindings.sort_by(|a, b| order(&a.registration).cmp(&order(&b.registration)));
        bindings
    }

    /// All registrations, by line and age.
    #[must_use]
    pub fn registrations(&self) -> Vec<Registration> {
        let all = self.lines.values().flat_map(HashMap::values);
        let mut all: Vec<_> = all.map(|binding| binding.registration.clone()).collect();
        all.sort_by(|a, b| (a.line, order(a)).cmp(&(b.line, order(b))));
        all
    }

    /// When the next binding expires.
    #[must_use]
    pub fn next_expiry(&self) -> Option<Timestamp> {
        self.expiries.first().map(|(at, _, _)| *at)
    }

    /// Removes what has expired.
    pub fn expire(&mut self, now: Timestamp) -> Vec<Fact> {
        let mut facts = Vec::new();
        while let Some((at, id, line)) = self.expiries.first().copied() {
            if at > now {
                break;
            }
            self.remove(line, id, UnregisterReason::Expired, at, &mut facts);
        }
        facts
    }

    /// Removes what a new configuration no longer allows: bindings of rotated or removed credentials (A-105,
    /// A-106), of credentials that moved to another line, and of lines that are disabled or gone.
    pub fn apply(&mut self, config: &SiteConfig, now: Timestamp) -> Vec<Fact> {
        let allowed: HashMap<_, _> = config
            .credentials
            .iter()
            .filter(|credential| config.line(credential.line).is_some_and(|line| line.enabled))
            .map(|credential| (credential.id, (credential.line, credential.version)))
            .collect();
        let mut facts = Vec::new();
        self.remove_where(UnregisterReason::Revoked, now, &mut facts, |line, binding| {
            let made_with = (line, binding.registration.credential_version);
            allowed.get(&binding.registration.credential) != Some(&made_with)
        });
        facts
    }

    /// Removes the bindings of a connection that is closed: their devices cannot be reached any more and will
    /// register again.
    pub fn flow_lost(&mut self, connection: u64, now: Timestamp) -> Vec<Fact> {
        let mut facts = Vec::new();
        self.remove_where(UnregisterReason::FlowLost, now, &mut facts, |_, binding| {
            connection != 0 && binding.flow.connection == connection
        });
        facts
    }

    /// Number of bindings.
    #[must_use]
    pub fn len(&self) -> usize {
        self.expiries.len()
    }

    /// Whether nobody is registered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.expiries.is_empty()
    }

    fn of(&self, line: LineId) -> impl Iterator<Item = (u64, &Binding)> {
        self.lines.get(&line).into_iter().flatten().map(|(id, binding)| (*id, binding))
    }

    fn registrations_of(&self, line: LineId) -> Vec<Registration> {
        let mut all: Vec<_> = self.of(line).map(|(_, binding)| binding.registration.clone()).collect();
        all.sort_by(|a, b| order(a).cmp(&order(b)));
        all
    }

    fn check(&self, request: &RegisterRequest) -> Result<(), RegisterError> {
        if request.changes.len() > self.limits.max_contacts {
            return Err(RegisterError::TooManyContacts);
        }
        let min = self.limits.min_expires;
        if request.changes.iter().filter_map(|change| change.expires).any(|asked| asked > 0 && asked < min) {
            return Err(RegisterError::TooBrief { min });
        }
        // An equal CSeq is a retransmission: doing it again changes nothing but the time.
        let older = |binding: &Binding| binding.call_id == request.call_id && binding.cseq > request.cseq;
        if self.of(request.line).any(|(_, binding)| older(binding)) {
            return Err(RegisterError::OutOfOrder);
        }
        Ok(())
    }

    fn change(
        &mut self,
        request: &RegisterRequest,
        change: &ContactChange,
        now: Timestamp,
        facts: &mut Vec<Fact>,
    ) {
        let seconds = change.expires.unwrap_or(self.limits.default_expires).min(self.limits.max_expires);
        if let Some(id) = self.find(request, &change.contact) {
            if seconds == 0 {
                return self.remove(request.line, id, UnregisterReason::Asked, now, facts);
            }
            self.replace(request, id, &change.contact, now, facts);
        }
        if seconds > 0 {
            self.make_room(request.line, now, facts);
            self.insert(request.binding(&change.contact, now, seconds), facts);
        }
    }

    /// The binding this contact refreshes or replaces: the same URI, or the same device with another URI.
    fn find(&self, request: &RegisterRequest, contact: &Contact) -> Option<u64> {
        let same_device = |binding: &Binding| {
            contact.instance.is_some()
                && binding.contact.instance == contact.instance
                && binding.registration.credential == request.credential
        };
        let found = self.of(request.line).find(|(_, b)| b.contact.uri == contact.uri || same_device(b));
        found.map(|(id, _)| id)
    }

    /// Takes a binding out to be put back in; told only when its contact changes.
    fn replace(
        &mut self,
        request: &RegisterRequest,
        id: u64,
        contact: &Contact,
        now: Timestamp,
        facts: &mut Vec<Fact>,
    ) {
        let mut told = Vec::new();
        self.remove(request.line, id, UnregisterReason::Replaced, now, &mut told);
        let other = |fact: &Fact| matches!(fact, Fact::Unregistered { registration, .. } if registration.contact != contact.uri);
        facts.extend(told.into_iter().filter(other));
    }

    fn make_room(&mut self, line: LineId, now: Timestamp, facts: &mut Vec<Fact>) {
        while self.of(line).count() >= self.limits.max_contacts {
            let Some(oldest) = self.of(line).min_by_key(|(_, b)| b.registration.registered_at) else {
                return;
            };
            self.remove(line, oldest.0, UnregisterReason::Replaced, now, facts);
        }
    }

    fn insert(&mut self, binding: Binding, facts: &mut Vec<Fact>) {
        self.next += 1;
        let registration = binding.registration.clone();
        self.expiries.insert((registration.expires_at, self.next, registration.line));
        self.lines.entry(registration.line).or_default().insert(self.next, binding);
        facts.push(Fact::Registered(registration));
    }

    fn remove(
        &mut self,
        line: LineId,
        id: u64,
        reason: UnregisterReason,
        at: Timestamp,
        facts: &mut Vec<Fact>,
    ) {
        let Some(bindings) = self.lines.get_mut(&line) else { return };
        if let Some(binding) = bindings.remove(&id) {
            self.expiries.remove(&(binding.registration.expires_at, id, line));
            facts.push(Fact::Unregistered { registration: binding.registration, reason, at });
        }
        if bindings.is_empty() {
            self.lines.remove(&line);
        }
    }

    fn remove_where(
        &mut self,
        reason: UnregisterReason,
        at: Timestamp,
        facts: &mut Vec<Fact>,
        goes: impl Fn(LineId, &Binding) -> bool,
    ) {
        let all = self
            .lines
            .iter()
            .flat_map(|(line, bindings)| bindings.iter().map(move |(id, b)| (*line, *id, b)));
        let mut gone: Vec<_> =
            all.filter(|(line, _, b)| goes(*line, b)).map(|(line, id, _)| (line, id)).collect();
        gone.sort_unstable();
        gone.into_iter().for_each(|(line, id)| self.remove(line, id, reason, at, facts));
    }
}

fn order(registration: &Registration) -> (Timestamp, &str) {
    (registration.registered_at, &registration.contact)
}
