//! The telephony of one site as pure rules: who may register, where a call goes, how a call proceeds, and what
//! is told about it.
//!
//! Nothing here has a socket or a clock (design, idea 6): events and time go in, actions and [`Fact`]s come out.
//! So the device agent drives it from the wire, tests drive it in virtual time, and the backend asks it
//! "where would this call go?".

pub mod call;
pub mod config;
pub mod facts;
pub mod registrar;
pub mod routing;

pub use call::{Call, CallRecord, CallResult, Side};
pub use config::{Credential, Line, Secret, SiteConfig};
pub use facts::{Fact, Registration, UnregisterReason};
pub use registrar::Registrar;
pub use routing::{Route, Unroutable};
