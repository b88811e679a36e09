//! The last good documents on disk: the one in force and the one before it.

use std::{fs, path::PathBuf};

use cordboard_agent_protocol::Envelope;

use crate::disk::{self, DiskError};

/// The folder `document/`. Every write leaves either the old or the new file.
#[derive(Debug, Clone)]
pub(crate) struct DocumentStore(PathBuf);

impl DocumentStore {
    pub(crate) fn open(folder: PathBuf) -> Result<Self, DiskError> {
        disk::make_folder(&folder)?;
        Ok(Self(folder))
    }

    /// What may be put in force without the cloud, the newest first.
    pub(crate) fn candidates(&self) -> Vec<Envelope> {
        let read = |path: PathBuf| {
            disk::read_json(&path).unwrap_or_else(|error| {
                tracing::error!(%error, "a stored document cannot be read");
                None
            })
        };
        [self.current(), self.previous()].into_iter().filter_map(read).collect()
    }

    /// Keeps `envelope` as the one in force and the one until now as the one before.
    pub(crate) fn keep(&self, envelope: &Envelope) -> Result<(), DiskError> {
        if self.current().exists() {
            // A copy, so that there is a current one at every moment.
            let old = disk::read_json::<serde_json::Value>(&self.current());
            if let Ok(Some(old)) = old {
                disk::write_json(&self.previous(), &old)?;
            }
        }
        disk::write_json(&self.current(), envelope)
    }

    /// Whether a document was ever kept.
    pub(crate) fn is_empty(&self) -> bool {
        fs::exists(self.current()).is_ok_and(|exists| !exists)
    }

    fn current(&self) -> PathBuf {
        self.0.join("current.json")
    }

    fn previous(&self) -> PathBuf {
        self.0.join("previous.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Site;

    #[test]
    fn the_newest_two_are_kept() {
        let (site, folder) = (Site::new(), tempfile::tempdir().unwrap());
        let store = DocumentStore::open(folder.path().join("document")).unwrap();
        assert!(store.is_empty() && store.candidates().is_empty());
        let envelopes = [1, 2, 3].map(|sequence| site.envelope(sequence));
        for envelope in &envelopes {
            store.keep(envelope).unwrap();
        }
        assert_eq!(store.candidates(), [envelopes[2].clone(), envelopes[1].clone()]);
    }

    #[test]
    fn a_damaged_newest_leaves_the_one_before() {
        let (site, folder) = (Site::new(), tempfile::tempdir().unwrap());
        let store = DocumentStore::open(folder.path().to_owned()).unwrap();
        let (old, new) = (site.envelope(1), site.envelope(2));
        store.keep(&old).unwrap();
        store.keep(&new).unwrap();
        fs::write(store.current(), b"{ torn").unwrap();
        assert_eq!(store.candidates(), [old]);
    }
}
