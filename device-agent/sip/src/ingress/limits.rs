//! How much one source, and all together, may ask for.

use std::{collections::HashMap, net::IpAddr};

use cordboard_types::Timestamp;

/// Bounds of what is let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Admission {
    /// Requests per second from one address, over a longer time. One address may be a DECT base with a hundred
    /// handsets, or an office behind one router.
    pub rate: u32,
    /// Requests from one address at once.
    pub burst: u32,
    /// What a wrong password counts, in requests: guessing is slow.
    pub wrong_password: u32,
    /// Calls at a time.
    pub calls: usize,
}

impl Default for Admission {
    fn default() -> Self {
        Self { rate: 200, burst: 2_000, wrong_password: 100, calls: 500 }
    }
}

/// Addresses remembered at most; a full bucket is not worth remembering and goes first.
const REMEMBERED: usize = 20_000;
/// Thousandths of a request, so that slow rates add up.
const UNIT: i64 = 1_000;

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
pub(super) struct Sources {
    limits: Admission,
    buckets: HashMap<IpAddr, Bucket>,
}

#[derive(Debug)]
struct Bucket {
    /// Thousandths of requests left; negative once answers are refused.
    left: i64,
    at: Timestamp,
}

impl Sources {
    pub(super) fn new(limits: Admission) -> Self {
        Self { limits, buckets: HashMap::new() }
    }

    /// Takes `cost` requests off what `source` may ask for.
    pub(super) fn charge(&mut self, source: IpAddr, cost: u32, now: Timestamp) -> Admit {
        let (full, rate) = (i64::from(self.limits.burst) * UNIT, i64::from(self.limits.rate));
        if self.buckets.len() >= REMEMBERED && !self.buckets.contains_key(&source) {
            self.buckets.retain(|_, bucket| bucket.refilled(full, rate, now) < full);
            if self.buckets.len() >= REMEMBERED {
                return Admit::Ignore;
            }
        }
        let bucket = self.buckets.entry(source).or_insert(Bucket { left: full, at: now });
        let left = bucket.refilled(full, rate, now) - i64::from(cost) * UNIT;
        // Refusals cost too, down to a tenth of the burst: beyond it a flood is not worth an answer.
        *bucket = Bucket { left: left.max(-full / 10), at: now };
        match left {
            0.. => Admit::Yes,
            left if left > -full / 10 => Admit::Later,
            _ => Admit::Ignore,
        }
    }
}

impl Bucket {
    fn refilled(&self, full: i64, rate: i64, now: Timestamp) -> i64 {
        // Requests per second are thousandths per millisecond.
        self.left.saturating_add(now.since(self.at).max(0).saturating_mul(rate)).min(full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000);

    fn sources() -> Sources {
        Sources::new(Admission { rate: 10, burst: 20, wrong_password: 10, calls: 1 })
    }

    #[test]
    fn a_burst_passes_then_the_rate_holds() {
        let (mut sources, ip) = (sources(), IpAddr::from([10, 0, 0, 1]));
        assert!((0..20).all(|_| sources.charge(ip, 1, NOW) == Admit::Yes));
        assert_eq!(sources.charge(ip, 1, NOW), Admit::Later);
        assert_eq!(sources.charge(ip, 1, NOW), Admit::Ignore);
        assert_eq!(sources.charge(IpAddr::from([10, 0, 0, 2]), 1, NOW), Admit::Yes, "another source");
        assert_eq!(sources.charge(ip, 1, NOW.plus(1_000)), Admit::Yes);
    }

    #[test]
    fn memory_is_bounded() {
        let mut sources = sources();
        for n in 0..u32::try_from(REMEMBERED + 100).unwrap() {
            sources.charge(IpAddr::from(n.to_be_bytes()), 1, NOW);
        }
        assert!(sources.buckets.len() <= REMEMBERED);
        assert_eq!(sources.charge(IpAddr::from([255, 0, 0, 1]), 1, NOW.plus(60_000)), Admit::Yes);
    }
}
