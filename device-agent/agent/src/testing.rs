//! What the tests of several modules share: a site with keys, and a telephony core and a cloud without sockets.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};

use async_trait::async_trait;
use cordboard_agent_protocol::{
    DocumentHeader, Endpoint, Envelope, Line, LineCredential, LineSecret, Report, ReportBatch, ReportBody,
    ReportReceipt, SCHEMA_VERSION, SiteDocument, SiteSecrets, StateChanges, StateItem, StatePage, TrustRoot,
    encoding::Base64,
};
use cordboard_telephony::{SiteConfig, facts};
use cordboard_types::{
    AgentId, CredentialSetId, DeviceId, Extension, HostName, Label, LineId, ReleaseId, ReportId, SiteId,
    TenantId, Timestamp, Transport,
};
use ring::signature::{Ed25519KeyPair, KeyPair};

use tokio::sync::mpsc;

use crate::{
    cloud::{Cloud, CloudError, Positions, Signal},
    identity::Identity,
    keys::Keys,
    telephony::Telephony,
    trust::sha256,
};

/// A platform's signing key.
pub(crate) struct Signer {
    key_id: String,
    pair: Ed25519KeyPair,
}

impl Signer {
    pub(crate) fn new(key_id: &str) -> Self {
        let seed: [u8; 32] = std::array::from_fn(|_| fastrand::u8(..));
        Self { key_id: key_id.into(), pair: Ed25519KeyPair::from_seed_unchecked(&seed).unwrap() }
    }

    pub(crate) fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(message).as_ref().to_vec()
    }

    pub(crate) fn root(&self, by: Option<&Signer>) -> TrustRoot {
        let public = self.pair.public_key().as_ref();
        TrustRoot {
            key_id: self.key_id.clone(),
            public_key: Base64(public.to_vec()),
            vouched_by: by.map(|by| by.key_id.clone()),
            voucher: by.map(|by| Base64(by.sign(public))),
        }
    }
}

/// A site with one line, as the cloud and its agent know it.
pub(crate) struct Site {
    pub(crate) signer: Signer,
    pub(crate) keys: Keys,
    pub(crate) identity: Identity,
    pub(crate) document: SiteDocument,
    pub(crate) secrets: SiteSecrets,
    pub(crate) release: ReleaseId,
}

impl Site {
    pub(crate) fn new() -> Self {
        let (tenant, site, signer) = (TenantId::new(), SiteId::new(), Signer::new("k1"));
        let sets = [(None, "201"), (Some(DeviceId::new()), "201-d")].map(|(device, user)| LineCredential {
            id: CredentialSetId::new(),
            device,
            auth_user: user.into(),
        });
        let secret = |set: &LineCredential| LineSecret {
            id: set.id,
            version: 1,
            ha1_md5: "0123456789abcdef".repeat(2),
            ha1_sha256: "0123456789abcdef".repeat(4),
        };
        let secrets = SiteSecrets { credentials: sets.iter().map(secret).collect() };
        let line = Line {
            id: LineId::new(),
            extension: Extension::parse("201").unwrap(),
            display_name: Label::parse("Reception").unwrap(),
            credentials: sets.to_vec(),
        };
        Self {
            identity: Identity {
                agent: AgentId::new(),
                tenant,
                site,
                server: "https://127.0.0.1:1".into(),
                ca: None,
                trust: vec![signer.root(None)],
            },
            signer,
            keys: Keys::generate().unwrap(),
            document: SiteDocument {
                tenant,
                site,
                realm: "realm.test".into(),
                lines: vec![line],
                emergency_numbers: vec!["112".into()],
                call_lock: None,
            },
            secrets,
            release: ReleaseId::new(),
        }
    }

    pub(crate) fn envelope(&self, sequence: u64) -> Envelope {
        self.signed(|_| (), &self.secrets, sequence)
    }

    pub(crate) fn signed(
        &self,
        change: impl Fn(&mut DocumentHeader),
        secrets: &SiteSecrets,
        sequence: u64,
    ) -> Envelope {
        let payload = serde_json::to_vec(&self.document).unwrap();
        let box_key = crypto_box::PublicKey::from_bytes(self.keys.sealing_public());
        let secrets =
            box_key.seal(&mut crypto_box::aead::OsRng, &serde_json::to_vec(secrets).unwrap()).unwrap();
        let mut header = DocumentHeader {
            agent: self.identity.agent,
            tenant: self.identity.tenant,
            sequence,
            release: self.release,
            schema_version: SCHEMA_VERSION,
            issued_at: Timestamp(1),
            payload_sha256: Base64(sha256(&payload)),
            secrets_sha256: Base64(sha256(&secrets)),
            key_id: self.signer.key_id.clone(),
        };
        change(&mut header);
        let header = serde_json::to_vec(&header).unwrap();
        let signature = Base64(self.signer.sign(&header));
        Envelope { header: Base64(header), signature, payload: Base64(payload), secrets: Base64(secrets) }
    }
}

/// A telephony core that remembers what it was given.
#[derive(Default)]
pub(crate) struct FakeTelephony {
    pub(crate) applied: Mutex<Vec<SiteConfig>>,
    pub(crate) broken: AtomicBool,
    pub(crate) registrations: Mutex<Vec<facts::Registration>>,
}

impl FakeTelephony {
    pub(crate) fn new() -> Arc<Self> {
        Arc::default()
    }

    pub(crate) fn realms(&self) -> Vec<String> {
        self.applied.lock().unwrap().iter().map(|config| config.realm.clone()).collect()
    }
}

#[async_trait]
impl Telephony for FakeTelephony {
    fn apply(&self, config: SiteConfig) {
        self.applied.lock().unwrap().push(config);
    }

    async fn healthy(&self) -> bool {
        !self.broken.load(Ordering::Relaxed)
    }

    fn endpoint(&self) -> Endpoint {
        Endpoint { host: HostName::parse("10.0.0.5").unwrap(), port: 5060, transports: vec![Transport::Udp] }
    }

    fn registrations(&self) -> Vec<facts::Registration> {
        self.registrations.lock().unwrap().clone()
    }
}

/// A cloud that answers from memory.
#[derive(Default)]
pub(crate) struct FakeCloud {
    pub(crate) document: Mutex<Option<Envelope>>,
    pub(crate) trust: Mutex<Vec<TrustRoot>>,
    pub(crate) reports: Mutex<Vec<Report>>,
    /// The site's state in the order it was taken; a position is an index.
    pub(crate) state: Mutex<Vec<StateItem>>,
    /// Every request fails.
    pub(crate) away: AtomicBool,
    /// Takes reports but loses the answer.
    pub(crate) deaf: AtomicBool,
    /// Refuses batches that hold this one.
    pub(crate) dislikes: Mutex<Option<ReportId>>,
}

impl FakeCloud {
    pub(crate) fn new() -> Arc<Self> {
        Arc::default()
    }

    pub(crate) fn bodies(&self) -> Vec<ReportBody> {
        self.reports.lock().unwrap().iter().map(|report| report.body.clone()).collect()
    }

    fn here(&self) -> Result<(), CloudError> {
        if self.away.load(Ordering::Relaxed) { Err(CloudError::Unreachable("away".into())) } else { Ok(()) }
    }
}

#[async_trait]
impl Cloud for FakeCloud {
    // Offers what it has whatever was asked, as a hostile or broken cloud might.
    async fn document(&self, _: u64) -> Result<Option<Envelope>, CloudError> {
        self.here()?;
        Ok(self.document.lock().unwrap().clone())
    }

    async fn trust_root(&self) -> Result<Vec<TrustRoot>, CloudError> {
        self.here()?;
        Ok(self.trust.lock().unwrap().clone())
    }

    async fn report(&self, batch: &ReportBatch) -> Result<ReportReceipt, CloudError> {
        self.here()?;
        let disliked = *self.dislikes.lock().unwrap();
        if batch.reports.iter().any(|report| Some(report.id) == disliked) {
            return Err(CloudError::Status(422));
        }
        self.reports.lock().unwrap().extend(batch.reports.iter().cloned());
        if self.deaf.load(Ordering::Relaxed) {
            return Err(CloudError::Silent);
        }
        Ok(ReportReceipt { stored: batch.reports.iter().map(|report| report.id).collect() })
    }

    async fn state_after(&self, position: u64) -> Result<StatePage, CloudError> {
        self.here()?;
        let items = self.state.lock().unwrap();
        let next = items.len().try_into().unwrap();
        let items = items.iter().skip(position.try_into().unwrap()).cloned().collect();
        Ok(StatePage { items, next })
    }

    async fn push_state(&self, changes: &StateChanges) -> Result<(), CloudError> {
        self.here()?;
        self.state.lock().unwrap().extend(changes.items.iter().cloned());
        Ok(())
    }

    async fn listen(&self, _: &Positions, _: &mpsc::Sender<Signal>) -> CloudError {
        std::future::pending().await
    }
}

/// A registration of somebody's.
pub(crate) fn registration(contact: &str) -> facts::Registration {
    facts::Registration {
        line: LineId::new(),
        credential: CredentialSetId::new(),
        credential_version: 1,
        device: None,
        contact: contact.into(),
        user_agent: "baresip".into(),
        source: "10.0.0.7:5060".parse().unwrap(),
        transport: Transport::Udp,
        registered_at: Timestamp(1_000),
        expires_at: Timestamp(601_000),
    }
}
