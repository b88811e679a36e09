//! The people of a node: who holds which role, who is invited.

mod invitations;
mod invite;
mod member;
mod page;

pub(super) use page::page;
