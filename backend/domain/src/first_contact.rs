//! *Provisioning MAC*: the permission for one first contact (002 §Paramètre: Provisioning MAC; design,
//! *First contact*).
//!
//! `no → once (armed → claimed) → done`. The machine takes events and the time and returns the next state
//! and what it means; storing it is a compare-and-set on [`State`], so of two racing claims one wins.

use cordboard_types::Timestamp;

/// How long the winner of a claim may repeat any file of its set.
pub const REPEAT_MS: i64 = 15 * 60 * 1000;
/// Life of a first-access key unless chosen otherwise.
pub const DEFAULT_LIFE_MS: i64 = 60 * 60 * 1000;
/// Longest life of a first-access key.
pub const MAX_LIFE_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// Who asks: the one who claimed must be the same source to repeat.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Source {
    /// Address of the connection.
    pub ip: String,
    /// User-Agent header, empty when there is none.
    pub user_agent: String,
}

/// Where a device's first contact stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// No first contact is allowed.
    No,
    /// A person armed it; nobody has come yet.
    Armed {
        /// When the permission lapses.
        until: Timestamp,
    },
    /// One source has claimed it.
    Claimed {
        /// The winner.
        source: Source,
        /// When it claimed.
        at: Timestamp,
        /// When its identity file had been sent whole.
        sent_at: Option<Timestamp>,
        /// When the permission lapses for whoever has not finished.
        until: Timestamp,
    },
    /// It took place.
    Done,
}

/// What happens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A person chose *once*.
    Arm {
        /// Milliseconds the permission lasts.
        life: i64,
    },
    /// A person chose *no*, or the MAC or model changed.
    Disarm,
    /// A fetch under the first-access key.
    Fetch(Source),
    /// The identity file went out whole to the winner.
    IdentitySent,
    /// A fetch under the steady key the claimed document carried, or a registration with its credential.
    SteadySeen,
    /// Two sources contest the MAC through a channel that a MAC suffices for.
    Contested,
    /// Time passed.
    Tick,
}

/// What a fetch under the first-access key gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The file.
    Serve,
    /// The same refusal as everything else.
    Refuse,
}

impl State {
    /// The next state, and whether a fetch is served. Events that do not fit leave the state as it is.
    #[must_use]
    pub fn next(self, event: Event, now: Timestamp) -> (Self, Answer) {
        let state = self.aged(now);
        match (state, event) {
            (_, Event::Arm { life }) => {
                let life = life.clamp(60_000, MAX_LIFE_MS);
                (Self::Armed { until: now.plus(life) }, Answer::Refuse)
            }
            (_, Event::Disarm) => (Self::No, Answer::Refuse),
            (Self::Armed { .. } | Self::Claimed { .. }, Event::Contested) => (Self::No, Answer::Refuse),
            (Self::Armed { until }, Event::Fetch(source)) => {
                (Self::Claimed { source, at: now, sent_at: None, until }, Answer::Serve)
            }
            (Self::Claimed { source: winner, at, sent_at, until }, Event::Fetch(source)) => {
                let answer = if winner == source { Answer::Serve } else { Answer::Refuse };
                (Self::Claimed { source: winner, at, sent_at, until }, answer)
            }
            (Self::Claimed { source, at, sent_at, until }, Event::IdentitySent) => {
                (Self::Claimed { source, at, sent_at: sent_at.or(Some(now)), until }, Answer::Refuse)
            }
            (Self::Claimed { .. }, Event::SteadySeen) => (Self::Done, Answer::Refuse),
            (state, _) => (state, Answer::Refuse),
        }
    }

    /// What the passing of time alone has made of it.
    #[must_use]
    pub fn aged(self, now: Timestamp) -> Self {
        match self {
            Self::Armed { until } if now >= until => Self::No,
            Self::Claimed { sent_at: Some(sent), .. } if now >= sent.plus(REPEAT_MS) => Self::Done,
            // The winner never finished: its turn is over, the permission goes on for whoever it was meant for.
            Self::Claimed { at, sent_at: None, until, .. } if now >= at.plus(REPEAT_MS) => {
                Self::Armed { until }.aged(now)
            }
            state => state,
        }
    }

    /// The word people see: `no`, `once` or `done`.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Armed { .. } | Self::Claimed { .. } => "once",
            Self::Done => "done",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000_000);

    fn phone(name: &str) -> Source {
        Source { ip: "192.0.2.7".into(), user_agent: name.into() }
    }

    fn armed() -> State {
        State::No.next(Event::Arm { life: DEFAULT_LIFE_MS }, NOW).0
    }

    fn claimed() -> State {
        armed().next(Event::Fetch(phone("a")), NOW).0
    }

    // proves
    #[test]
    fn without_permission_nothing_is_served() {
        for state in [State::No, State::Done] {
            assert_eq!(state.clone().next(Event::Fetch(phone("a")), NOW), (state, Answer::Refuse));
        }
    }

    // proves A-052
    #[test]
    fn one_source_wins_and_may_repeat() {
        let (state, answer) = claimed().next(Event::Fetch(phone("b")), NOW);
        assert_eq!(answer, Answer::Refuse);
        assert_eq!(state.next(Event::Fetch(phone("a")), NOW).1, Answer::Serve);
    }

    // proves A-047
    #[test]
    fn the_steady_key_makes_it_done() {
        assert_eq!(claimed().next(Event::SteadySeen, NOW).0, State::Done);
        assert_eq!(
            State::No.next(Event::SteadySeen, NOW).0,
            State::No,
            "A-054: a manual fetch proves nothing"
        );
    }

    // proves A-051
    #[test]
    fn a_transfer_cut_short_leaves_once() {
        let later = NOW.plus(REPEAT_MS);
        let state = claimed().aged(later);
        assert_eq!(state, armed());
        let (state, _) = claimed().next(Event::IdentitySent, NOW);
        assert_eq!(state.aged(later), State::Done);
    }

    // proves
    #[test]
    fn a_person_arms_again_or_takes_it_back() {
        assert_eq!(State::Done.next(Event::Arm { life: DEFAULT_LIFE_MS }, NOW).0, armed());
        assert_eq!(armed().next(Event::Disarm, NOW).0, State::No);
    }

    #[test]
    fn a_permission_lapses_and_has_bounds() {
        assert_eq!(armed().aged(NOW.plus(DEFAULT_LIFE_MS)), State::No);
        let (state, _) = State::No.next(Event::Arm { life: i64::MAX }, NOW);
        assert_eq!(state, State::Armed { until: NOW.plus(MAX_LIFE_MS) });
    }

    #[test]
    fn a_contest_refuses_both() {
        assert_eq!(claimed().next(Event::Contested, NOW).0, State::No);
        assert_eq!(State::Done.next(Event::Contested, NOW).0, State::Done);
    }
}
