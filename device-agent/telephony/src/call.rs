//! One call between a caller and the devices of a called line, as a state machine.
//!
//! The machine owns the truth about every leg: it says what to send ([`Action`]) and hears what came back
//! ([`Event`]). A leg that was told to stop is kept until it is really gone, so that a device that answers in
//! the moment it is cancelled is hung up instead of forgotten. The first device that answers wins.

mod event;
mod legs;
mod machine;
mod record;

pub use event::{Action, CallSetup, Event, Limits};
pub use legs::{LegState, TargetId};
pub use machine::Call;
pub use record::{CallRecord, CallResult, Refusal, Side};

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
