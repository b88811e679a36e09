//! GUI groups: which web modules are shown.

pub(super) mod group;
pub(super) mod list;
mod modules;
mod names;
mod new;
