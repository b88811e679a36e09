//! What handlers, listeners and jobs share: one step between permission and store.

pub mod alarm;
pub mod audit_export;
pub mod closing;
pub mod compile;
pub mod country;
pub mod devices;
pub mod enrolment;
pub mod groups;
pub mod imports;
pub mod invitation_mail;
pub mod limits;
pub mod passwords;
pub mod publish;
pub mod record;
pub mod recovery;
pub mod reset_mail;
pub mod revocation;
pub mod roles;
pub mod settings;
pub mod sign_in;
pub mod status;
pub mod totp;
pub mod usage;
pub mod users;
