//! The audit log: who did what, on whose behalf, and how it ended.

mod actions;
mod changes;
mod drawer;
mod export;
mod page;
mod query;
mod table;

pub(super) use page::page;
