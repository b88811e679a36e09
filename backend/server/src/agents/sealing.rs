//! A site's document: the release with the call lock of the moment, the secrets of the moment beside it, both under
//! one signature.
//!
//! Its sequence rises whenever the release, the lock or a secret changed, and only then.

use std::collections::HashMap;

use cordboard_agent_protocol::{
    DocumentHeader, Envelope, LineSecret, SCHEMA_VERSION, SiteDocument, SiteSecrets, encoding::Base64,
};
use cordboard_domain::SecretRef;
use cordboard_store::{
    Store, StoreError, Tenant,
    agents::Agent,
    credentials::{CredentialSet, sip_password},
    targets::Target,
};
use cordboard_types::{AgentId, CredentialSetId, ReleaseId, TenantId};
use crypto_box::{PublicKey, aead::OsRng};
use md5::{Digest, Md5};
use ring::digest::{SHA256, digest};
use zeroize::Zeroizing;

use super::signing::{self, Signer};
use crate::services::compile::SITE_FILE;

/// The newest document of an agent: its release and its sequence. `None` before the first release.
///
/// # Errors
/// [`StoreError::NotFound`] for an unknown agent.
pub async fn newest(
    store: &Store,
    tenant: TenantId,
    agent: AgentId,
) -> Result<Option<(ReleaseId, u64)>, StoreError> {
    let reading = store.read(tenant).await?;
    let row = reading.agent(agent).await?;
    let Some((release, content)) = content(&reading, &row).await? else { return Ok(None) };
    if row.content.as_ref() == Some(&content) {
        return Ok(Some((release, row.sequence)));
    }
    drop(reading);
    // Read again where nobody else writes: another replica may be here too.
    let writing = store.write(tenant).await?;
    let row = writing.agent(agent).await?;
    let Some((release, content)) = self::content(&writing, &row).await? else { return Ok(None) };
    let sequence = writing.number_document(agent, &content).await?;
    writing.commit().await?;
    Ok(Some((release, sequence)))
}

/// What a document holds, in 32 bytes: the release, the version of every secret, and whose it is.
async fn content(tenant: &Tenant, agent: &Agent) -> Result<Option<(ReleaseId, Vec<u8>)>, StoreError> {
    let (known, _) = tenant.target_facts(Target::Site(agent.site)).await?;
    let Some((release, _)) = known.facts.released else { return Ok(None) };
    let mut bytes = release.0.as_bytes().to_vec();
    bytes.extend_from_slice(&agent.sealing_key);
    if let Some(lock) = tenant.call_lock().await? {
        bytes.extend_from_slice(lock.as_str().as_bytes());
    }
    for set in tenant.credentials_of_site(agent.site).await? {
        bytes.extend_from_slice(set.id.0.as_bytes());
        bytes.extend_from_slice(&set.version.to_be_bytes());
    }
    Ok(Some((release, digest(&SHA256, &bytes).as_ref().to_vec())))
}

/// The document with this release and sequence, sealed and signed.
///
/// # Errors
/// [`StoreError::NotFound`] when the release went away meanwhile.
pub async fn envelope(
    store: &Store,
    tenant: TenantId,
    agent: AgentId,
    release: ReleaseId,
    sequence: u64,
) -> Result<Envelope, StoreError> {
    let signer = signing::signer(store).await?;
    let reading = store.read(tenant).await?;
    let row = reading.agent(agent).await?;
    let files = reading.files_in_force(Target::Site(row.site)).await?;
    let file = files.into_iter().find(|file| file.name == SITE_FILE).ok_or(StoreError::NotFound)?;
    let mut document: SiteDocument =
        serde_json::from_slice(&file.bytes).map_err(|_| StoreError::Corrupt("site document"))?;
    document.call_lock = reading.call_lock().await?;
    let payload = serde_json::to_vec(&document).map_err(|_| StoreError::Corrupt("site document"))?;
    let secrets = secrets(store, &reading, &document).await?;
    let secrets = seal(&secrets, &row.sealing_key)?;
    let header = DocumentHeader {
        agent,
        tenant,
        sequence,
        release,
        schema_version: SCHEMA_VERSION,
        issued_at: store.now(),
        payload_sha256: Base64(digest(&SHA256, &payload).as_ref().to_vec()),
        secrets_sha256: Base64(digest(&SHA256, &secrets).as_ref().to_vec()),
        key_id: signer.id().to_owned(),
    };
    sign(&header, payload, secrets, &signer)
}

fn sign(
    header: &DocumentHeader,
    payload: Vec<u8>,
    secrets: Vec<u8>,
    signer: &Signer,
) -> Result<Envelope, StoreError> {
    let header = serde_json::to_vec(header).map_err(|_| StoreError::Corrupt("document header"))?;
    let signature = Base64(signer.sign(&header));
    Ok(Envelope { header: Base64(header), signature, payload: Base64(payload), secrets: Base64(secrets) })
}

fn seal(secrets: &SiteSecrets, key: &[u8]) -> Result<Vec<u8>, StoreError> {
    let json = Zeroizing::new(serde_json::to_vec(secrets).map_err(|_| StoreError::Sealed)?);
    let key = PublicKey::from_slice(key).map_err(|_| StoreError::Corrupt("sealing key"))?;
    key.seal(&mut OsRng, &json).map_err(|_| StoreError::Sealed)
}

/// The digest secrets of every set the document names, from the passwords of the moment.
async fn secrets(store: &Store, tenant: &Tenant, document: &SiteDocument) -> Result<SiteSecrets, StoreError> {
    let current = tenant.credentials_of_site(document.site).await?;
    let current: HashMap<_, _> = current.into_iter().map(|set| (set.id, set)).collect();
    let wanted: Vec<_> = current.keys().map(|id| sip_password(*id)).collect();
    let sealed = tenant.sealed(&wanted).await?;
    let mut passwords = HashMap::new();
    for secret in &sealed {
        passwords.insert(secret.secret, (store.sealer().open(tenant.id(), secret)?, secret.version));
    }
    let named = document.lines.iter().flat_map(|line| &line.credentials);
    let credentials = named
        .map(|set| line_secret(store, set.id, &set.auth_user, &document.realm, &current, &passwords))
        .collect::<Result<_, _>>()?;
    Ok(SiteSecrets { credentials })
}

/// A set that is gone since the release keeps its place in the document, with a secret nobody knows: a release
/// never revives what was revoked.
fn line_secret(
    store: &Store,
    id: CredentialSetId,
    auth_user: &str,
    realm: &str,
    current: &HashMap<CredentialSetId, CredentialSet>,
    passwords: &HashMap<SecretRef, (Zeroizing<String>, u32)>,
) -> Result<LineSecret, StoreError> {
    let found = passwords.get(&sip_password(id)).filter(|_| current.contains_key(&id));
    let (password, version) = match found {
        Some((password, version)) => (password.clone(), *version),
        None => (Zeroizing::new(hex::encode(store.sealer().random::<32>()?)), 0),
    };
    let text = Zeroizing::new(format!("{auth_user}:{realm}:{}", password.as_str()));
    Ok(LineSecret {
        id,
        version,
        ha1_md5: hex::encode(Md5::digest(text.as_bytes())),
        ha1_sha256: hex::encode(digest(&SHA256, text.as_bytes())),
    })
}
