//! What handlers, listeners and jobs share: one step between permission and store.

pub mod country;
pub mod enrolment;
pub mod status;
