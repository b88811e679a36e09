//! Users with their lines.

mod credentials;
pub(super) mod form;
pub(super) mod page;
mod query;
mod settings;
mod table;
pub(super) mod user;
