//! The handset list, and the window in which handsets may subscribe to it.

use std::collections::BTreeMap;

use cordboard_types::Timestamp;

use crate::{Admits, Ipui, Order, Pin, Refusal, Report, Slot, SlotId, State};

/// Bounds of a DECT system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most subscribed handsets: 8 on an N610, 20 on an N670 (1.1).
    pub handsets: usize,
    /// How long one handset may take to authenticate, in milliseconds.
    pub authentication: i64,
}

/// When handsets may subscribe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First moment.
    pub opens: Timestamp,
    /// First moment after.
    pub closes: Timestamp,
}

impl Window {
    /// How long a window is open unless told, in milliseconds: 3 minutes (P15.3).
    pub const DEFAULT: i64 = 180_000;

    fn is_open(&self, now: Timestamp) -> bool {
        (self.opens..self.closes).contains(&now)
    }
}

/// What the registration centre shows (P15).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows a handset may come to.
    pub to_register: usize,
    /// Rows being authenticated: 0 or 1.
    pub registering: usize,
    /// All rows.
    pub all: usize,
}

/// The handset list.
#[derive(Debug)]
pub struct Subscriptions {
    limits: Limits,
    slots: BTreeMap<SlotId, Slot>,
    next: u32,
    window: Option<Window>,
    /// The handset being authenticated, and until when it may take.
    guest: Option<(SlotId, Ipui, Timestamp)>,
    /// What the radio was last told.
    is_announced: bool,
}

impl Subscriptions {
    /// An empty list.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self { limits, slots: BTreeMap::new(), next: 1, window: None, guest: None, is_announced: false }
    }

    /// Adds a row. No handset may come to it before [`Subscriptions::arm`].
    pub fn add(&mut self, admits: Admits, pin: Pin) -> SlotId {
        let id = SlotId(self.next);
        self.next = self.next.saturating_add(1);
        self.slots.insert(id, Slot { admits, pin, state: State::NotRegistered });
        id
    }

    /// Lets a handset come to an empty row; false for a row that has one.
    pub fn arm(&mut self, id: SlotId) -> bool {
        self.slots.get_mut(&id).is_some_and(|slot| {
            let is_empty = matches!(slot.state, State::NotRegistered | State::ToRegister);
            if is_empty {
                slot.state = State::ToRegister;
            }
            is_empty
        })
    }

    /// Lets no handset come to a row; breaks off a subscription that is under way (D-115).
    pub fn disarm(&mut self, id: SlotId, now: Timestamp) -> Vec<Order> {
        let Some(slot) = self.slots.get_mut(&id) else { return Vec::new() };
        let mut orders = Vec::new();
        match slot.state {
            State::ToRegister => slot.state = State::NotRegistered,
            State::Registering(ipui) => {
                slot.state = State::NotRegistered;
                self.guest = None;
                orders.push(Order::Abort(ipui));
            }
            _ => {}
        }
        self.announce(now, &mut orders);
        orders
    }

    /// Removes a row's handset, and the row with it once the handset has heard of it (B-41). An empty row goes at
    /// once.
    pub fn remove(&mut self, id: SlotId, now: Timestamp) -> Vec<Order> {
        let mut orders = self.disarm(id, now);
        let Some(slot) = self.slots.get_mut(&id) else { return orders };
        match slot.handset() {
            Some(ipui) => {
                slot.state = State::ToDeregister(ipui);
                orders.push(Order::Remove(ipui));
            }
            None => drop(self.slots.remove(&id)),
        }
        orders
    }

    /// Sets the window; with none it closes.
    pub fn set_window(&mut self, window: Option<Window>, now: Timestamp) -> Vec<Order> {
        self.window = window;
        self.time(now)
    }

    /// Takes a report of the radio.
    pub fn take(&mut self, report: Report, now: Timestamp) -> Vec<Order> {
        let mut orders = Vec::new();
        match report {
            Report::Request(ipui) => orders.push(self.request(ipui, now)),
            Report::Subscribed(ipui) => {
                self.settle(ipui, State::Registered { ipui, reachable: true }, &mut orders);
            }
            Report::Failed(ipui) => self.settle(ipui, State::ToRegister, &mut orders),
            Report::Removed(ipui) => self.slots.retain(|_, slot| slot.state != State::ToDeregister(ipui)),
            // The row stays, so that somebody can try again.
            Report::NotRemoved(_) => {}
            Report::Reachable(ipui, reachable) => self.set_reachable(ipui, reachable),
        }
        self.announce(now, &mut orders);
        orders
    }

    /// Does what time asks for: opens and closes the window, gives up on a handset that takes too long.
    pub fn time(&mut self, now: Timestamp) -> Vec<Order> {
        let mut orders = Vec::new();
        if self.window.is_some_and(|window| now >= window.closes) {
            self.window = None;
        }
        if let Some((id, ipui, _)) = self.guest.take_if(|(_, _, until)| now >= *until) {
            self.set_state(id, State::ToRegister);
            orders.push(Order::Abort(ipui));
        }
        self.announce(now, &mut orders);
        orders
    }

    /// When [`Subscriptions::time`] is due.
    #[must_use]
    pub fn deadline(&self, now: Timestamp) -> Option<Timestamp> {
        let window = self.window.map(|window| if now < window.opens { window.opens } else { window.closes });
        window.into_iter().chain(self.guest.map(|(_, _, until)| until)).min()
    }

    /// The rows.
    pub fn slots(&self) -> impl Iterator<Item = (SlotId, &Slot)> {
        self.slots.iter().map(|(id, slot)| (*id, slot))
    }

    /// The window that is set.
    #[must_use]
    pub fn window(&self) -> Option<Window> {
        self.window
    }

    /// What the registration centre shows.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let count = |is: fn(&State) -> bool| self.slots.values().filter(|slot| is(&slot.state)).count();
        Counts {
            to_register: count(|state| *state == State::ToRegister),
            registering: count(|state| matches!(state, State::Registering(_))),
            all: self.slots.len(),
        }
    }

    /// Handsets come one at a time: while one subscribes, the window is closed to the others (B-47).
    fn request(&mut self, ipui: Ipui, now: Timestamp) -> Order {
        if !self.window.is_some_and(|window| window.is_open(now)) {
            return Order::Refuse(ipui, Refusal::Closed);
        }
        if self.guest.is_some() {
            return Order::Refuse(ipui, Refusal::Busy);
        }
        let known = self.slots.values().any(|slot| slot.handset() == Some(ipui));
        let Some((id, pin)) = self.row_for(ipui).filter(|_| !known) else {
            return Order::Refuse(ipui, Refusal::NoRow);
        };
        if self.slots.values().filter(|slot| slot.handset().is_some()).count() >= self.limits.handsets {
            return Order::Refuse(ipui, Refusal::Full);
        }
        self.set_state(id, State::Registering(ipui));
        self.guest = Some((id, ipui, now.plus(self.limits.authentication)));
        Order::Authenticate { ipui, slot: id, pin }
    }

    /// A row of its own goes before one for anybody.
    fn row_for(&self, ipui: Ipui) -> Option<(SlotId, Pin)> {
        let mut rows: Vec<_> = self.slots.iter().filter(|(_, slot)| slot.takes(ipui)).collect();
        rows.sort_by_key(|(id, slot)| (slot.admits == Admits::Any, **id));
        rows.first().map(|(id, slot)| (**id, slot.pin.clone()))
    }

    fn settle(&mut self, ipui: Ipui, state: State, orders: &mut Vec<Order>) {
        match self.guest.take_if(|(_, guest, _)| *guest == ipui) {
            Some((id, _, _)) => self.set_state(id, state),
            // It was broken off meanwhile: the handset thinks it is subscribed and must hear that it is not.
            None if matches!(state, State::Registered { .. }) && !self.holds(ipui) => {
                orders.push(Order::Remove(ipui));
            }
            None => {}
        }
    }

    fn holds(&self, ipui: Ipui) -> bool {
        self.slots.values().any(|slot| slot.handset() == Some(ipui))
    }

    fn set_state(&mut self, id: SlotId, state: State) {
        if let Some(slot) = self.slots.get_mut(&id) {
            slot.state = state;
        }
    }

    fn set_reachable(&mut self, ipui: Ipui, now_reachable: bool) {
        for slot in self.slots.values_mut() {
            if let State::Registered { ipui: holder, reachable } = &mut slot.state
                && *holder == ipui
            {
                *reachable = now_reachable;
            }
        }
    }

    fn announce(&mut self, now: Timestamp, orders: &mut Vec<Order>) {
        let open = self.guest.is_none() && self.window.is_some_and(|window| window.is_open(now));
        if open != self.is_announced {
            self.is_announced = open;
            orders.push(if open { Order::OpenAccess } else { Order::CloseAccess });
        }
    }
}
