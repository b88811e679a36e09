//! The cache of a single process: three bounded tables whose entries end by themselves.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use tokio::time::Instant;

use super::{
    IntegrationError, Result,
    cache::{Cache, Verdict},
};

/// Bytes of values.
const VALUE_BYTES: usize = 16 * 1024 * 1024;
/// Live claims; at 10 a second with a life of 2 minutes there are 1 200.
const CLAIMS: usize = 100_000;
/// Windows of rate limits, one for each source address that was seen within its window.
const WINDOWS: usize = 100_000;

/// Entries by key and by their end.
#[derive(Debug)]
struct Table<V> {
    entries: HashMap<String, Entry<V>>,
    ends: BTreeMap<(Instant, u64), String>,
    number: u64,
    weight: usize,
}

#[derive(Debug)]
struct Entry<V> {
    value: V,
    weight: usize,
    end: (Instant, u64),
}

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self { entries: HashMap::new(), ends: BTreeMap::new(), number: 0, weight: 0 }
    }
}

impl<V> Table<V> {
    fn get(&mut self, key: &str, now: Instant) -> Option<&mut Entry<V>> {
        self.entries.get_mut(key).filter(|entry| entry.end.0 > now)
    }

    fn insert(&mut self, key: &str, value: V, weight: usize, end: Instant) {
        self.remove(key);
        self.number = self.number.wrapping_add(1);
        let end = (end, self.number);
        self.weight = self.weight.saturating_add(weight);
        self.ends.insert(end, key.to_owned());
        self.entries.insert(key.to_owned(), Entry { value, weight, end });
    }

    fn remove(&mut self, key: &str) {
        if let Some(entry) = self.entries.remove(key) {
            self.ends.remove(&entry.end);
            self.weight = self.weight.saturating_sub(entry.weight);
        }
    }

    fn forget_ended(&mut self, now: Instant) {
        while self.ends.first_key_value().is_some_and(|((end, _), _)| *end <= now) {
            self.forget_first();
        }
    }

    /// Pushes out what ends first until `more` fits.
    fn make_room(&mut self, more: usize, limit: usize) {
        while !self.ends.is_empty() && self.weight.saturating_add(more) > limit {
            self.forget_first();
        }
    }

    fn forget_first(&mut self) {
        if let Some((_, key)) = self.ends.pop_first()
            && let Some(entry) = self.entries.remove(&key)
        {
            self.weight = self.weight.saturating_sub(entry.weight);
        }
    }
}

/// See the module.
#[derive(Debug, Default)]
pub struct MemoryCache {
    values: Mutex<Table<Bytes>>,
    claims: Mutex<Table<()>>,
    windows: Mutex<Table<u32>>,
}

/// A table is whole between any two statements, so a panic elsewhere does not spoil it.
fn lock<V>(table: &Mutex<Table<V>>) -> MutexGuard<'_, Table<V>> {
    let mut table = table.lock().unwrap_or_else(PoisonError::into_inner);
    table.forget_ended(Instant::now());
    table
}

#[async_trait]
impl Cache for MemoryCache {
    async fn get(&self, key: &str) -> Result<Option<Bytes>> {
        Ok(lock(&self.values).get(key, Instant::now()).map(|entry| entry.value.clone()))
    }

    async fn set(&self, key: &str, value: Bytes, life: Duration) -> Result<()> {
        let weight = key.len().saturating_add(value.len());
        let mut values = lock(&self.values);
        values.remove(key);
        values.make_room(weight, VALUE_BYTES);
        if weight <= VALUE_BYTES {
            values.insert(key, value, weight, Instant::now() + life);
        }
        Ok(())
    }

    async fn remove(&self, key: &str) -> Result<()> {
        lock(&self.values).remove(key);
        Ok(())
    }

    async fn claim_once(&self, key: &str, life: Duration) -> Result<bool> {
        let mut claims = lock(&self.claims);
        if claims.get(key, Instant::now()).is_some() {
            return Ok(false);
        }
        if claims.entries.len() >= CLAIMS {
            return Err(IntegrationError::Full);
        }
        claims.insert(key, (), 1, Instant::now() + life);
        Ok(true)
    }

    async fn hit(&self, key: &str, window: Duration, limit: u32) -> Result<Verdict> {
        let now = Instant::now();
        let mut windows = lock(&self.windows);
        if let Some(entry) = windows.get(key, now) {
            entry.value = entry.value.saturating_add(1);
            return Ok(Verdict { allowed: entry.value <= limit, retry_after: entry.end.0 - now });
        }
        windows.make_room(1, WINDOWS);
        windows.insert(key, 1, 1, now + window);
        Ok(Verdict { allowed: limit > 0, retry_after: window })
    }

    async fn ping(&self) -> Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn values_stay_within_their_bytes() {
        let cache = MemoryCache::default();
        let megabyte = Bytes::from(vec![0; 1024 * 1024]);
        for number in 0..64 {
            cache.set(&format!("key {number}"), megabyte.clone(), Duration::from_secs(60)).await.unwrap();
        }
        assert!(lock(&cache.values).weight <= VALUE_BYTES);
        assert!(cache.get("key 0").await.unwrap().is_none(), "the oldest was pushed out");
        assert!(cache.get("key 63").await.unwrap().is_some());
    }

    #[tokio::test]
    async fn a_full_table_of_claims_refuses_instead_of_forgetting() {
        let cache = MemoryCache::default();
        for number in 0..CLAIMS {
            assert!(cache.claim_once(&number.to_string(), Duration::from_secs(60)).await.unwrap());
        }
        assert!(matches!(
            cache.claim_once("more", Duration::from_secs(60)).await,
            Err(IntegrationError::Full)
        ));
        assert!(!cache.claim_once("0", Duration::from_secs(60)).await.unwrap(), "still remembered");
    }

    #[tokio::test]
    async fn windows_are_bounded() {
        let cache = MemoryCache::default();
        for number in 0..=WINDOWS {
            cache.hit(&number.to_string(), Duration::from_secs(60), 1).await.unwrap();
        }
        assert_eq!(lock(&cache.windows).entries.len(), WINDOWS);
        assert_eq!(lock(&cache.windows).ends.len(), WINDOWS);
    }
}
