//! Nonces that carry their own proof, and the memory of how they were used.
//!
//! A nonce is `time ‖ random ‖ HMAC`: handing one out costs no memory, so nobody can exhaust it without knowing a
//! password. Only a nonce that was used with the right password is remembered, until it is too old.

use std::collections::HashMap;

use cordboard_types::Timestamp;
use ring::{
    hmac,
    rand::{SecureRandom, SystemRandom},
};

/// How long a nonce is good for, in milliseconds.
const LIFETIME: i64 = 300_000;
/// Nonces in use that are remembered at most; beyond it the older half becomes stale.
const REMEMBERED: usize = 65_536;

type NonceId = [u8; 16];

/// Makes, checks and remembers nonces.
pub(super) struct Nonces {
    key: hmac::Key,
    random: SystemRandom,
    used: HashMap<NonceId, Usage>,
    oldest: Timestamp,
}

struct Usage {
    highest: u32,
    /// Bit n stands for the count `highest - n`.
    seen: u64,
    /// Which request used `highest`.
    request: u64,
}

/// How good a nonce and its count are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Good,
    Stale,
    /// The count was used before, for another request.
    Replayed,
}

impl Nonces {
    pub(super) fn new() -> Result<Self, ring::error::Unspecified> {
        let random = SystemRandom::new();
        let key = hmac::Key::generate(hmac::HMAC_SHA256, &random)?;
        Ok(Self { key, random, used: HashMap::new(), oldest: Timestamp(i64::MIN) })
    }

    /// A new nonce, 64 hex digits.
    pub(super) fn make(&self, now: Timestamp) -> Result<String, ring::error::Unspecified> {
        let mut random = [0; 8];
        self.random.fill(&mut random)?;
        let id: Vec<u8> = now.0.to_be_bytes().into_iter().chain(random).collect();
        let tag = hmac::sign(&self.key, &id);
        Ok(hex::encode(id) + &hex::encode(tag.as_ref().get(..16).unwrap_or_default()))
    }

    /// A keyed hash of `text`, 64 hex digits; stands in for the secret of a user who does not exist.
    pub(super) fn stand_in(&self, text: &str) -> String {
        hex::encode(hmac::sign(&self.key, text.as_bytes()))
    }

    /// Checks a nonce that came with the right password and notes its use. `request` tells requests apart: the same
    /// one again with the same count is a retransmission.
    pub(super) fn take(&mut self, nonce: &str, count: u32, request: u64, now: Timestamp) -> Standing {
        let Some((id, made_at)) = self.open(nonce) else { return Standing::Stale };
        if now.since(made_at) > LIFETIME || made_at > now || made_at < self.oldest {
            return Standing::Stale;
        }
        if !self.used.contains_key(&id) {
            self.make_room(now);
        }
        let usage = self.used.entry(id).or_insert(Usage { highest: 0, seen: 0, request: 0 });
        usage.take(count, request)
    }

    fn open(&self, nonce: &str) -> Option<(NonceId, Timestamp)> {
        let bytes = hex::decode(nonce).ok().filter(|bytes| bytes.len() == 32)?;
        let (id, tag) = bytes.split_at_checked(16)?;
        let expected = hmac::sign(&self.key, id);
        let right: bool = subtle::ConstantTimeEq::ct_eq(expected.as_ref().get(..16)?, tag).into();
        let made_at = i64::from_be_bytes(id.get(..8)?.try_into().ok()?);
        right.then_some((id.try_into().ok()?, Timestamp(made_at)))
    }

    fn make_room(&mut self, now: Timestamp) {
        if self.used.len() < REMEMBERED {
            return;
        }
        let mut times: Vec<_> = self.used.keys().map(made_at).collect();
        times.sort_unstable();
        let middle = times.get(times.len() / 2).copied().unwrap_or(now);
        self.oldest = middle.max(now.plus(-LIFETIME));
        let oldest = self.oldest;
        self.used.retain(|id, _| made_at(id) >= oldest);
    }
}

fn made_at(id: &NonceId) -> Timestamp {
    let time = id.first_chunk::<8>().copied().unwrap_or_default();
    Timestamp(i64::from_be_bytes(time))
}

impl Usage {
    /// Sliding window of 64 counts, so that requests may overtake each other on UDP.
    fn take(&mut self, count: u32, request: u64) -> Standing {
        if count > self.highest {
            let ahead = count - self.highest;
            self.seen = self.seen.checked_shl(ahead).unwrap_or(0) | 1;
            self.highest = count;
            self.request = request;
            return Standing::Good;
        }
        let behind = self.highest - count;
        if behind == 0 && request == self.request {
            return Standing::Good;
        }
        let bit = 1_u64.checked_shl(behind).unwrap_or(0);
        if count == 0 || bit == 0 || self.seen & bit != 0 {
            return Standing::Replayed;
        }
        self.seen |= bit;
        Standing::Good
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000_000);

    #[test]
    fn a_nonce_is_good_for_its_time() {
        let mut nonces = Nonces::new().unwrap();
        let nonce = nonces.make(NOW).unwrap();
        assert_eq!(nonces.take(&nonce, 1, 1, NOW.plus(LIFETIME)), Standing::Good);
        assert_eq!(nonces.take(&nonce, 2, 2, NOW.plus(LIFETIME + 1)), Standing::Stale);
        assert_eq!(nonces.take(&nonce, 3, 3, NOW.plus(-1)), Standing::Stale, "from the future");
    }

    #[test]
    fn a_foreign_or_changed_nonce_is_stale() {
        let mut nonces = Nonces::new().unwrap();
        let foreign = Nonces::new().unwrap().make(NOW).unwrap();
        let changed = nonces.make(NOW).unwrap().replace('0', "1");
        for nonce in [foreign.as_str(), changed.as_str(), "", "zz", "00"] {
            assert_eq!(nonces.take(nonce, 1, 1, NOW), Standing::Stale);
        }
    }

    #[test]
    fn a_count_is_used_once_except_by_the_same_request() {
        let mut nonces = Nonces::new().unwrap();
        let nonce = nonces.make(NOW).unwrap();
        assert_eq!(nonces.take(&nonce, 1, 7, NOW), Standing::Good);
        assert_eq!(nonces.take(&nonce, 1, 7, NOW), Standing::Good, "a retransmission");
        assert_eq!(nonces.take(&nonce, 1, 8, NOW), Standing::Replayed);
        assert_eq!(nonces.take(&nonce, 3, 9, NOW), Standing::Good);
        assert_eq!(nonces.take(&nonce, 2, 10, NOW), Standing::Good, "overtaken on the way");
        assert_eq!(nonces.take(&nonce, 2, 10, NOW), Standing::Replayed);
        assert_eq!(nonces.take(&nonce, 300, 11, NOW), Standing::Good, "counts go beyond 255");
        assert_eq!(nonces.take(&nonce, 0, 12, NOW), Standing::Replayed);
    }

    #[test]
    fn memory_is_bounded_and_forgetting_never_allows_a_replay() {
        let mut nonces = Nonces::new().unwrap();
        let first = nonces.make(NOW).unwrap();
        assert_eq!(nonces.take(&first, 1, 1, NOW), Standing::Good);
        for n in 0..REMEMBERED {
            let at = NOW.plus(1 + i64::try_from(n / 1_000).unwrap());
            let nonce = nonces.make(at).unwrap();
            nonces.take(&nonce, 1, 1, at);
        }
        assert!(nonces.used.len() <= REMEMBERED);
        assert_eq!(nonces.take(&first, 1, 2, NOW.plus(100)), Standing::Stale);
    }

    proptest! {
        #[test]
        fn no_count_is_good_twice(counts in proptest::collection::vec(1u32..200, 1..300)) {
            let mut nonces = Nonces::new().unwrap();
            let nonce = nonces.make(NOW).unwrap();
            let mut good = std::collections::HashSet::new();
            for (request, count) in (0_u64..).zip(counts) {
                if nonces.take(&nonce, count, request, NOW) == Standing::Good {
                    prop_assert!(good.insert(count));
                }
            }
        }
    }
}
