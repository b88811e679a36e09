//! The resources on port 8450.

/// `POST`, without a bearer: an [`crate::EnrolmentRequest`] gets an [`crate::EnrolmentReply`].
pub const ENROLMENTS: &str = "/enrolments";
/// `GET`: every [`crate::TrustRoot`], oldest first.
pub const TRUST_ROOT: &str = "/trust-root";
/// `GET ?after=<sequence>`: the newest [`crate::Envelope`], or 204 when it is not newer.
pub const DOCUMENT: &str = "/document";
/// `GET`: a WebSocket of [`crate::Wake`] messages; without an upgrade `?after=<sequence>&state=<position>` answers
/// one message as soon as there is one, at the latest after [`crate::wake::IDLE_SECONDS`].
pub const WAKE: &str = "/wake";
/// `POST`: a [`crate::ReportBatch`] gets a [`crate::ReportReceipt`].
pub const REPORTS: &str = "/reports";
/// `GET ?after=<position>`: a [`crate::StatePage`]. `POST`: [`crate::StateChanges`], answered 204.
pub const STATE: &str = "/state";
