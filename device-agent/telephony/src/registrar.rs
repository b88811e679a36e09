//! The location service: which contacts each line has, who made them and until when (RFC 3261 §10).
//!
//! Whoever calls [`Registrar::register`] has checked the credential already; the registrar remembers which one it
//! was, so that a rotated or removed credential takes its contacts with it.

mod binding;
mod table;

pub use binding::{Binding, Contact, ContactChange, Flow, Limits, RegisterError, RegisterRequest};
pub use table::{Registered, Registrar};

#[cfg(test)]
mod tests;
