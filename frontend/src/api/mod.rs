//! The server, as functions: one file a resource. Only pages' queries and forms call them.

pub(crate) mod audit;
pub(crate) mod catalogue;
pub(crate) mod changes;
pub(crate) mod customers;
pub(crate) mod devices;
pub(crate) mod doors;
pub(crate) mod failure;
pub(crate) mod groups;
pub(crate) mod gui_groups;
pub(crate) mod hunt_groups;
pub(crate) mod imports;
pub(crate) mod limits;
pub(crate) mod memberships;
pub(crate) mod nodes;
pub(crate) mod people;
pub(crate) mod pickup_groups;
pub(crate) mod profile;
pub(crate) mod request;
pub(crate) mod roles;
pub(crate) mod search;
pub(crate) mod sessions;
pub(crate) mod settings;
pub(crate) mod sites;
pub(crate) mod telephony;
pub(crate) mod tokens;
pub(crate) mod users;

pub(crate) use failure::Failure;
pub(crate) use request::Listing;

pub(crate) type Answer<T> = Result<T, Failure>;
