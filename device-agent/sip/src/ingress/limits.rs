//! How much one source may ask for, and how fast passwords can be guessed.

use std::{collections::HashMap, hash::Hash};

use cordboard_types::Timestamp;

/// Bounds of what is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admission {
    /// Requests from one address. One address may be a DECT base with a hundred handsets, or an office behind one
    /// router.
    pub requests: Allowance,
    /// Wrong passwords for one user name from one address. Counted per name, so that one misconfigured phone does
    /// not lock out its neighbours.
    pub wrong_passwords: Allowance,
    /// Calls at a time.
    pub calls: usize,
}

/// So many at once, and so many over a longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// At once.
    pub burst: u32,
    /// In a minute.
    pub per_minute: u32,
}

impl Default for Admission {
    fn default() -> Self {
        Self {
            requests: Allowance { burst: 2_000, per_minute: 12_000 },
            wrong_passwords: Allowance { burst: 10, per_minute: 6 },
            calls: 500,
        }
    }
}

/// Sources remembered at most; one that has its whole burst again is not worth remembering and goes first.
const REMEMBERED: usize = 20_000;
/// What one request weighs, so that slow rates add up: a rate per minute is this many in a millisecond.
const WEIGHT: i64 = 60_000;

/// What is to become of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admit {
    Yes,
    /// Answer 503: come back later.
    Later,
    /// Say nothing: it was told often enough.
    Ignore,
}

/// One leaky bucket for each source.
#[derive(Debug)]
pub(super) struct Buckets<K> {
    full: i64,
    rate: i64,
    buckets: HashMap<K, Bucket>,
}

#[derive(Debug)]
struct Bucket {
    /// Weight left; negative once answers are refused.
    left: i64,
    at: Timestamp,
}

impl<K: Hash + Eq> Buckets<K> {
    pub(super) fn new(allowance: Allowance) -> Self {
        let full = i64::from(allowance.burst) * WEIGHT;
        Self { full, rate: i64::from(allowance.per_minute), buckets: HashMap::new() }
    }

    /// Takes one off what a source may ask for.
    pub(super) fn charge(&mut self, source: K, now: Timestamp) -> Admit {
        if self.buckets.len() >= REMEMBERED && !self.buckets.contains_key(&source) {
            let (full, rate) = (self.full, self.rate);
            self.buckets.retain(|_, bucket| bucket.refilled(full, rate, now) < full);
            if self.buckets.len() >= REMEMBERED {
                return Admit::Ignore;
            }
        }
        let bucket = self.buckets.entry(source).or_insert(Bucket { left: self.full, at: now });
        let left = bucket.refilled(self.full, self.rate, now) - WEIGHT;
        // Refusals cost too, down to a tenth of the burst: beyond it a flood is not worth an answer.
        let lowest = -(self.full / 10).max(WEIGHT);
        *bucket = Bucket { left: left.max(lowest), at: now };
        match left {
            0.. => Admit::Yes,
            left if left > lowest => Admit::Later,
            _ => Admit::Ignore,
        }
    }

    /// Whether a source has nothing left.
    pub(super) fn is_spent(&self, source: &K, now: Timestamp) -> bool {
        self.buckets.get(source).is_some_and(|bucket| bucket.refilled(self.full, self.rate, now) < WEIGHT)
    }
}

impl Bucket {
    fn refilled(&self, full: i64, rate: i64, now: Timestamp) -> i64 {
        self.left.saturating_add(now.since(self.at).max(0).saturating_mul(rate)).min(full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000);

    fn buckets() -> Buckets<u32> {
        Buckets::new(Allowance { burst: 20, per_minute: 60 })
    }

    #[test]
    fn a_burst_passes_then_the_rate_holds() {
        let mut buckets = buckets();
        assert!((0..20).all(|_| buckets.charge(1, NOW) == Admit::Yes));
        assert!(buckets.is_spent(&1, NOW) && !buckets.is_spent(&2, NOW));
        assert_eq!(buckets.charge(1, NOW), Admit::Later);
        assert_eq!(buckets.charge(1, NOW), Admit::Ignore);
        assert_eq!(buckets.charge(2, NOW), Admit::Yes, "another source");
        assert_eq!(buckets.charge(1, NOW.plus(2_999)), Admit::Later);
        assert_eq!(buckets.charge(1, NOW.plus(6_000)), Admit::Yes, "one in a second");
    }

    #[test]
    fn memory_is_bounded() {
        let mut buckets = buckets();
        for n in 0..u32::try_from(REMEMBERED + 100).unwrap() {
            buckets.charge(n, NOW);
        }
        assert!(buckets.buckets.len() <= REMEMBERED);
        assert_eq!(buckets.charge(u32::MAX, NOW.plus(60_000)), Admit::Yes);
    }
}
