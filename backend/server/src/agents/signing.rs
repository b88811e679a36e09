//! The platform's Ed25519 keys that documents and the audit log's heads are signed with. The newest signs; each vouches for the next, so an
//! agent that pinned an old one follows.

use cordboard_agent_protocol::{TrustRoot, encoding::Base64};
use cordboard_store::{Store, StoreError, System, audit::TrustedKey, platform_keys::PlatformKey};
use ring::signature::{Ed25519KeyPair, KeyPair};
use uuid::Uuid;
use zeroize::Zeroizing;

/// A key that signs.
pub struct Signer {
    key: Uuid,
    id: String,
    pair: Ed25519KeyPair,
}

impl Signer {
    /// Its id, as in a header's `key_id`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The same as a value.
    #[must_use]
    pub fn key(&self) -> Uuid {
        self.key
    }

    /// Ed25519 over `message`, 64 bytes.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(message).as_ref().to_vec()
    }
}

/// Makes the first key when there is none.
async fn ensure(store: &Store) -> Result<(), StoreError> {
    let system = store.system("the first key that signs documents").await?;
    if !system.platform_keys().await?.is_empty() {
        return Ok(());
    }
    let (seed, pair) = fresh(store)?;
    if system.add_platform_key(pair.public_key().as_ref(), &seed, None).await? {
        system.commit().await?;
    }
    Ok(())
}

/// Adds a key that the newest one vouches for. From now on it signs; documents signed before stay valid.
///
/// # Errors
/// [`StoreError::NotFound`] before the first key.
pub async fn rotate(store: &Store) -> Result<(), StoreError> {
    let system = store.system("a new key that signs documents").await?;
    let (newest, old) = newest(&system).await?;
    let (seed, pair) = fresh(store)?;
    let public = pair.public_key().as_ref();
    let voucher = old.sign(public).as_ref().to_vec();
    system.add_platform_key(public, &seed, Some((newest.id, voucher))).await?;
    system.commit().await
}

/// The key that signs now.
///
/// # Errors
/// [`StoreError::NotFound`] before the first key.
pub async fn signer(store: &Store) -> Result<Signer, StoreError> {
    let (key, pair) = newest(&store.system_read("the key that signs documents").await?).await?;
    Ok(Signer { key: key.id, id: key.id.to_string(), pair })
}

/// Every key with its voucher, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn trust_root(store: &Store) -> Result<Vec<TrustRoot>, StoreError> {
    let keys = store.system_read("the keys that sign documents").await?.platform_keys().await?;
    Ok(keys.into_iter().map(root).collect())
}

/// The key an agent pins at its enrolment; made when there is none yet.
///
/// # Errors
/// When it cannot be stored.
pub async fn newest_root(store: &Store) -> Result<TrustRoot, StoreError> {
    if let Some(newest) = trust_root(store).await?.pop() {
        return Ok(newest);
    }
    ensure(store).await?;
    trust_root(store).await?.pop().ok_or(StoreError::NotFound)
}

/// The key that signs now; made when there is none yet.
///
/// # Errors
/// When it cannot be stored.
pub async fn signer_or_first(store: &Store) -> Result<Signer, StoreError> {
    match signer(store).await {
        Err(StoreError::NotFound) => {
            ensure(store).await?;
            signer(store).await
        }
        found => found,
    }
}

/// The keys whose private halves are sealed here and belong to them: a public key that somebody put into the
/// database is none of ours.
///
/// # Errors
/// When the database fails.
pub async fn trusted(system: &System) -> Result<Vec<TrustedKey>, StoreError> {
    let mut trusted = Vec::new();
    for key in system.platform_keys().await? {
        match pair(system, &key).await {
            Ok(_) => trusted.push(TrustedKey { id: key.id, public_key: key.public_key }),
            Err(StoreError::Sealed | StoreError::NotFound) => {
                tracing::warn!(key = %key.id, "a key that signs has no private half that belongs to it");
            }
            Err(error) => return Err(error),
        }
    }
    Ok(trusted)
}

fn root(key: PlatformKey) -> TrustRoot {
    let (vouched_by, voucher) = key.voucher.unzip();
    TrustRoot {
        key_id: key.id.to_string(),
        public_key: Base64(key.public_key),
        vouched_by: vouched_by.map(|id| id.to_string()),
        voucher: voucher.map(Base64),
    }
}

async fn newest(system: &System) -> Result<(PlatformKey, Ed25519KeyPair), StoreError> {
    let key = system.platform_keys().await?.pop().ok_or(StoreError::NotFound)?;
    let pair = pair(system, &key).await?;
    Ok((key, pair))
}

async fn pair(system: &System, key: &PlatformKey) -> Result<Ed25519KeyPair, StoreError> {
    let seed = system.platform_key_seed(key.id).await?;
    let seed = Zeroizing::new(hex::decode(seed.as_bytes()).map_err(|_| StoreError::Sealed)?);
    Ed25519KeyPair::from_seed_and_public_key(&seed, &key.public_key).map_err(|_| StoreError::Sealed)
}

fn fresh(store: &Store) -> Result<(Zeroizing<String>, Ed25519KeyPair), StoreError> {
    let seed = Zeroizing::new(store.sealer().random::<32>()?);
    let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice()).map_err(|_| StoreError::Sealed)?;
    Ok((Zeroizing::new(hex::encode(seed.as_slice())), pair))
}
