//! Devices: the list, a new one, and the page of one.

mod access_key;
mod change;
pub(super) mod device;
mod draft;
mod files;
mod first_contact;
pub(super) mod form;
mod handsets;
mod history;
pub(super) mod page;
mod query;
mod removal;
mod state;
mod table;
