//! What a site's agent has to know to carry its telephony.

use cordboard_types::{CallLock, CredentialSetId, DeviceId, Extension, Label, LineId, SiteId, TenantId};
use serde::{Deserialize, Serialize};

/// The compiled configuration of one site: the payload of an envelope. Holds no secret (design, *Secrets
/// are not in releases*); the secrets for it travel beside it, sealed to the agent's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SiteDocument {
    /// Customer the site belongs to.
    pub tenant: TenantId,
    /// The site.
    pub site: SiteId,
    /// Digest realm and SIP domain of the site, e.g. `7c0e….sip.example.net`.
    pub realm: String,
    /// Lines of the site, ordered by extension.
    pub lines: Vec<Line>,
    /// Numbers that are emergency calls in the site's country, e.g. `112`. Never blocked by anything.
    pub emergency_numbers: Vec<String>,
    /// What the telephones may do while the customer is suspended; absent otherwise. No release has it: it is put in
    /// when the document is fetched, so that it is in force at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_lock: Option<CallLock>,
}

/// One extension with one address of record and the credential sets that may register for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Line {
    /// The line.
    pub id: LineId,
    /// Its internal number, also the user part of its address of record.
    pub extension: Extension,
    /// The name shown to the people it calls.
    pub display_name: Label,
    /// Credential sets: the line's own and one for each of its devices, ordered by id.
    pub credentials: Vec<LineCredential>,
}

/// A credential set without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineCredential {
    /// The set; its secret in [`SiteSecrets`] has the same id.
    pub id: CredentialSetId,
    /// The device it belongs to; none for the line's own set.
    pub device: Option<DeviceId>,
    /// User name of the digest.
    pub auth_user: String,
}

/// The secrets of a site, JSON inside a box sealed to the agent's X25519 key (`crypto_box` sealed box).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteSecrets {
    /// One entry for each credential set of the document.
    pub credentials: Vec<LineSecret>,
}

/// The digest secrets of one credential set. The password itself never leaves the cloud.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineSecret {
    /// The set.
    pub id: CredentialSetId,
    /// Rises with every rotation; a registration reports the version it used.
    pub version: u32,
    /// `MD5(user:realm:password)` as 32 lower-case hex digits (RFC 7616 §3.4.2).
    pub ha1_md5: String,
    /// `SHA-256(user:realm:password)` as 64 lower-case hex digits.
    pub ha1_sha256: String,
}

impl std::fmt::Debug for SiteSecrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SiteSecrets({} credential sets)", self.credentials.len())
    }
}

impl std::fmt::Debug for LineSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "LineSecret({}, version {})", self.id, self.version)
    }
}
