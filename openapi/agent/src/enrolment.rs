//! How an agent becomes one of a site's: a one-time token buys an identity and the trust root.

use cordboard_types::{AgentId, SiteId, TenantId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::encoding::Base64;

/// `POST /enrolments`, with the one-time token an administrator was shown.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EnrolmentRequest {
    /// The token; valid once, for an hour.
    pub token: String,
    /// Ed25519 public key the agent signs its assertions with, 32 bytes.
    pub signing_key: Base64,
    /// X25519 public key secrets are sealed to, 32 bytes.
    pub sealing_key: Base64,
    /// Host name of the box, for people.
    pub host_name: String,
    /// Version of the agent's software.
    pub software_version: String,
}

impl std::fmt::Debug for EnrolmentRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EnrolmentRequest({})", self.host_name)
    }
}

/// Answer to an enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EnrolmentReply {
    /// Who the agent is from now on.
    pub agent: AgentId,
    /// The customer.
    pub tenant: TenantId,
    /// The site.
    pub site: SiteId,
    /// The keys documents are signed with, pinned from now on.
    pub trust_root: TrustRoot,
}

/// A key that signs documents. A new one is believed only with the old one's signature over it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrustRoot {
    /// Its id, as in a header's `key_id`.
    pub key_id: String,
    /// Ed25519 public key, 32 bytes.
    pub public_key: Base64,
    /// Id of the key that vouches for it; none for the first.
    pub vouched_by: Option<String>,
    /// That key's Ed25519 signature over `public_key`.
    pub voucher: Option<Base64>,
}

/// Claims of the bearer an agent signs for each connection (JWT, `EdDSA`, RFC 8037). `sub` is the agent's
/// id, `aud` is [`Assertion::AUDIENCE`]; valid for at most five minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assertion {
    /// The agent.
    pub sub: AgentId,
    /// Always [`Assertion::AUDIENCE`].
    pub aud: String,
    /// Seconds since 1970 when it was made.
    pub iat: i64,
    /// Seconds since 1970 when it ends.
    pub exp: i64,
}

impl Assertion {
    /// The audience of every assertion.
    pub const AUDIENCE: &'static str = "cordboard-agents";
    /// Longest life of an assertion in seconds.
    pub const LIFE: i64 = 300;

    /// An assertion made now.
    #[must_use]
    pub fn new(agent: AgentId, now: Timestamp) -> Self {
        let iat = now.0 / 1000;
        Self { sub: agent, aud: Self::AUDIENCE.to_owned(), iat, exp: iat.saturating_add(Self::LIFE) }
    }
}
