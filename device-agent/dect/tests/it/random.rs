use std::collections::HashSet;

use cordboard_dect::{Admits, Behaviour, Ipui, SlotId, State};

use crate::world::{START, World, pin};

fn seeds() -> u64 {
    std::env::var("CORDBOARD_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(1_000)
}

struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound
    }

    fn milliseconds(&mut self, bound: u64) -> i64 {
        i64::try_from(self.below(bound)).expect("small")
    }
}

/// What must hold at every moment.
fn check(seed: u64, world: &World, most: usize) {
    let held: Vec<Ipui> = world.list.slots().filter_map(|(_, slot)| slot.handset()).collect();
    assert_eq!(
        held.iter().collect::<HashSet<_>>().len(),
        held.len(),
        "seed {seed}: one row for each handset"
    );
    assert!(held.len() <= most, "seed {seed}: too many handsets");
    let counts = world.list.counts();
    assert!(counts.registering <= 1, "seed {seed}: two at a time");
    assert!(!(world.radio.access() && counts.registering > 0), "seed {seed}: open while one subscribes");
}

fn run(seed: u64) -> Vec<(SlotId, State)> {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let most = 1 + usize::try_from(random.below(6)).expect("small");
    let mut world = World::new(most);
    let mut rows = Vec::new();
    for _ in 0..60 {
        let number = 0x10 + random.below(8);
        match random.below(7) {
            0 => rows.push(world.list.add(Admits::Any, pin("4711"))),
            1 => {
                let own = world.handset(number, "4711");
                rows.push(world.list.add(Admits::Only(own), pin("4711")));
            }
            2 => world.open(),
            3 | 4 => {
                let ipui = world.handset(number, "4711");
                let (takes, in_range) = (random.milliseconds(15_000), random.below(10) > 0);
                let pin = if random.below(5) == 0 { "0000" } else { "4711" };
                world.radio.add(ipui, Behaviour { pin: pin.into(), takes, in_range });
                let at = world.now.plus(random.milliseconds(20_000));
                world.radio.subscribe(ipui, at);
            }
            n => {
                let row =
                    rows.get(usize::try_from(random.below(40)).expect("small")).copied().unwrap_or(SlotId(1));
                if n == 5 {
                    world.list.arm(row);
                } else {
                    let orders = if random.below(2) == 0 {
                        world.list.disarm(row, world.now)
                    } else {
                        world.list.remove(row, world.now)
                    };
                    world.perform(orders);
                }
            }
        }
        check(seed, &world, most);
        let next = world.now.plus(random.milliseconds(30_000));
        world.until(next);
        check(seed, &world, most);
    }
    world.until(START.plus(100_000_000));
    assert!(!world.radio.access() && world.list.window().is_none(), "seed {seed}: closed in the end");
    assert_eq!(world.list.counts().registering, 0, "seed {seed}: nobody is left half subscribed");
    world.list.slots().map(|(id, slot)| (id, slot.state)).collect()
}

#[test]
fn whatever_handsets_and_people_do() {
    let subscribed = |states: &Vec<(SlotId, State)>| {
        states.iter().any(|(_, state)| matches!(state, State::Registered { .. }))
    };
    let count = (0..seeds()).map(run).filter(subscribed).count();
    assert!(count > 0, "somebody has subscribed");
    assert_eq!(run(7), run(7), "a seed is one story for ever");
}
