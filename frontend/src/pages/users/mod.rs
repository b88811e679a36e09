//! Users with their lines.

mod body;
mod credentials;
mod drawer;
pub(super) mod form;
mod groups;
mod merge;
pub(super) mod page;
mod person;
mod phones;
mod query;
mod removal;
mod rights;
mod sections;
mod settings;
mod table;
pub(super) mod user;
mod values;
