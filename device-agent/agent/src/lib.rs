//! The device agent of a site: enrols once, then pulls, verifies and applies the site's documents, carries its
//! calls, and reports what happened.
//!
//! It only ever calls out. What it needs to place and take calls is on its own disk: it starts, and keeps
//! calls going, with the cloud away (design, idea 5).

mod assertion;
pub mod backoff;
mod clock;
pub mod cloud;
pub mod disk;
mod document;
mod document_store;
pub mod enrol;
pub mod identity;
pub mod keys;
mod link;
mod puller;
mod reporter;
pub mod run;
#[cfg(feature = "sip")]
pub mod sip;
mod spool;
pub mod state;
pub mod status;
pub mod telephony;
#[cfg(test)]
mod testing;
mod tls;
mod trust;
mod wake;
