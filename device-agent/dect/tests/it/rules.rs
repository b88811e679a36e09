use cordboard_dect::{Admits, Refusal, Report, State, Window};

use crate::world::{START, World, pin};

// proves D-101
// proves D-112
#[test]
fn a_handset_subscribes_while_the_window_is_open() {
    let mut world = World::new(20);
    let ipui = world.handset(0xA1, "4711");
    let row = world.list.add(Admits::Any, pin("4711"));
    assert_eq!(world.slot(row).map(|slot| slot.state), Some(State::NotRegistered));
    assert!(world.list.arm(row));
    world.open();
    assert!(world.radio.access());
    world.radio.subscribe(ipui, START.plus(5_000));
    world.until(START.plus(6_000));
    assert_eq!(world.slot(row).map(|slot| slot.state), Some(State::Registering(ipui)));
    assert_eq!(world.list.counts().registering, 1);
    world.until(START.plus(8_000));
    assert_eq!(world.slot(row).map(|slot| slot.state), Some(State::Registered { ipui, reachable: true }));
    world.until(START.plus(Window::DEFAULT));
    assert!(!world.radio.access() && world.list.window().is_none());
    assert!(!world.list.arm(row), "a row with a handset is not armed");
}

#[test]
fn nobody_subscribes_while_it_is_closed_or_not_yet_open() {
    let mut world = World::new(20);
    let ipui = world.handset(0xA1, "4711");
    let row = world.list.add(Admits::Any, pin("4711"));
    world.list.arm(row);
    let window = Window { opens: START.plus(60_000), closes: START.plus(120_000) };
    let orders = world.list.set_window(Some(window), START);
    world.perform(orders);
    for at in [1_000, 59_999, 120_000] {
        world.radio.subscribe(ipui, START.plus(at));
    }
    world.until(START.plus(60_000));
    assert!(world.radio.access());
    world.until(START.plus(200_000));
    assert_eq!(world.radio.refused(), [(ipui, Refusal::Closed); 3]);
}

// proves D-113
#[test]
fn a_wrong_pin_leaves_the_row_to_the_next() {
    let mut world = World::new(20);
    let (wrong, right) = (world.handset(0xA1, "0000"), world.handset(0xA2, "4711"));
    let row = world.list.add(Admits::Any, pin("4711"));
    world.list.arm(row);
    world.open();
    world.radio.subscribe(wrong, START.plus(1_000));
    world.radio.subscribe(right, START.plus(9_000));
    world.until(START.plus(20_000));
    assert_eq!(world.slot(row).and_then(|slot| slot.handset()), Some(right));
}

// proves D-110
#[test]
fn a_row_with_an_identity_takes_that_handset_only() {
    let mut world = World::new(20);
    let (stranger, expected) = (world.handset(0xA1, "4711"), world.handset(0xA2, "4711"));
    let any = world.list.add(Admits::Any, pin("4711"));
    let own = world.list.add(Admits::Only(expected), pin("4711"));
    world.list.arm(own);
    world.open();
    world.radio.subscribe(stranger, START.plus(1_000));
    world.until(START.plus(10_000));
    assert_eq!(world.radio.refused(), [(stranger, Refusal::NoRow)]);
    world.list.arm(any);
    world.radio.subscribe(expected, START.plus(11_000));
    world.until(START.plus(20_000));
    assert_eq!(world.slot(own).and_then(|slot| slot.handset()), Some(expected), "its own row, not anybody's");
}

// proves D-134
#[test]
fn handsets_come_one_at_a_time_and_the_window_reopens() {
    let mut world = World::new(20);
    let (first, rival) = (world.handset(0xA1, "4711"), world.handset(0xA2, "4711"));
    for _ in 0..2 {
        let row = world.list.add(Admits::Any, pin("4711"));
        world.list.arm(row);
    }
    world.open();
    world.radio.subscribe(first, START.plus(1_000));
    world.radio.subscribe(rival, START.plus(1_500));
    world.until(START.plus(1_600));
    assert!(!world.radio.access(), "closed while one subscribes");
    assert_eq!(world.radio.refused(), [(rival, Refusal::Busy)]);
    world.until(START.plus(4_000));
    assert!(world.radio.access(), "and open again");
    world.radio.subscribe(rival, START.plus(5_000));
    world.until(START.plus(10_000));
    assert_eq!(world.list.slots().filter(|(_, slot)| slot.handset().is_some()).count(), 2);
}

// proves D-001
// proves D-002
#[test]
fn a_full_system_takes_no_more() {
    for most in [8, 20] {
        let mut world = World::new(most);
        let number = u64::try_from(most).expect("small");
        for n in 0..=number {
            let row = world.list.add(Admits::Any, pin("4711"));
            world.list.arm(row);
            let ipui = world.handset(0x100 + n, "4711");
            world.radio.subscribe(ipui, START.plus(i64::try_from(n).expect("small") * 3_000));
        }
        world.open();
        world.until(START.plus(100_000));
        let last = world.handset(0x100 + number, "4711");
        assert_eq!(world.radio.refused(), [(last, Refusal::Full)]);
    }
}

// proves D-114
#[test]
fn a_removed_handset_takes_its_row_with_it_once_it_is_reached() {
    let mut world = World::new(20);
    let ipui = world.handset(0xA1, "4711");
    let row = world.list.add(Admits::Any, pin("4711"));
    world.list.arm(row);
    world.open();
    world.radio.subscribe(ipui, START.plus(1_000));
    world.until(START.plus(5_000));
    world.radio.add(ipui, cordboard_dect::Behaviour { pin: "4711".into(), takes: 0, in_range: false });
    let orders = world.list.remove(row, world.now);
    world.perform(orders);
    world.until(START.plus(10_000));
    assert_eq!(world.slot(row).map(|slot| slot.state), Some(State::ToDeregister(ipui)));
    world.handset(0xA1, "4711");
    let orders = world.list.remove(row, world.now);
    world.perform(orders);
    world.until(START.plus(20_000));
    assert_eq!(world.slot(row), None);
    let next = world.list.add(Admits::Any, pin("4711"));
    assert!(next > row, "a number is not given again");
}

// proves D-115
#[test]
fn disarming_breaks_off_a_subscription_for_good() {
    let mut world = World::new(20);
    let ipui = world.handset(0xA1, "4711");
    let row = world.list.add(Admits::Any, pin("4711"));
    world.list.arm(row);
    world.open();
    world.radio.subscribe(ipui, START.plus(1_000));
    world.until(START.plus(2_000));
    let orders = world.list.disarm(row, world.now);
    world.perform(orders);
    world.until(START.plus(9_000));
    assert_eq!(world.slot(row).map(|slot| slot.state), Some(State::NotRegistered));
    assert!(world.radio.access(), "others may come again");
}

// proves D-102
#[test]
fn out_of_range_is_shown_and_changes_nothing_else() {
    let mut world = World::new(20);
    let ipui = world.handset(0xA1, "4711");
    let row = world.list.add(Admits::Any, pin("4711"));
    world.list.arm(row);
    world.open();
    world.radio.subscribe(ipui, START.plus(1_000));
    world.until(START.plus(5_000));
    world.list.take(Report::Reachable(ipui, false), world.now);
    assert_eq!(world.slot(row).map(|slot| slot.state), Some(State::Registered { ipui, reachable: false }));
}
