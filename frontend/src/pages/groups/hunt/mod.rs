//! Hunt groups: one number that rings at several.

mod fields;
pub(super) mod group;
pub(super) mod list;
mod members;
mod new;
mod order;
mod ringing;
mod saving;
mod settings;
