//! The tree below a provider or reseller: who is there, new ones, names, moves, and what was erased.

mod below;
mod erasures;
mod new;
mod page;
pub(super) mod place;
mod query;

pub(super) use page::page;
