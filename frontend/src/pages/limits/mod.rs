//! Limits and licences: how much there may be, how much there is, what to do when it gets scarce.

mod form;
mod page;
mod query;
mod table;
pub(super) mod words;

pub(super) use page::page;
