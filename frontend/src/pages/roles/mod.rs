//! Roles of a node: the predefined ones, and those one makes oneself.

mod form;
mod page;

pub(super) use form::{change, new};
pub(super) use page::page;
