//! The hashes of all live keys, in memory: an unknown key is refused without a query (design, *Revocation is
//! at once*). About 100 bytes a key.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use cordboard_domain::ModelId;
use cordboard_store::{
    access_keys::{KeyKind, key_hash},
    live_keys as rows,
};
use cordboard_types::{AccessKey, DeviceId, Mac, TenantId, Timestamp};

/// What a key opens.
#[derive(Debug, Clone)]
pub struct Found {
    /// Whose device it is.
    pub tenant: TenantId,
    /// The device.
    pub device: DeviceId,
    /// Which of its keys.
    pub kind: KeyKind,
    /// Model of the device.
    pub model: Arc<ModelId>,
    /// MAC of the device.
    pub mac: Option<Arc<Mac>>,
    /// The claimed first contact of the device, while that lasts.
    pub claim: Option<Arc<rows::Claim>>,
    /// Place in the log since which what is kept of the device is stale.
    pub touched: i64,
}

/// An entry as it is kept; models are shared.
#[derive(Debug, Clone)]
struct Entry {
    tenant: TenantId,
    device: DeviceId,
    expires: i64,
    mac: Option<Arc<Mac>>,
    touched: i64,
    model: Arc<ModelId>,
    claim: Option<Arc<rows::Claim>>,
    kind: KeyKind,
}

/// The keys of the whole platform as far as the log was applied.
#[derive(Debug, Default)]
pub struct KeyTable {
    inner: RwLock<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    keys: HashMap<[u8; 32], Entry>,
    models: HashMap<String, Arc<ModelId>>,
}

impl KeyTable {
    /// What a key opens at `now`; nothing for an unknown, revoked or ended one.
    #[must_use]
    pub fn find(&self, key: &AccessKey, now: Timestamp) -> Option<Found> {
        let hash = key_hash(key.as_str());
        let inner = self.inner.read().unwrap_or_else(PoisonError::into_inner);
        let entry = inner.keys.get(&hash).filter(|entry| now.0 < entry.expires)?;
        Some(Found {
            tenant: entry.tenant,
            device: entry.device,
            kind: entry.kind,
            model: entry.model.clone(),
            mac: entry.mac.clone(),
            claim: entry.claim.clone(),
            touched: entry.touched,
        })
    }

    /// How many keys are live.
    #[must_use]
    pub fn len(&self) -> usize {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).keys.len()
    }

    /// Whether no key is live.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Replaces everything by a snapshot taken at `position`.
    pub fn replace(&self, keys: Vec<rows::LiveKey>, position: i64) {
        let mut fresh = Inner::default();
        fresh.keys.reserve(keys.len());
        keys.into_iter().for_each(|key| fresh.put(key, position));
        *self.inner.write().unwrap_or_else(PoisonError::into_inner) = fresh;
    }

    /// Applies a stretch of the log: keys that went, then the keys its devices have now.
    pub fn apply(&self, changes: &[rows::KeyChange], keys: Vec<rows::LiveKey>) {
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        for hash in changes.iter().filter_map(|change| change.removed) {
            inner.keys.remove(&hash);
        }
        let position = changes.last().map_or(0, |change| change.position);
        keys.into_iter().for_each(|key| inner.put(key, position));
    }
}

impl Inner {
    fn put(&mut self, key: rows::LiveKey, position: i64) {
        let model = self.models.entry(key.model.as_str().to_owned()).or_insert_with(|| Arc::new(key.model));
        let entry = Entry {
            tenant: key.tenant,
            device: key.device,
            expires: key.expires.map_or(i64::MAX, |at| at.0),
            mac: key.mac.map(Arc::new),
            touched: position,
            model: model.clone(),
            claim: key.claim.map(Arc::new),
            kind: key.kind,
        };
        self.keys.insert(key.hash, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_000);

    fn key(byte: u8) -> AccessKey {
        AccessKey::from_bytes([byte; 24])
    }

    fn live(byte: u8, expires: Option<i64>) -> rows::LiveKey {
        rows::LiveKey {
            hash: key_hash(key(byte).as_str()),
            tenant: TenantId::new(),
            device: DeviceId::new(),
            kind: KeyKind::Steady,
            expires: expires.map(Timestamp),
            model: ModelId::parse("yealink/t4x/T46U").unwrap(),
            mac: Some(Mac::parse("00041345c9bf").unwrap()),
            claim: None,
        }
    }

    fn change(position: i64, removed: Option<u8>) -> rows::KeyChange {
        let removed = removed.map(|byte| key_hash(key(byte).as_str()));
        rows::KeyChange { position, device: DeviceId::new(), removed }
    }

    // proves
    #[test]
    fn the_table_follows_the_log() {
        let table = KeyTable::default();
        table.replace(vec![live(1, None), live(2, None)], 7);
        let found = table.find(&key(1), NOW).unwrap();
        assert_eq!((found.mac.unwrap().as_str(), found.touched), ("00041345C9BF", 7));
        table.apply(&[change(8, Some(1)), change(9, None)], vec![live(3, None)]);
        assert!(table.find(&key(1), NOW).is_none());
        assert_eq!(table.find(&key(2), NOW).unwrap().touched, 7, "of another device");
        assert_eq!(table.find(&key(3), NOW).unwrap().touched, 9);
    }

    #[test]
    fn applying_again_changes_nothing() {
        let table = KeyTable::default();
        table.replace(vec![live(2, None)], 9);
        // The snapshot was read after the key of entry 8 had gone and the one of 9 had come.
        table.apply(&[change(8, Some(1)), change(9, None)], vec![live(2, None)]);
        assert_eq!(table.len(), 1);
    }

    #[test]
    fn a_key_ends_by_itself() {
        let table = KeyTable::default();
        table.replace(vec![live(1, Some(1_001))], 1);
        assert!(table.find(&key(1), NOW).is_some());
        assert!(table.find(&key(1), Timestamp(1_001)).is_none());
    }

    #[test]
    fn an_entry_is_small() {
        assert!(std::mem::size_of::<([u8; 32], Entry)>() <= 112);
    }
}
