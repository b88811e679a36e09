//! What happened on the site: the single feed for reports to the cloud, busy lamps and call records.

use std::net::SocketAddr;

use cordboard_types::{CallId, CredentialSetId, DeviceId, LineId, Timestamp, Transport};
use serde::Serialize;

use crate::call::CallRecord;

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "fact")]
pub enum Fact {
    /// A device registered or refreshed.
    Registered(Registration),
    /// A registration ended.
    Unregistered {
        /// What it was.
        registration: Registration,
        /// Why it ended.
        reason: UnregisterReason,
        /// When.
        at: Timestamp,
    },
    /// Registrations were refused since the last such fact. Counted, not listed: an attacker must not be able to
    /// fill the feed.
    RegistrationsRefused {
        /// How many.
        count: u64,
        /// When it was counted.
        at: Timestamp,
    },
    /// A call reached the site and is being routed.
    CallStarted {
        /// The call.
        id: CallId,
        /// Line that calls; none for a call from outside.
        from_line: Option<LineId>,
        /// Line that is called; none when the number is not a line.
        to_line: Option<LineId>,
        /// What was dialled.
        to_number: String,
        /// When.
        at: Timestamp,
    },
    /// A call was answered.
    CallAnswered {
        /// The call.
        id: CallId,
        /// When.
        at: Timestamp,
    },
    /// No packet has come from one side of an answered call for a while. The call goes on: a held or muted phone
    /// may be silent.
    CallSilent {
        /// The call.
        id: CallId,
        /// The silent side.
        side: crate::call::Side,
        /// When it was noticed.
        at: Timestamp,
    },
    /// A call ended. Every call that started ends in exactly one of these.
    CallEnded(CallRecord),
    /// Somebody dialled an emergency number and no way out exists. Also a [`Fact::CallEnded`] follows.
    EmergencyUnroutable {
        /// The call.
        id: CallId,
        /// Line that dialled.
        from_line: Option<LineId>,
        /// The emergency number.
        number: String,
        /// When.
        at: Timestamp,
    },
}

/// One contact of one line, as it stands in the registrar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// The line.
    pub line: LineId,
    /// The credential set it authenticated with.
    pub credential: CredentialSetId,
    /// The version of that set's secret.
    pub credential_version: u32,
    /// The device that set belongs to; none for the line's own set.
    pub device: Option<DeviceId>,
    /// The Contact URI as the device sent it, e.g. `sip:201@10.0.0.7:5060`.
    pub contact: String,
    /// The User-Agent header, empty when there was none; at most 256 characters.
    pub user_agent: String,
    /// Source address and port of the request.
    pub source: SocketAddr,
    /// Transport of the request.
    pub transport: Transport,
    /// When it was made or last refreshed.
    pub registered_at: Timestamp,
    /// When it ends unless refreshed.
    pub expires_at: Timestamp,
}

/// Why a registration ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnregisterReason {
    /// The device asked for it.
    Asked,
    /// It was not refreshed in time.
    Expired,
    /// Its credential was rotated, removed, or its line disabled or removed.
    Revoked,
    /// A newer contact took its place: the same device came back with another contact, or the line's limit of
    /// contacts was reached.
    Replaced,
    /// The connection it was registered over is gone.
    FlowLost,
}
