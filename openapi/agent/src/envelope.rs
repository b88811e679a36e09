//! The signed cover of a document.
//!
//! The signature covers the header's bytes exactly as sent, and the header covers payload and secrets by
//! their SHA-256, so nothing needs a canonical form. Signing and verifying take the primitive as a closure:
//! this crate does no cryptography.

use cordboard_types::{AgentId, ReleaseId, TenantId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{SCHEMA_VERSION, encoding::Base64};

/// What is signed: who the document is for, which one it is, and what it contains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DocumentHeader {
    /// The agent it is for; another agent refuses it.
    pub agent: AgentId,
    /// The customer.
    pub tenant: TenantId,
    /// Rises with every document this agent is given, also when an old release is given again.
    pub sequence: u64,
    /// The release whose bytes the payload is.
    pub release: ReleaseId,
    /// See [`SCHEMA_VERSION`].
    pub schema_version: u16,
    /// When it was signed.
    pub issued_at: Timestamp,
    /// SHA-256 of [`Envelope::payload`].
    pub payload_sha256: Base64,
    /// SHA-256 of [`Envelope::secrets`].
    pub secrets_sha256: Base64,
    /// Id of the signing key in the agent's trust root.
    pub key_id: String,
}

/// A document as it travels: `GET /document` answers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Envelope {
    /// JSON of a [`DocumentHeader`].
    pub header: Base64,
    /// Ed25519 over the bytes of `header`, 64 bytes.
    pub signature: Base64,
    /// JSON of a [`crate::SiteDocument`], the bytes of the release.
    pub payload: Base64,
    /// JSON of [`crate::SiteSecrets`] sealed to the agent's key.
    pub secrets: Base64,
}

/// Why an envelope is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// The signature is not by a key of the trust root.
    #[error("the document's signature is not by a trusted key")]
    Signature,
    /// The header is no [`DocumentHeader`].
    #[error("the document's header cannot be read")]
    Header,
    /// The document is for another agent.
    #[error("the document is for another agent")]
    Agent,
    /// A sequence not above the last accepted one.
    #[error("the document is older than the one in force")]
    Sequence,
    /// A schema this agent does not know.
    #[error("the document has a newer schema than this agent understands")]
    Schema,
    /// Payload or secrets are not those that were signed.
    #[error("the document's content is not what was signed")]
    Content,
}

impl Envelope {
    /// Checks everything that can be checked without opening the secrets and returns the header.
    ///
    /// `verify(key_id, message, signature)` answers whether a trusted key signed; `sha256` hashes;
    /// `newest` is the sequence in force (0 before the first).
    ///
    /// # Errors
    /// The first [`EnvelopeError`] found; the signature is checked before anything else is believed.
    pub fn open(
        &self,
        agent: AgentId,
        newest: u64,
        verify: impl Fn(&str, &[u8], &[u8]) -> bool,
        sha256: impl Fn(&[u8]) -> Vec<u8>,
    ) -> Result<DocumentHeader, EnvelopeError> {
        let header: DocumentHeader =
            serde_json::from_slice(&self.header.0).map_err(|_| EnvelopeError::Header)?;
        if !verify(&header.key_id, &self.header.0, &self.signature.0) {
            return Err(EnvelopeError::Signature);
        }
        if header.agent != agent {
            return Err(EnvelopeError::Agent);
        }
        if header.schema_version != SCHEMA_VERSION {
            return Err(EnvelopeError::Schema);
        }
        if header.sequence <= newest {
            return Err(EnvelopeError::Sequence);
        }
        let same = sha256(&self.payload.0) == header.payload_sha256.0
            && sha256(&self.secrets.0) == header.secrets_sha256.0;
        if same { Ok(header) } else { Err(EnvelopeError::Content) }
    }
}
