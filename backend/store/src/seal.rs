//! Sealing: a master key seals each tenant's data key, a data key seals the tenant's secrets.
//!
//! AES-256-GCM with a random 96-bit nonce in front. Tenant, owner, field and version are associated data,
//! so a sealed value that is moved to another row or rolled back to an older version does not open.

use std::{collections::HashMap, sync::RwLock};

use cordboard_domain::SecretRef;
use cordboard_types::TenantId;
use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hkdf, hmac,
    rand::{SecureRandom, SystemRandom},
};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{Result, StoreError};

/// The master keys by id, the one new data keys are sealed with first.
pub struct MasterKeys {
    keys: Vec<(String, MasterKey)>,
}

/// One master key as its two uses: it seals data keys, and a key derived from it authenticates the audit log.
struct MasterKey {
    sealing: LessSafeKey,
    audit: hmac::Key,
}

impl std::fmt::Debug for MasterKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MasterKeys({})", self.keys.len())
    }
}

impl MasterKeys {
    /// Takes keys of 32 bytes, the active one first.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when there is none or one has another length.
    pub fn new(keys: impl IntoIterator<Item = (String, Zeroizing<Vec<u8>>)>) -> Result<Self> {
        let key = |(id, bytes): (String, Zeroizing<Vec<u8>>)| {
            Ok((id, MasterKey { sealing: aead_key(&bytes)?, audit: audit_key(&bytes)? }))
        };
        let keys = keys.into_iter().map(key).collect::<Result<Vec<_>>>()?;
        if keys.is_empty() { Err(StoreError::Sealed) } else { Ok(Self { keys }) }
    }

    pub(crate) fn active(&self) -> Option<(&str, &LessSafeKey)> {
        self.keys.first().map(|(id, key)| (id.as_str(), &key.sealing))
    }

    fn get(&self, id: &str) -> Option<&LessSafeKey> {
        self.find(id).map(|key| &key.sealing)
    }

    fn find(&self, id: &str) -> Option<&MasterKey> {
        self.keys.iter().find(|(known, _)| known == id).map(|(_, key)| key)
    }
}

/// A secret as it lies in the database and in memory.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedSecret {
    /// Which secret.
    pub secret: SecretRef,
    /// Rises with every change.
    pub version: u32,
    pub(crate) data_key: Uuid,
    pub(crate) sealed: Vec<u8>,
}

impl std::fmt::Debug for SealedSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedSecret({:?}, version {})", self.secret.field, self.version)
    }
}

/// Seals and opens. Data keys it has met stay in memory, opened.
pub struct Sealer {
    master: MasterKeys,
    data_keys: RwLock<HashMap<Uuid, LessSafeKey>>,
    random: SystemRandom,
}

impl std::fmt::Debug for Sealer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealer")
    }
}

impl Sealer {
    pub(crate) fn new(master: MasterKeys) -> Self {
        Self { master, data_keys: RwLock::default(), random: SystemRandom::new() }
    }

    /// `N` random bytes.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when the system has no randomness to give.
    pub fn random<const N: usize>(&self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        self.random.fill(&mut bytes).map_err(|_| StoreError::Sealed)?;
        Ok(bytes)
    }

    /// Opens a secret.
    ///
    /// # Errors
    /// [`StoreError::Sealed`] when it was moved, altered, or its data key was never met.
    pub fn open(&self, tenant: TenantId, secret: &SealedSecret) -> Result<Zeroizing<String>> {
        let keys = self.data_keys.read().map_err(|_| StoreError::Sealed)?;
        let key = keys.get(&secret.data_key).ok_or(StoreError::Sealed)?;
        let bytes = open(key, &secret.sealed, &binding(tenant, &secret.secret, secret.version))?;
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| StoreError::Sealed)?;
        Ok(Zeroizing::new(text))
    }

    pub(crate) fn seal(
        &self,
        tenant: TenantId,
        secret: SecretRef,
        version: u32,
        data_key: Uuid,
        value: &str,
    ) -> Result<SealedSecret> {
        let keys = self.data_keys.read().map_err(|_| StoreError::Sealed)?;
        let key = keys.get(&data_key).ok_or(StoreError::Sealed)?;
        let nonce = self.random()?;
        let sealed = seal(key, nonce, value.as_bytes(), &binding(tenant, &secret, version))?;
        Ok(SealedSecret { secret, version, data_key, sealed })
    }

    /// Makes a data key; returns it sealed with the id of the master key that did.
    pub(crate) fn new_data_key(&self, id: Uuid, tenant: TenantId) -> Result<(String, Vec<u8>)> {
        let bytes = Zeroizing::new(self.random::<32>()?);
        let (master_id, master) = self.master.active().ok_or(StoreError::Sealed)?;
        let sealed = seal(master, self.random()?, bytes.as_slice(), &data_key_binding(id, tenant))?;
        self.remember(id, aead_key(bytes.as_slice())?)?;
        Ok((master_id.to_owned(), sealed))
    }

    /// The key new rows of the audit log are authenticated with, and the id of its master key.
    pub(crate) fn audit_key(&self) -> Result<(&str, &hmac::Key)> {
        self.master.keys.first().map(|(id, key)| (id.as_str(), &key.audit)).ok_or(StoreError::Sealed)
    }

    /// The key rows of the audit log were authenticated with under a master key.
    pub(crate) fn audit_key_of(&self, id: &str) -> Option<&hmac::Key> {
        self.master.find(id).map(|key| &key.audit)
    }

    pub(crate) fn has_master_key(&self, id: &str) -> bool {
        self.master.get(id).is_some()
    }

    pub(crate) fn knows(&self, id: Uuid) -> bool {
        self.data_keys.read().is_ok_and(|keys| keys.contains_key(&id))
    }

    pub(crate) fn learn(&self, id: Uuid, tenant: TenantId, master: &str, sealed: &[u8]) -> Result<()> {
        let key = self.master.get(master).ok_or(StoreError::Sealed)?;
        let bytes = open(key, sealed, &data_key_binding(id, tenant))?;
        self.remember(id, aead_key(&bytes)?)
    }

    /// Seals a data key anew with the active master key; `None` when it is already.
    pub(crate) fn rewrap(
        &self,
        id: Uuid,
        tenant: TenantId,
        master: &str,
        sealed: &[u8],
    ) -> Result<Option<(String, Vec<u8>)>> {
        let (active_id, active) = self.master.active().ok_or(StoreError::Sealed)?;
        if active_id == master {
            return Ok(None);
        }
        let key = self.master.get(master).ok_or(StoreError::Sealed)?;
        let bytes = open(key, sealed, &data_key_binding(id, tenant))?;
        let again = seal(active, self.random()?, &bytes, &data_key_binding(id, tenant))?;
        Ok(Some((active_id.to_owned(), again)))
    }

    /// Forgets data keys that were destroyed.
    pub(crate) fn forget(&self, ids: impl Iterator<Item = Uuid>) {
        if let Ok(mut keys) = self.data_keys.write() {
            for id in ids {
                keys.remove(&id);
            }
        }
    }

    fn remember(&self, id: Uuid, key: LessSafeKey) -> Result<()> {
        self.data_keys.write().map_err(|_| StoreError::Sealed)?.insert(id, key);
        Ok(())
    }
}

fn aead_key(bytes: &[u8]) -> Result<LessSafeKey> {
    UnboundKey::new(&AES_256_GCM, bytes).map(LessSafeKey::new).map_err(|_| StoreError::Sealed)
}

/// HKDF-SHA256 (RFC 5869) of a master key: what authenticates rows opens no secret.
fn audit_key(master: &[u8]) -> Result<hmac::Key> {
    let secret = hkdf::Salt::new(hkdf::HKDF_SHA256, b"cordboard").extract(master);
    let derived = secret.expand(&[b"audit chain"], hmac::HMAC_SHA256).map_err(|_| StoreError::Sealed)?;
    Ok(derived.into())
}

fn seal(key: &LessSafeKey, nonce: [u8; NONCE_LEN], value: &[u8], binding: &[u8]) -> Result<Vec<u8>> {
    let mut sealed = value.to_vec();
    let nonce_value = Nonce::assume_unique_for_key(nonce);
    key.seal_in_place_append_tag(nonce_value, Aad::from(binding), &mut sealed)
        .map_err(|_| StoreError::Sealed)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

fn open(key: &LessSafeKey, sealed: &[u8], binding: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LEN>().ok_or(StoreError::Sealed)?;
    let mut bytes = Zeroizing::new(sealed.to_vec());
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let length =
        key.open_in_place(nonce, Aad::from(binding), &mut bytes).map_err(|_| StoreError::Sealed)?.len();
    bytes.truncate(length);
    Ok(bytes)
}

fn binding(tenant: TenantId, secret: &SecretRef, version: u32) -> Vec<u8> {
    let field = secret.field.as_str().as_bytes();
    [tenant.0.as_bytes().as_slice(), &secret.owner, field, &version.to_be_bytes()].concat()
}

fn data_key_binding(id: Uuid, tenant: TenantId) -> Vec<u8> {
    [b"data key".as_slice(), id.as_bytes(), tenant.0.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordboard_domain::SecretField;

    fn sealer() -> (Sealer, Uuid, TenantId) {
        let keys = MasterKeys::new([("a".to_owned(), Zeroizing::new(vec![7; 32]))]).unwrap();
        let (sealer, id, tenant) = (Sealer::new(keys), Uuid::now_v7(), TenantId::new());
        sealer.new_data_key(id, tenant).unwrap();
        (sealer, id, tenant)
    }

    fn reference(owner: u8, field: SecretField) -> SecretRef {
        SecretRef { owner: [owner; 16], field }
    }

    #[test]
    fn a_secret_opens_only_in_its_place() {
        let (sealer, key, tenant) = sealer();
        let secret = reference(1, SecretField::SipPassword);
        let sealed = sealer.seal(tenant, secret, 3, key, "s3cret").unwrap();
        assert_eq!(sealer.open(tenant, &sealed).unwrap().as_str(), "s3cret");
        let moved = [
            SealedSecret { secret: reference(2, SecretField::SipPassword), ..sealed.clone() },
            SealedSecret { secret: reference(1, SecretField::AdminPassword), ..sealed.clone() },
            SealedSecret { version: 2, ..sealed.clone() },
        ];
        assert!(moved.iter().all(|moved| sealer.open(tenant, moved).is_err()));
        assert!(sealer.open(TenantId::new(), &sealed).is_err(), "of another tenant");
    }

    #[test]
    fn the_same_value_never_looks_the_same() {
        let (sealer, key, tenant) = sealer();
        let seal = || sealer.seal(tenant, reference(1, SecretField::DectPin), 1, key, "4711").unwrap();
        assert_ne!(seal().sealed, seal().sealed);
    }
}
