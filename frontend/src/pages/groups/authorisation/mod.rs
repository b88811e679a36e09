//! Authorisation groups: what their members may do, and on whom.

mod features;
mod grant;
mod grants;
pub(super) mod group;
pub(super) mod list;
mod members;
mod new;
