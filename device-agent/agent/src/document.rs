//! From an envelope to a configuration: verify, open the secrets, check, translate.

use std::collections::{HashMap, HashSet};

use cordboard_agent_protocol::{
    DocumentHeader, Envelope, EnvelopeError, Line, LineCredential, LineSecret, SiteDocument, SiteSecrets,
};
use cordboard_telephony::{Credential, Secret, SiteConfig, config};
use cordboard_types::{CallLock, CredentialSetId};

use crate::{identity::Identity, keys::Keys, trust};

/// Why a document is not put in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    /// The envelope.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The secrets are not sealed to this agent, or not readable.
    #[error("the document's secrets cannot be opened")]
    Secrets,
    /// The payload is no document, or one that contradicts itself.
    #[error("the document contradicts itself")]
    Document,
    /// It is for another customer or site than this agent's.
    #[error("the document is for another site")]
    Site,
    /// The telephony core did not answer once it was in force.
    #[error("the telephony core did not answer with it")]
    Health,
}

impl Refusal {
    /// The stable word of a report.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Envelope(EnvelopeError::Signature) => "signature",
            Self::Envelope(EnvelopeError::Header) => "header",
            Self::Envelope(EnvelopeError::Agent) => "agent",
            Self::Envelope(EnvelopeError::Sequence) => "sequence",
            Self::Envelope(EnvelopeError::Schema) => "schema",
            Self::Envelope(EnvelopeError::Content) => "content",
            Self::Secrets => "secrets",
            Self::Document => "document",
            Self::Site => "site",
            Self::Health => "health",
        }
    }

    /// Whether the very same document, whose header is genuine, would be refused again.
    pub(crate) fn is_lasting(self) -> bool {
        match self {
            Self::Envelope(error) => error == EnvelopeError::Schema,
            Self::Secrets | Self::Document | Self::Site | Self::Health => true,
        }
    }
}

/// A document that may be put in force.
#[derive(Debug, Clone)]
pub(crate) struct Opened {
    pub(crate) header: DocumentHeader,
    pub(crate) config: SiteConfig,
}

/// Checks an envelope against who we are and what we trust, and reads it. `newest` is the sequence in force.
pub(crate) fn open(
    envelope: &Envelope,
    identity: &Identity,
    keys: &Keys,
    newest: u64,
) -> Result<Opened, Refusal> {
    let verify = |key_id: &str, message: &[u8], signature: &[u8]| {
        trust::signed(&identity.trust, key_id, message, signature)
    };
    let header = envelope.open(identity.agent, newest, verify, trust::sha256)?;
    let document: SiteDocument =
        serde_json::from_slice(&envelope.payload.0).map_err(|_| Refusal::Document)?;
    if (header.tenant, document.tenant, document.site) != (identity.tenant, identity.tenant, identity.site) {
        return Err(Refusal::Site);
    }
    let secrets = keys.unseal(&envelope.secrets.0).ok_or(Refusal::Secrets)?;
    let secrets: SiteSecrets = serde_json::from_slice(&secrets).map_err(|_| Refusal::Secrets)?;
    Ok(Opened { header, config: configuration(document, secrets)? })
}

fn configuration(document: SiteDocument, secrets: SiteSecrets) -> Result<SiteConfig, Refusal> {
    if document.realm.is_empty() || has_doubles(&document) {
        return Err(Refusal::Document);
    }
    let secrets = &secrets.credentials.into_iter().map(|secret| (secret.id, secret)).collect();
    let credentials = document
        .lines
        .iter()
        .flat_map(|line| line.credentials.iter().map(move |set| credential(line, set, secrets)))
        .collect::<Result<_, _>>()?;
    Ok(SiteConfig {
        realm: document.realm,
        lines: document.lines.into_iter().map(telephony_line).collect(),
        credentials,
        emergency_numbers: document.emergency_numbers,
        internal_only: document.call_lock == Some(CallLock::InternalOnly),
    })
}

/// Two lines with one number, or two sets with one user name: who would a call or a registration be for?
fn has_doubles(document: &SiteDocument) -> bool {
    let (mut extensions, mut users, mut sets) = (HashSet::new(), HashSet::new(), HashSet::new());
    let line_is_new = |line: &Line| {
        extensions.insert(line.extension.as_str().to_owned())
            && line.credentials.iter().all(|set| users.insert(set.auth_user.clone()) && sets.insert(set.id))
    };
    !document.lines.iter().all(line_is_new)
}

fn telephony_line(line: Line) -> config::Line {
    config::Line {
        id: line.id,
        extension: line.extension,
        display_name: line.display_name.as_str().to_owned(),
        enabled: true,
    }
}

fn credential(
    line: &Line,
    set: &LineCredential,
    secrets: &HashMap<CredentialSetId, LineSecret>,
) -> Result<Credential, Refusal> {
    let secret = secrets.get(&set.id).ok_or(Refusal::Secrets)?;
    if !is_hex(&secret.ha1_md5, 32) || !is_hex(&secret.ha1_sha256, 64) {
        return Err(Refusal::Secrets);
    }
    Ok(Credential {
        id: set.id,
        line: line.id,
        device: set.device,
        auth_user: set.auth_user.clone(),
        version: secret.version,
        ha1_md5: Secret::new(&secret.ha1_md5),
        ha1_sha256: Secret::new(&secret.ha1_sha256),
        algorithm: config::DigestAlgorithm::default(),
    })
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use cordboard_agent_protocol::{SCHEMA_VERSION, encoding::Base64};
    use cordboard_types::{AgentId, SiteId};

    use super::*;
    use crate::testing::Site;

    fn refused(site: &Site, envelope: &Envelope, newest: u64) -> &'static str {
        open(envelope, &site.identity, &site.keys, newest).expect_err("it must be refused").word()
    }

    #[test]
    fn a_good_document_becomes_the_configuration() {
        let site = Site::new();
        let opened = open(&site.envelope(3), &site.identity, &site.keys, 2).unwrap();
        assert_eq!(opened.header.sequence, 3);
        assert_eq!(opened.config.realm, site.document.realm);
        assert_eq!(opened.config.credentials.len(), 2);
        let set = opened.config.credential_of_user("201-d").unwrap();
        assert_eq!((set.version, set.ha1_md5.expose().len()), (1, 32));
        assert_eq!(opened.config.line(set.line).unwrap().extension.as_str(), "201");
    }

    #[test]
    fn a_lower_or_equal_sequence_is_refused() {
        let site = Site::new();
        for newest in [3, 4, u64::MAX] {
            assert_eq!(refused(&site, &site.envelope(3), newest), "sequence");
        }
    }

    #[test]
    fn another_agents_document_is_refused() {
        let mut site = Site::new();
        let envelope = site.envelope(1);
        site.identity.agent = AgentId::new();
        assert_eq!(refused(&site, &envelope, 0), "agent");
    }

    #[test]
    fn another_sites_document_is_refused() {
        let mut site = Site::new();
        site.document.site = SiteId::new();
        assert_eq!(refused(&site, &site.envelope(1), 0), "site");
    }

    #[test]
    fn a_newer_schema_is_refused() {
        let site = Site::new();
        let envelope = site.signed(|header| header.schema_version = SCHEMA_VERSION + 1, &site.secrets, 1);
        assert_eq!(refused(&site, &envelope, 0), "schema");
    }

    // Any bit of what travels, flipped, is noticed.
    #[test]
    fn every_tampered_part_is_refused() {
        let site = Site::new();
        let good = site.envelope(1);
        type Part = fn(&mut Envelope) -> &mut Base64;
        let parts: [(Part, &str); 4] = [
            (|e| &mut e.header, "signature"),
            (|e| &mut e.signature, "signature"),
            (|e| &mut e.payload, "content"),
            (|e| &mut e.secrets, "content"),
        ];
        let mut random = fastrand::Rng::with_seed(7);
        for (part, word) in parts {
            for _ in 0..200 {
                let mut bad = good.clone();
                let bytes = &mut part(&mut bad).0;
                let place = random.usize(..bytes.len());
                bytes[place] ^= 1 << random.u8(..8);
                let refusal = refused(&site, &bad, 0);
                assert!(refusal == word || refusal == "header", "{word}: {refusal}");
            }
        }
    }

    #[test]
    fn an_unknown_signer_is_refused() {
        let (site, other) = (Site::new(), Site::new());
        let mut envelope = site.envelope(1);
        envelope.signature = Base64(other.signer.sign(&envelope.header.0));
        assert_eq!(refused(&site, &envelope, 0), "signature");
    }

    #[test]
    fn secrets_for_somebody_else_or_missing_or_malformed_are_refused() {
        let (mut site, other) = (Site::new(), Site::new());
        let whole = site.secrets.clone();
        site.secrets.credentials.pop();
        assert_eq!(refused(&site, &site.envelope(1), 0), "secrets");
        site.secrets = whole.clone();
        site.secrets.credentials[0].ha1_md5 = "short".into();
        assert_eq!(refused(&site, &site.envelope(1), 0), "secrets");
        site.secrets = whole;
        site.keys = other.keys;
        let envelope = site.envelope(1);
        site.keys = Keys::generate().unwrap();
        assert_eq!(refused(&site, &envelope, 0), "secrets");
    }

    #[test]
    fn doubles_are_refused() {
        let mut site = Site::new();
        let mut twin = site.document.lines[0].clone();
        site.document.lines.push(twin.clone());
        assert_eq!(refused(&site, &site.envelope(1), 0), "document");
        twin.extension = cordboard_types::Extension::parse("299").unwrap();
        site.document.lines[1] = twin;
        assert_eq!(refused(&site, &site.envelope(1), 0), "document", "one user name, two lines");
    }
}
