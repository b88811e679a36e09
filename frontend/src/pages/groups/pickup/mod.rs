//! Pickup groups: whose members take each other's ringing calls.

pub(super) mod group;
pub(super) mod list;
mod new;
