//! The protocol between the cloud and a device agent.
//!
//! The agent always calls out, to port 8450. One stream wakes it up ([`wake`]); content is always pulled
//! ([`document`], signed in an [`envelope`]). What the site observes goes up as [`report`]s, each taken
//! exactly once. What people change on the box is replicated both ways as [`state`].

pub mod document;
pub mod encoding;
pub mod enrolment;
pub mod envelope;
pub mod path;
pub mod report;
pub mod state;
pub mod wake;

pub use document::{Line, LineCredential, LineSecret, SiteDocument, SiteSecrets};
pub use enrolment::{Assertion, EnrolmentReply, EnrolmentRequest, TrustRoot};
pub use envelope::{DocumentHeader, Envelope, EnvelopeError};
pub use report::{
    CallRecord, CallResult, Endpoint, Leg, Registration, Report, ReportBatch, ReportBody, ReportReceipt,
};
pub use state::{ItemKey, StateChanges, StateItem, StatePage};
pub use wake::Wake;

/// Version of the documents below. A document with a higher one is refused, never guessed at.
pub const SCHEMA_VERSION: u16 = 1;
