//! What a registration asks for and what is kept of it.

use std::net::SocketAddr;

use cordboard_types::{CredentialSetId, DeviceId, LineId, Timestamp, Transport};

use crate::facts::Registration;

/// Where the requests of one registration came from and where its calls are sent: the same way back, so that a
/// phone behind address translation stays reachable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Flow {
    /// Source address and port.
    pub source: SocketAddr,
    /// Transport.
    pub transport: Transport,
    /// Tells connections apart; 0 for UDP.
    pub connection: u64,
}

/// A contact as the device gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The URI without its header parameters.
    pub uri: String,
    /// `+sip.instance` (RFC 5626 §4.1), which tells that a new contact is the same device.
    pub instance: Option<String>,
}

/// One contact of a request with the time it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactChange {
    /// The contact.
    pub contact: Contact,
    /// Seconds asked for; 0 removes it; none leaves the choice to us.
    pub expires: Option<u32>,
}

/// A registration whose credential has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterRequest {
    /// The line.
    pub line: LineId,
    /// The credential set it was made with.
    pub credential: CredentialSetId,
    /// The version of that set's secret.
    pub credential_version: u32,
    /// The device of that set.
    pub device: Option<DeviceId>,
    /// Call-ID header.
    pub call_id: String,
    /// CSeq number.
    pub cseq: u32,
    /// User-Agent header, already cut to 256 characters.
    pub user_agent: String,
    /// Where it came from.
    pub flow: Flow,
    /// Contacts to add, refresh or remove; empty asks what there is.
    pub changes: Vec<ContactChange>,
    /// `Contact: *` with `Expires: 0`: remove all contacts this credential set made.
    pub remove_all: bool,
}

/// A contact in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// What is told about it.
    pub registration: Registration,
    /// The contact with its instance.
    pub contact: Contact,
    /// The way back to the device.
    pub flow: Flow,
    /// Call-ID of the request that made it.
    pub call_id: String,
    /// CSeq of the request that made it.
    pub cseq: u32,
}

/// Bounds of the registrar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Shortest time granted, in seconds; less is answered 423 with this value.
    pub min_expires: u32,
    /// Longest time granted, in seconds; more is cut to it.
    pub max_expires: u32,
    /// Time granted when the device asks for none, in seconds.
    pub default_expires: u32,
    /// Most contacts of one line. The oldest makes room, so that a phone that changes its port at each start
    /// never locks itself out.
    pub max_contacts: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { min_expires: 60, max_expires: 3_600, default_expires: 600, max_contacts: 10 }
    }
}

/// Why a registration is refused after its credential was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RegisterError {
    /// The time asked for is too short (423, RFC 3261 §10.3 step 7).
    #[error("the time asked for is below {min} seconds")]
    TooBrief {
        /// Least seconds.
        min: u32,
    },
    /// A request of the same call with a higher CSeq came before (RFC 3261 §10.3 step 7).
    #[error("the request is older than one already taken")]
    OutOfOrder,
    /// More contacts in one request than a line may have.
    #[error("more contacts than a line may have")]
    TooManyContacts,
}

impl RegisterRequest {
    pub(crate) fn binding(&self, contact: &Contact, now: Timestamp, seconds: u32) -> Binding {
        Binding {
            registration: Registration {
                line: self.line,
                credential: self.credential,
                credential_version: self.credential_version,
                device: self.device,
                contact: contact.uri.clone(),
                user_agent: self.user_agent.clone(),
                source: self.flow.source,
                transport: self.flow.transport,
                registered_at: now,
                expires_at: now.plus(i64::from(seconds) * 1_000),
            },
            contact: contact.clone(),
            flow: self.flow,
            call_id: self.call_id.clone(),
            cseq: self.cseq,
        }
    }
}
