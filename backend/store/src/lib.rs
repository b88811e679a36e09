//! The only room that speaks SQL.
//!
//! A query comes from a context, and a context is an open transaction: [`Tenant`] for one customer's rows,
//! [`Subtree`] for a provider's lists, [`System`] for finding out which tenant something belongs to. On
//! Postgres each has told row-level security who it is. Repositories are methods on the contexts, one file
//! a resource.

pub mod access_keys;
pub mod agents;
pub mod audit;
pub mod calls;
pub mod changes;
mod clock;
pub mod connect;
pub mod context;
pub mod counter;
pub mod credentials;
pub mod customers;
pub mod devices;
pub mod enrolments;
mod entity;
pub mod erasure;
pub mod error;
pub mod exports;
pub mod fetches;
pub mod first_contact;
mod generate;
pub mod groups;
pub mod gui_groups;
pub mod hunt_groups;
pub mod idempotency;
pub mod imports;
pub mod invitations;
pub mod jobs;
pub mod limits;
pub mod lines;
pub mod live_keys;
pub mod macs;
pub mod members;
pub mod moves;
pub mod nodes;
pub mod notice;
pub mod overview;
pub mod page;
mod parse;
pub mod password_resets;
pub mod people;
pub mod pickup_groups;
pub mod platform_keys;
pub mod policies;
mod query;
pub mod redirects;
pub mod registrations;
pub mod releases;
pub mod releases_read;
pub mod replicas;
pub mod reports;
pub mod roles;
pub mod seal;
pub mod search;
pub mod second_factor;
pub mod secrets;
pub mod sessions;
pub mod settings;
pub mod sign_in_guard;
pub mod site_state;
pub mod sites;
pub mod standing;
pub mod statements;
mod tally;
pub mod targets;
#[cfg(feature = "testing")]
pub mod testing;
pub mod tokens;
pub mod users;

pub use connect::Store;
pub use context::{Subtree, System, Tenant};
pub use error::{StoreError, Taken};
pub use notice::{Notice, Subject};
pub use page::{PageRequest, Paged};
pub use seal::{MasterKeys, SealedSecret};

/// What a repository answers.
pub type Result<T> = std::result::Result<T, StoreError>;
