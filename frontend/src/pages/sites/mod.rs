//! Sites and their agents.

pub(super) mod countries;
mod emergency;
mod enrolment;
pub(super) mod form;
mod help;
pub(super) mod page;
mod query;
mod registrar;
pub(super) mod site;
