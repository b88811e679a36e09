//! Customers: the provider's list, and a new one.

pub(super) mod form;
pub(super) mod page;
mod table;
