//! What nobody signed in was refused: counted in memory, and written down once a minute in few rows, so that
//! nobody fills the log by knocking.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, PoisonError},
};

use cordboard_store::{
    Result, Store,
    audit::{Actor, Entry},
};
use serde_json::{Value, json};

/// Rows in one go; what else there was is one row more.
const MOST: usize = 100;
/// Addresses tried that one row names.
const TRIED: usize = 10;

/// A request of nobody that was refused.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) action: &'static str,
    pub(super) ip: String,
    pub(super) user_agent: String,
    pub(super) code: &'static str,
    pub(super) tried: Option<String>,
}

/// Refusals by action and address.
#[derive(Debug, Default)]
pub struct Strangers(Mutex<Tallies>);

#[derive(Debug, Default)]
struct Tallies {
    by: BTreeMap<(&'static str, String), Tally>,
    others: u64,
}

#[derive(Debug, Default)]
struct Tally {
    count: u64,
    codes: BTreeMap<&'static str, u64>,
    tried: BTreeSet<String>,
    user_agent: String,
}

impl Strangers {
    pub(super) fn note(&self, refusal: Refusal) {
        let mut tallies = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (refusal.action, refusal.ip);
        if !tallies.by.contains_key(&key) && tallies.by.len() >= MOST {
            tallies.others = tallies.others.saturating_add(1);
            return;
        }
        let tally = tallies.by.entry(key).or_default();
        tally.count = tally.count.saturating_add(1);
        let count = tally.codes.entry(refusal.code).or_default();
        *count = count.saturating_add(1);
        tally.tried.extend(refusal.tried.filter(|_| tally.tried.len() < TRIED));
        tally.user_agent = refusal.user_agent;
    }

    /// Writes down what was counted and begins anew; returns how many rows. To be called once a minute, and when
    /// the server stops.
    ///
    /// # Errors
    /// When the database fails; then the counting goes on.
    pub async fn flush(&self, store: &Store) -> Result<u64> {
        let tallies = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if tallies.by.is_empty() {
            return Ok(0);
        }
        let written = tallies.write(store).await;
        if written.is_err() {
            self.put_back(tallies);
        }
        written
    }

    fn put_back(&self, tallies: Tallies) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        now.others = now.others.saturating_add(tallies.others);
        for (key, before) in tallies.by {
            let tally = now.by.entry(key).or_default();
            tally.count = tally.count.saturating_add(before.count);
            for (code, count) in before.codes {
                let sum = tally.codes.entry(code).or_default();
                *sum = sum.saturating_add(count);
            }
            tally.tried.extend(before.tried);
        }
    }
}

impl Tallies {
    async fn write(&self, store: &Store) -> Result<u64> {
        let system = store.system("refusals of nobody").await?;
        let mut rows = 0;
        for ((action, ip), tally) in &self.by {
            let actor = Actor { ip: ip.clone(), user_agent: tally.user_agent.clone(), ..nobody("nobody") };
            let detail = json!({ "count": tally.count, "codes": tally.codes, "tried": tally.tried });
            system.audit(None, &actor, denied(action, detail)).await?;
            rows += 1;
        }
        if self.others > 0 {
            let detail = json!({ "count": self.others });
            system.audit(None, &nobody("and others"), denied(super::actions::READ, detail)).await?;
            rows += 1;
        }
        system.commit().await?;
        Ok(rows)
    }
}

fn denied(action: &'static str, detail: Value) -> Entry {
    Entry { action, target_kind: super::actions::kind(action), target_id: None, outcome: "denied", detail }
}

fn nobody(name: &str) -> Actor {
    Actor { name: name.to_owned(), credential: "none".to_owned(), ..Actor::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(ip: usize) -> Refusal {
        Refusal {
            action: "session.start",
            ip: ip.to_string(),
            user_agent: String::new(),
            code: "wrong_credentials",
            tried: Some(format!("{ip}@example.net")),
        }
    }

    #[test]
    fn memory_and_rows_are_bounded() {
        let strangers = Strangers::default();
        for ip in 0..1000 {
            strangers.note(refusal(ip));
            strangers.note(Refusal { tried: Some(format!("{ip}@example.org")), ..refusal(0) });
        }
        let tallies = strangers.0.lock().unwrap();
        assert_eq!((tallies.by.len(), tallies.others), (MOST, 900));
        let first = &tallies.by[&("session.start", "0".to_owned())];
        assert_eq!((first.count, first.tried.len()), (1001, TRIED));
    }

    #[test]
    fn what_could_not_be_written_is_counted_on() {
        let strangers = Strangers::default();
        strangers.note(refusal(1));
        let taken = std::mem::take(&mut *strangers.0.lock().unwrap());
        strangers.note(refusal(1));
        strangers.put_back(taken);
        let tallies = strangers.0.lock().unwrap();
        assert_eq!(tallies.by[&("session.start", "1".to_owned())].codes["wrong_credentials"], 2);
    }
}
