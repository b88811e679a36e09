//! What the manager and the air say to each other.

use cordboard_types::Timestamp;

use crate::{Ipui, Pin, SlotId};

/// What the manager asks of the radio.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// Tell handsets that they may subscribe.
    OpenAccess,
    /// Tell them that they may not.
    CloseAccess,
    /// Authenticate a handset with this PIN and give it this row; ends in [`Report::Subscribed`] or
    /// [`Report::Failed`].
    Authenticate {
        /// The handset.
        ipui: Ipui,
        /// Its row.
        slot: SlotId,
        /// What it must know.
        pin: Pin,
    },
    /// Send a handset away.
    Refuse(Ipui, Refusal),
    /// Break off the authentication of a handset.
    Abort(Ipui),
    /// Remove the subscription of a handset; ends in [`Report::Removed`] or [`Report::NotRemoved`].
    Remove(Ipui),
}

/// Why a handset is sent away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// No window is open.
    Closed,
    /// Another handset is just subscribing: handsets come one at a time.
    Busy,
    /// No row takes it.
    NoRow,
    /// As many as the system has room for are subscribed.
    Full,
}

/// What the radio tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Report {
    /// A handset asks to subscribe.
    Request(Ipui),
    /// A handset knew its PIN and is subscribed.
    Subscribed(Ipui),
    /// A handset did not know its PIN, or went silent.
    Failed(Ipui),
    /// A handset's subscription is removed.
    Removed(Ipui),
    /// A handset could not be reached to remove its subscription.
    NotRemoved(Ipui),
    /// A subscribed handset came into range or left it.
    Reachable(Ipui, bool),
}

/// The air interface of a DECT system.
pub trait Radio {
    /// Takes an order. Its outcome comes as a report.
    fn perform(&mut self, order: Order, now: Timestamp);

    /// What has happened until now, oldest first.
    fn reports(&mut self, now: Timestamp) -> Vec<Report>;
}
