//! The DECT manager's rules: which handsets may subscribe to the site's bases, and how a subscription goes.
//!
//! Subscription means DECT, not SIP: a handset that is subscribed registers its line like any other phone. No I/O
//! and no clock; the air is behind [`Radio`], of which [`SimulatedRadio`] is one for tests and demonstrations.

mod handset;
mod radio;
mod simulated;
mod subscription;

pub use handset::{Admits, Ipui, NotAPin, NotAnIpui, Pin, Slot, SlotId, State};
pub use radio::{Order, Radio, Refusal, Report};
pub use simulated::{Behaviour, SimulatedRadio};
pub use subscription::{Counts, Limits, Subscriptions, Window};
