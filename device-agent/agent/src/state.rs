//! The site's state on disk: what people change on the phone or box, replicated both ways.

use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use cordboard_agent_protocol::{ItemKey, StateChanges, StateItem, StatePage};
use cordboard_types::{AgentId, Timestamp};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::disk::{self, DiskError};

/// Every item, how far the cloud's stream was read, and what the cloud has not taken yet.
#[derive(Debug)]
pub struct StateStore {
    path: PathBuf,
    agent: AgentId,
    content: Mutex<Content>,
    changed: Notify,
    merged: Notify,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    position: u64,
    items: Vec<StateItem>,
    unsent: Vec<ItemKey>,
}

impl Content {
    fn get(&self, key: &ItemKey) -> Option<&StateItem> {
        self.items.iter().find(|item| item.key == *key)
    }

    fn put(&mut self, item: StateItem) {
        match self.items.iter_mut().find(|old| old.key == item.key) {
            Some(old) => *old = item,
            None => self.items.push(item),
        }
    }
}

impl StateStore {
    /// Reads the file; none is an empty state.
    ///
    /// # Errors
    /// [`DiskError`].
    pub fn open(path: PathBuf, agent: AgentId) -> Result<Self, DiskError> {
        let content = Mutex::new(disk::read_json(&path)?.unwrap_or_default());
        Ok(Self { path, agent, content, changed: Notify::new(), merged: Notify::new() })
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes `next` down and only then believes it.
    fn store(&self, current: &mut Content, next: Content) -> Result<(), DiskError> {
        disk::write_json(&self.path, &next)?;
        *current = next;
        Ok(())
    }

    /// An item as it stands.
    #[must_use]
    pub fn get(&self, key: &ItemKey) -> Option<StateItem> {
        self.content().get(key).cloned()
    }

    /// Changes an item on the site; in force at once, with the cloud or without.
    ///
    /// # Errors
    /// [`DiskError`]; then nothing changed.
    pub fn change(&self, key: ItemKey, value: serde_json::Value, now: Timestamp) -> Result<(), DiskError> {
        let mut content = self.content();
        let counter = content.get(&key).map_or(0, |item| item.counter).saturating_add(1);
        let origin = self.agent.to_string();
        let mut next = content.clone();
        next.put(StateItem { key: key.clone(), value, counter, origin, changed_at: now });
        if !next.unsent.contains(&key) {
            next.unsent.push(key);
        }
        self.store(&mut content, next)?;
        self.changed.notify_one();
        Ok(())
    }

    /// Takes a page of the cloud's stream and returns the items that changed here.
    ///
    /// # Errors
    /// [`DiskError`]; then nothing changed.
    pub fn merge(&self, page: StatePage) -> Result<Vec<StateItem>, DiskError> {
        let mut content = self.content();
        let mut next = content.clone();
        let mut won = Vec::new();
        for item in page.items {
            if next.get(&item.key).is_none_or(|ours| item.wins_over(ours)) {
                next.unsent.retain(|key| *key != item.key);
                next.put(item.clone());
                won.push(item);
            }
        }
        next.position = next.position.max(page.next);
        self.store(&mut content, next)?;
        if !won.is_empty() {
            self.merged.notify_one();
        }
        Ok(won)
    }

    /// Waits until an item of the cloud's was taken. One listener: the telephony features that act on it.
    pub async fn merged(&self) {
        self.merged.notified().await;
    }

    /// Where to go on reading the cloud's stream.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.content().position
    }

    pub(crate) fn unsent(&self) -> StateChanges {
        let content = self.content();
        let items = content.unsent.iter().filter_map(|key| content.get(key)).take(StateChanges::MAX).cloned();
        StateChanges { items: items.collect() }
    }

    /// The cloud took these. An item changed again meanwhile stays to be sent.
    pub(crate) fn sent(&self, changes: &StateChanges) -> Result<(), DiskError> {
        let mut content = self.content();
        let mut next = content.clone();
        next.unsent.retain(|key| {
            let sent = changes.items.iter().find(|item| item.key == *key);
            sent.is_none() || sent != content.get(key)
        });
        self.store(&mut content, next)
    }

    /// Waits until something was changed on the site.
    pub(crate) async fn changed(&self) {
        self.changed.notified().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> ItemKey {
        ItemKey { owner_kind: "line".into(), owner: "1".into(), name: name.into() }
    }

    fn from_cloud(name: &str, counter: u64, next: u64) -> StatePage {
        let (origin, changed_at) = ("cloud".into(), Timestamp(0));
        let item = StateItem { key: key(name), value: "cloud".into(), counter, origin, changed_at };
        StatePage { items: vec![item], next }
    }

    fn open(folder: &tempfile::TempDir) -> StateStore {
        StateStore::open(folder.path().join("state.json"), AgentId::new()).unwrap()
    }

    #[test]
    fn a_change_is_kept_and_sent_until_the_cloud_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&folder);
        store.change(key("a"), true.into(), Timestamp(1)).unwrap();
        let first = store.unsent();
        store.change(key("a"), false.into(), Timestamp(2)).unwrap();
        store.sent(&first).unwrap();
        let second = open(&folder).unsent();
        assert_eq!(second.items.len(), 1, "the second change was not in what was sent");
        assert_eq!((second.items[0].counter, &second.items[0].value), (2, &false.into()));
        store.sent(&second).unwrap();
        assert!(open(&folder).unsent().items.is_empty());
    }

    #[test]
    fn the_newest_wins_whoever_made_it() {
        let folder = tempfile::tempdir().unwrap();
        let store = open(&folder);
        store.change(key("a"), "here".into(), Timestamp(1)).unwrap();
        store.change(key("a"), "here".into(), Timestamp(2)).unwrap();
        assert!(store.merge(from_cloud("a", 1, 7)).unwrap().is_empty());
        assert_eq!(store.get(&key("a")).unwrap().value, "here");
        assert_eq!(store.merge(from_cloud("a", 3, 8)).unwrap().len(), 1);
        assert_eq!(store.get(&key("a")).unwrap().value, "cloud");
        assert!(store.unsent().items.is_empty(), "what lost is not sent");
        assert_eq!(open(&folder).position(), 8);
    }

    // Any order of the same changes ends in the same state.
    #[test]
    fn two_copies_agree() {
        for seed in 0..50 {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut pages: Vec<_> =
                (1..20).map(|n| from_cloud(random.choice(["a", "b"]).unwrap(), n, n)).collect();
            let (left, right) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            let (one, two) = (open(&left), open(&right));
            pages.iter().for_each(|page| drop(one.merge(page.clone()).unwrap()));
            random.shuffle(&mut pages);
            pages.iter().for_each(|page| drop(two.merge(page.clone()).unwrap()));
            for name in ["a", "b"] {
                assert_eq!(one.get(&key(name)), two.get(&key(name)), "seed {seed}");
            }
        }
    }
}
