//! The telephony core as the agent sees it, so that everything else can be tested without sockets.

use async_trait::async_trait;
use cordboard_agent_protocol::{CallRecord, CallResult, Endpoint, Leg, Registration, ReportBody};
use cordboard_telephony::{Fact, Side, SiteConfig, call, facts};
use cordboard_types::Timestamp;

/// What carries the site's calls.
#[async_trait]
pub trait Telephony: Send + Sync {
    /// Puts a configuration in force, at once and as a whole.
    fn apply(&self, config: SiteConfig);
    /// Whether it answers on its own port.
    async fn healthy(&self) -> bool;
    /// Where the site's phones reach it.
    fn endpoint(&self) -> Endpoint;
    /// The registrations in force.
    fn registrations(&self) -> Vec<facts::Registration>;
}

/// What the cloud is told of a fact, and when it happened; `None` for what only matters on the site.
pub(crate) fn report_of(fact: Fact, now: Timestamp) -> Option<(Timestamp, ReportBody)> {
    match fact {
        Fact::Registered(registration) => {
            Some((registration.registered_at, ReportBody::Registered(registration_of(registration))))
        }
        Fact::Unregistered { registration, at, .. } => {
            let (line, contact) = (registration.line, registration.contact);
            Some((at, ReportBody::Unregistered { line, contact }))
        }
        Fact::CallEnded(record) => Some((record.ended_at, ReportBody::Call(call_of(record)))),
        Fact::RegistrationsRefused { count, .. } => {
            tracing::warn!(count, "registrations were refused");
            None
        }
        Fact::EmergencyUnroutable { id, .. } => {
            tracing::error!(call = %id, "an emergency call had no way out");
            None
        }
        Fact::CallStarted { .. } | Fact::CallAnswered { .. } | Fact::CallSilent { .. } => {
            tracing::trace!(at = now.0, "a call went on");
            None
        }
    }
}

/// A registration in the words of the protocol.
pub(crate) fn registration_of(registration: facts::Registration) -> Registration {
    Registration {
        line: registration.line,
        credential: registration.credential,
        credential_version: registration.credential_version,
        device: registration.device,
        contact: registration.contact,
        user_agent: registration.user_agent,
        ip: registration.source.ip().to_string(),
        port: registration.source.port(),
        transport: registration.transport,
        registered_at: registration.registered_at,
        expires_at: registration.expires_at,
    }
}

fn call_of(record: call::CallRecord) -> CallRecord {
    CallRecord {
        id: record.id,
        from_line: record.from_line,
        from_number: record.from_number,
        from_name: record.from_name,
        to_number: record.to_number,
        to_line: record.to_line,
        started_at: record.started_at,
        answered_at: record.answered_at,
        ended_at: record.ended_at,
        result: result_of(record.result),
        ended_by: record.ended_by.map(leg_of),
    }
}

fn result_of(result: call::CallResult) -> CallResult {
    match result {
        call::CallResult::Answered => CallResult::Answered,
        call::CallResult::NoAnswer => CallResult::NoAnswer,
        call::CallResult::Busy => CallResult::Busy,
        call::CallResult::Declined => CallResult::Declined,
        call::CallResult::Cancelled => CallResult::Cancelled,
        call::CallResult::Unreachable => CallResult::Unreachable,
        call::CallResult::Failed => CallResult::Failed,
    }
}

fn leg_of(side: Side) -> Leg {
    match side {
        Side::Caller => Leg::Caller,
        Side::Callee => Leg::Callee,
        Side::Agent => Leg::Agent,
    }
}
