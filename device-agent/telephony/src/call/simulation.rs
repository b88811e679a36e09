//! Thousands of random calls in virtual time. Whatever devices and network do, nothing of a call is left over and
//! it has exactly one record.

use std::collections::{BTreeMap, BTreeSet};

use cordboard_types::Timestamp;

use super::*;

const START: Timestamp = Timestamp(1_000_000_000);

/// Seeds that are run; more with `CORDBOARD_SEEDS` when the test is built: this room reads no environment.
fn seeds() -> u64 {
    option_env!("CORDBOARD_SEEDS").and_then(|seeds| seeds.parse().ok()).unwrap_or(3_000)
}

/// A small generator of its own, so that a seed means the same call for ever.
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// A moment up to `bound` milliseconds later than `now`.
    fn later(&mut self, now: Timestamp, bound: u64) -> Timestamp {
        now.plus(i64::try_from(1 + self.below(bound)).unwrap())
    }
}

/// What the other ends hold of a call.
struct World {
    random: Random,
    now: Timestamp,
    /// Events under way, by time of arrival.
    under_way: BTreeMap<(Timestamp, u64), Event>,
    next: u64,
    /// Devices that still have an INVITE or a call open.
    open: BTreeSet<TargetId>,
    /// Devices that have answered: they can hang up, and not refuse any more.
    answered: BTreeSet<TargetId>,
    talking: Option<TargetId>,
    caller_is_open: bool,
    caller_was_answered: u32,
    caller_rang: u32,
    records: Vec<CallRecord>,
}

impl World {
    fn new(seed: u64) -> Self {
        Self {
            random: Random::new(seed),
            now: START,
            under_way: BTreeMap::new(),
            next: 0,
            open: BTreeSet::new(),
            answered: BTreeSet::new(),
            talking: None,
            caller_is_open: true,
            caller_was_answered: 0,
            caller_rang: 0,
            records: Vec::new(),
        }
    }

    fn send(&mut self, within: u64, event: Event) {
        let at = self.random.later(self.now, within);
        self.next += 1;
        self.under_way.insert((at, self.next), event);
        // The wire repeats itself.
        if self.random.chance(10) {
            let again = self.random.later(at, 2_000);
            self.next += 1;
            self.under_way.insert((again, self.next), event);
        }
    }

    fn do_one(&mut self, action: Action) {
        match action {
            Action::Invite(target) => self.device_behaves(target),
            Action::Cancel(target) => self.device_is_cancelled(target),
            Action::ByeTarget(target) => {
                assert!(self.open.contains(&target), "hung up a device that is gone");
                self.maybe(Event::TargetGone(target));
            }
            Action::AnswerCaller(target) => self.caller_is_answered(target),
            Action::RingCaller => self.caller_rang += 1,
            Action::ByeCaller => {
                assert!(self.caller_is_open, "hung up a caller who is gone");
                self.maybe(Event::CallerGone);
            }
            Action::RefuseCaller(_) | Action::ConfirmCancel => {
                assert_eq!(self.caller_was_answered, 0, "refused after an answer");
                self.caller_is_open = false;
            }
            Action::DropTarget(target) => assert!(self.open.remove(&target)),
            Action::DropCaller => self.caller_is_open = false,
            Action::Record(record) => self.records.push(record),
        }
    }

    /// An event that may never come.
    fn maybe(&mut self, event: Event) {
        if self.random.chance(85) {
            self.send(3_000, event);
        }
    }

    fn device_behaves(&mut self, target: TargetId) {
        assert!(self.open.insert(target), "invited twice");
        match self.random.below(10) {
            0 => {}
            1 => self.send(32_000, Event::Refused(target, Refusal::Unreachable)),
            2 => {
                let refusal = if self.random.chance(50) { Refusal::Busy } else { Refusal::Failed };
                self.send(5_000, Event::Refused(target, refusal));
            }
            3 => self.send(500, Event::Answered(target)),
            _ => {
                self.send(2_000, Event::Ringing(target));
                match self.random.below(6) {
                    0 => {}
                    1 => self.send(30_000, Event::Refused(target, Refusal::Declined)),
                    2 => self.send(90_000, Event::Refused(target, Refusal::NoAnswer)),
                    _ => self.send(70_000, Event::Answered(target)),
                }
            }
        }
    }

    fn device_is_cancelled(&mut self, target: TargetId) {
        match self.random.below(4) {
            0 => {}
            1 => self.send(1_000, Event::Answered(target)),
            _ => self.send(1_000, Event::Refused(target, Refusal::Failed)),
        }
    }

    fn caller_is_answered(&mut self, target: TargetId) {
        self.caller_was_answered += 1;
        self.talking = Some(target);
        let event = match self.random.below(8) {
            0 => Event::MediaFailed,
            1 => Event::Shutdown,
            2..=4 => Event::HungUp(Side::Callee),
            5 => Event::CallerGone,
            _ => Event::HungUp(Side::Caller),
        };
        self.send(600_000, event);
        if self.random.chance(30) {
            self.send(600_000, Event::HungUp(Side::Caller));
        }
    }

    /// What an event means for the other ends; false for one that cannot happen any more.
    fn arrives(&mut self, event: Event) -> bool {
        match event {
            Event::Refused(target, _) if self.answered.contains(&target) => return false,
            Event::Refused(target, _) | Event::TargetGone(target) => drop(self.open.remove(&target)),
            Event::HungUp(Side::Callee) => match self.talking {
                Some(target) => drop(self.open.remove(&target)),
                None => return false,
            },
            Event::HungUp(Side::Caller) | Event::CallerGone | Event::Cancelled => {
                if matches!(event, Event::Cancelled) && self.caller_was_answered > 0 {
                    return true;
                }
                self.caller_is_open = false;
            }
            Event::Answered(target) if !self.open.contains(&target) => return false,
            Event::Answered(target) => drop(self.answered.insert(target)),
            _ => {}
        }
        true
    }
}

fn setup(seed: u64) -> CallSetup {
    CallSetup {
        id: format!("00000000-0000-7000-8000-{seed:012x}").parse().unwrap(),
        from_line: None,
        from_number: "201".into(),
        from_name: "Reception".into(),
        to_number: "202".into(),
        to_line: None,
    }
}

fn run(seed: u64) -> CallRecord {
    let mut world = World::new(seed);
    let targets = usize::try_from(world.random.below(5)).unwrap();
    let (mut call, actions) = Call::start(setup(seed), targets, Limits::default(), world.now);
    if world.random.chance(25) {
        world.send(80_000, Event::Cancelled);
    }
    if world.random.chance(5) {
        world.send(80_000, Event::Shutdown);
    }
    actions.into_iter().for_each(|action| world.do_one(action));
    let mut steps = 0;
    while !call.is_gone() {
        steps += 1;
        assert!(steps < 1_000, "seed {seed}: the call never ends");
        step(seed, &mut world, &mut call);
    }
    check(seed, &world)
}

/// Delivers what comes next: an event of the wire or the call's own deadline.
fn step(seed: u64, world: &mut World, call: &mut Call) {
    let arrival = world.under_way.first_key_value().map(|(key, _)| *key);
    let deadline = call.deadline();
    let due_first = deadline.filter(|deadline| arrival.is_none_or(|(at, _)| *deadline <= at));
    let event = match (due_first, arrival) {
        (Some(deadline), _) => {
            world.now = deadline.max(world.now);
            Event::Time
        }
        (None, Some(key)) => {
            world.now = key.0;
            let event = world.under_way.remove(&key).unwrap();
            if !world.arrives(event) {
                return;
            }
            event
        }
        (None, None) => panic!("seed {seed}: nothing to wait for and not gone: {call:?}"),
    };
    let actions = call.handle(event, world.now);
    actions.into_iter().for_each(|action| world.do_one(action));
}

fn check(seed: u64, world: &World) -> CallRecord {
    assert_eq!(world.records.len(), 1, "seed {seed}: one record");
    assert!(world.open.is_empty(), "seed {seed}: devices left over: {:?}", world.open);
    assert!(!world.caller_is_open, "seed {seed}: the caller is left over");
    assert!(world.caller_rang <= 1 && world.caller_was_answered <= 1, "seed {seed}");
    let record = world.records[0].clone();
    assert_eq!(record.answered_at.is_some(), record.result == CallResult::Answered, "seed {seed}");
    assert!(record.started_at <= record.ended_at && record.ended_by.is_some(), "seed {seed}");
    assert!(record.answered_at.is_none_or(|at| record.started_at <= at && at <= record.ended_at));
    record
}

#[test]
fn no_random_call_leaves_anything_over() {
    let mut results = std::collections::HashSet::new();
    for seed in 0..seeds() {
        results.insert(run(seed).result);
    }
    assert_eq!(results.len(), 7, "every way a call can end has been seen: {results:?}");
}

#[test]
fn a_seed_is_one_call_for_ever() {
    assert_eq!(run(7), run(7));
}
