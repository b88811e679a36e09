//! How long to wait before trying again.

use std::time::Duration;

/// Doubling pauses between a base and a cap. Each is drawn between half of it and the whole, so that a thousand
/// agents that lost the same server do not come back in the same second.
#[derive(Debug)]
pub struct Backoff {
    base: u64,
    cap: u64,
    failures: u32,
    random: fastrand::Rng,
}

impl Backoff {
    /// Pauses from `base` up to `cap`.
    #[must_use]
    pub fn new(base: Duration, cap: Duration) -> Self {
        Self::seeded(base, cap, fastrand::u64(..))
    }

    /// The same, with pauses that a test can repeat.
    #[must_use]
    pub fn seeded(base: Duration, cap: Duration, seed: u64) -> Self {
        let milliseconds = |time: Duration| u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        Self {
            base: milliseconds(base).max(1),
            cap: milliseconds(cap).max(1),
            failures: 0,
            random: fastrand::Rng::with_seed(seed),
        }
    }

    /// The pause after one more failure.
    pub fn next_pause(&mut self) -> Duration {
        let doubled = self.base.saturating_mul(1 << self.failures.min(20));
        self.failures = self.failures.saturating_add(1);
        let whole = doubled.min(self.cap);
        Duration::from_millis(self.random.u64(whole.div_ceil(2)..=whole))
    }

    /// Starts again at the base: the last try went well.
    pub fn reset(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: Duration = Duration::from_secs(1);
    const CAP: Duration = Duration::from_secs(60);

    #[test]
    fn pauses_double_up_to_the_cap_and_start_again() {
        for seed in 0..200 {
            let mut backoff = Backoff::seeded(BASE, CAP, seed);
            for failure in 0..40 {
                let whole = BASE.saturating_mul(1 << failure.min(6)).min(CAP);
                let pause = backoff.next_pause();
                assert!(pause <= whole && pause >= whole / 2, "seed {seed}, failure {failure}: {pause:?}");
            }
            backoff.reset();
            assert!(backoff.next_pause() <= BASE);
        }
    }

    #[test]
    fn two_agents_do_not_keep_step() {
        let pauses = |seed| {
            let mut backoff = Backoff::seeded(BASE, CAP, seed);
            std::array::from_fn::<_, 8, _>(|_| backoff.next_pause())
        };
        assert_ne!(pauses(1), pauses(2));
        assert_eq!(pauses(1), pauses(1));
    }
}
