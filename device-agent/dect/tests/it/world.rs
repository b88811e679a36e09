//! The list and a simulated radio, driven together.

use cordboard_dect::{
    Behaviour, Ipui, Limits, Order, Pin, Radio, SimulatedRadio, Slot, SlotId, Subscriptions, Window,
};
use cordboard_types::Timestamp;

pub(crate) const START: Timestamp = Timestamp(1_000_000);

pub(crate) struct World {
    pub(crate) list: Subscriptions,
    pub(crate) radio: SimulatedRadio,
    pub(crate) now: Timestamp,
}

impl World {
    pub(crate) fn new(handsets: usize) -> Self {
        let limits = Limits { handsets, authentication: 10_000 };
        Self { list: Subscriptions::new(limits), radio: SimulatedRadio::default(), now: START }
    }

    pub(crate) fn perform(&mut self, orders: Vec<Order>) {
        orders.into_iter().for_each(|order| self.radio.perform(order, self.now));
    }

    /// Lets time pass; whatever falls due on the way happens in its order.
    pub(crate) fn until(&mut self, end: Timestamp) {
        loop {
            let due = self.radio.next_report().into_iter().chain(self.list.deadline(self.now)).min();
            let Some(due) = due.filter(|due| *due <= end) else { break };
            self.now = due.max(self.now);
            let orders = self.list.time(self.now);
            self.perform(orders);
            for report in self.radio.reports(self.now) {
                let orders = self.list.take(report, self.now);
                self.perform(orders);
            }
        }
        self.now = end;
        let orders = self.list.time(end);
        self.perform(orders);
    }

    pub(crate) fn open(&mut self) {
        let window = Window { opens: self.now, closes: self.now.plus(Window::DEFAULT) };
        let orders = self.list.set_window(Some(window), self.now);
        self.perform(orders);
    }

    /// A handset whose owner types this.
    pub(crate) fn handset(&mut self, number: u64, pin: &str) -> Ipui {
        let ipui = format!("{number:010X}").parse().expect("an IPUI");
        self.radio.add(ipui, Behaviour { pin: pin.into(), takes: 2_000, in_range: true });
        ipui
    }

    pub(crate) fn slot(&self, id: SlotId) -> Option<Slot> {
        self.list.slots().find(|(found, _)| *found == id).map(|(_, slot)| slot.clone())
    }
}

pub(crate) fn pin(digits: &str) -> Pin {
    Pin::parse(digits).expect("a PIN")
}
