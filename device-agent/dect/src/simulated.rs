//! A radio without air.

use std::collections::BTreeMap;

use cordboard_types::Timestamp;

use crate::{Ipui, Order, Radio, Refusal, Report};

/// How a simulated handset behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behaviour {
    /// What its owner types.
    pub pin: String,
    /// How long authentication takes, in milliseconds.
    pub takes: i64,
    /// Whether it is in range.
    pub in_range: bool,
}

/// Handsets that do as they are told, in virtual time.
#[derive(Debug, Default)]
pub struct SimulatedRadio {
    handsets: BTreeMap<Ipui, Behaviour>,
    pending: BTreeMap<(Timestamp, u64), Report>,
    next: u64,
    access: bool,
    refused: Vec<(Ipui, Refusal)>,
}

impl SimulatedRadio {
    /// Brings a handset near.
    pub fn add(&mut self, ipui: Ipui, behaviour: Behaviour) {
        self.handsets.insert(ipui, behaviour);
    }

    /// Its owner starts to subscribe it at a time. A handset out of range asks nobody.
    pub fn subscribe(&mut self, ipui: Ipui, at: Timestamp) {
        if self.handsets.get(&ipui).is_some_and(|handset| handset.in_range) {
            self.later(at, Report::Request(ipui));
        }
    }

    /// When the next report is due.
    #[must_use]
    pub fn next_report(&self) -> Option<Timestamp> {
        self.pending.first_key_value().map(|((at, _), _)| *at)
    }

    /// Whether handsets are told that they may subscribe.
    #[must_use]
    pub fn access(&self) -> bool {
        self.access
    }

    /// Which handsets were sent away, and why.
    #[must_use]
    pub fn refused(&self) -> &[(Ipui, Refusal)] {
        &self.refused
    }

    fn later(&mut self, at: Timestamp, report: Report) {
        self.next += 1;
        self.pending.insert((at, self.next), report);
    }
}

impl Radio for SimulatedRadio {
    fn perform(&mut self, order: Order, now: Timestamp) {
        match order {
            Order::OpenAccess => self.access = true,
            Order::CloseAccess => self.access = false,
            Order::Refuse(ipui, refusal) => self.refused.push((ipui, refusal)),
            Order::Abort(ipui) => self.pending.retain(|_, report| *report != Report::Failed(ipui)),
            Order::Authenticate { ipui, pin, .. } => {
                let Some(handset) = self.handsets.get(&ipui) else { return };
                let right = handset.in_range && handset.pin == pin.digits();
                let report = if right { Report::Subscribed(ipui) } else { Report::Failed(ipui) };
                self.later(now.plus(handset.takes), report);
            }
            Order::Remove(ipui) => {
                let reached = self.handsets.get(&ipui).is_some_and(|handset| handset.in_range);
                self.later(
                    now.plus(1_000),
                    if reached { Report::Removed(ipui) } else { Report::NotRemoved(ipui) },
                );
            }
        }
    }

    fn reports(&mut self, now: Timestamp) -> Vec<Report> {
        let later = self.pending.split_off(&(now.plus(1), 0));
        std::mem::replace(&mut self.pending, later).into_values().collect()
    }
}
