//! What handlers, listeners and jobs share: one step between permission and store.

pub mod alarm;
pub mod compile;
pub mod country;
pub mod devices;
pub mod enrolment;
pub mod publish;
pub mod record;
pub mod revocation;
pub mod status;
pub mod users;
