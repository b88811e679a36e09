//! Rules with no I/O: the typed model, the state machines and the compilers.
//!
//! Time and randomness are arguments. Nothing here knows a socket, a clock or a database.

pub mod access;
pub mod compile;
pub mod document;
pub mod first_contact;
pub mod limits;
pub mod names;
pub mod search;
pub mod secret;
pub mod settings;
pub mod slotted;
pub mod status;
pub mod user_csv;

pub use document::{Account, DeviceDocument, Handset, Key, KeyBank, KeyFunction, ModelId, Region, Registrar};
pub use secret::{Escape, SecretField, SecretRef};
pub use slotted::{Slot, SlottedFile};
