//! What a site observed. Kept on the agent's disk until the cloud has acknowledged it: at least once on the
//! wire, exactly once in the database.

use cordboard_types::{
    CallId, CredentialSetId, DeviceId, HostName, LineId, ReleaseId, ReportId, Timestamp, Transport,
};
use serde::{Deserialize, Serialize};

/// `POST /reports`: up to [`ReportBatch::MAX`] reports, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportBatch {
    /// The reports.
    pub reports: Vec<Report>,
}

impl ReportBatch {
    /// Most reports in one batch.
    pub const MAX: usize = 200;
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Report {
    /// Made by the agent; the same report sent twice has the same id.
    pub id: ReportId,
    /// When it happened, by the agent's clock.
    pub at: Timestamp,
    /// What happened.
    pub body: ReportBody,
}

/// The kinds of reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum ReportBody {
    /// A document is in force.
    Applied {
        /// Its sequence.
        sequence: u64,
        /// Its release.
        release: ReleaseId,
    },
    /// A document was refused or failed its health check; the last good one stays in force.
    Refused {
        /// Its sequence, 0 when the header could not be read.
        sequence: u64,
        /// The reason, a stable word such as `signature`.
        reason: String,
    },
    /// Where the site's registrar is reached.
    Endpoint(Endpoint),
    /// A device registered or refreshed.
    Registered(Registration),
    /// A registration ended.
    Unregistered {
        /// The line.
        line: LineId,
        /// The contact that is gone.
        contact: String,
    },
    /// The registrations in force, all of them: sent after each start and reconnect. What is not listed is gone.
    Registrations {
        /// The registrations.
        registrations: Vec<Registration>,
    },
    /// A call ended.
    Call(CallRecord),
}

/// Where the site's registrar is reached by its phones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Endpoint {
    /// Host name or address.
    pub host: HostName,
    /// Port for UDP and TCP.
    pub port: u16,
    /// Transports it listens on, the preferred one first.
    pub transports: Vec<Transport>,
}

/// One contact of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Registration {
    /// The line.
    pub line: LineId,
    /// The credential set it authenticated with.
    pub credential: CredentialSetId,
    /// The version of that set's secret.
    pub credential_version: u32,
    /// The device that set belongs to; none for the line's own set.
    pub device: Option<DeviceId>,
    /// The Contact URI, e.g. `sip:201@10.0.0.7:5060`.
    pub contact: String,
    /// The User-Agent header, empty when there was none. At most 256 characters.
    pub user_agent: String,
    /// Source address of the request.
    pub ip: String,
    /// Source port of the request.
    pub port: u16,
    /// Transport of the request.
    pub transport: Transport,
    /// When it was made or refreshed.
    pub registered_at: Timestamp,
    /// When it ends unless refreshed.
    pub expires_at: Timestamp,
}

/// A call that ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CallRecord {
    /// The call.
    pub id: CallId,
    /// Line that called; none for a call from outside.
    pub from_line: Option<LineId>,
    /// Number shown to the callee.
    pub from_number: String,
    /// Name shown to the callee.
    pub from_name: String,
    /// What was dialled.
    pub to_number: String,
    /// Line that was called; none when the number is not a line.
    pub to_line: Option<LineId>,
    /// When the call reached the agent.
    pub started_at: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Timestamp,
    /// How it ended.
    pub result: CallResult,
    /// Who ended it.
    pub ended_by: Option<Leg>,
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum CallResult {
    /// It was answered.
    Answered,
    /// It rang and nobody answered.
    NoAnswer,
    /// The called side was busy.
    Busy,
    /// The called side declined.
    Declined,
    /// The caller hung up before it was answered.
    Cancelled,
    /// No device of the called line is registered, or the number does not exist.
    Unreachable,
    /// Something went wrong.
    Failed,
}

/// A side of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Leg {
    /// The caller.
    Caller,
    /// The called side.
    Callee,
    /// The agent itself: a time-out, a shutdown.
    Agent,
}

/// Answer to a batch: every report in it is in the database and need not be sent again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportReceipt {
    /// The reports that are stored now or were before.
    pub stored: Vec<ReportId>,
}
