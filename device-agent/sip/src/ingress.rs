//! Everything that comes in passes here first: bad messages are answered, floods are slowed down, REGISTER and
//! OPTIONS are answered without a transaction, and no INVITE reaches the call engine without a known caller.

mod authenticate;
mod inspector;
mod invite;
mod limits;
mod register;
mod sanity;
mod site;

pub use limits::{Admission, Allowance};

pub(crate) use inspector::{Door, Inspector};
pub(crate) use invite::{Caller, NewCall, Plan};
pub(crate) use sanity::ALLOW;
pub(crate) use site::{Site, now};
