//! Who this agent is, and the folder it keeps everything in.

use std::{
    fs::{File, OpenOptions, TryLockError},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use cordboard_agent_protocol::TrustRoot;
use cordboard_types::{AgentId, SiteId, TenantId};
use serde::{Deserialize, Serialize};

use crate::disk::{self, DiskError};

/// What enrolment gave. Written once; the trust root grows with each rotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The agent.
    pub agent: AgentId,
    /// The customer.
    pub tenant: TenantId,
    /// The site.
    pub site: SiteId,
    /// Base URL of the cloud's edge for agents, without a slash at the end.
    pub server: String,
    /// Certificates the edge's own must lead to, as PEM; none for those the system trusts.
    pub ca: Option<String>,
    /// Keys that sign documents: the pinned one and those it vouches for.
    pub trust: Vec<TrustRoot>,
}

/// The data directory.
#[derive(Debug, Clone)]
pub struct DataDir(PathBuf);

/// Why a data directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DataDirError {
    /// A file.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// There is no identity in it.
    #[error("{0} holds no identity; run `cordboard-agent enrol` first")]
    NotEnrolled(PathBuf),
    /// Another agent uses it.
    #[error("another agent runs on {0}")]
    InUse(PathBuf),
}

/// Keeps a second agent away from the same folder for as long as it lives.
#[derive(Debug)]
pub struct DataDirLock(
    #[allow(dead_code, reason = "held for its lock, which ends when the file closes")] File,
);

impl DataDir {
    /// Uses `path`, making it when it is not there.
    ///
    /// # Errors
    /// [`DiskError`].
    pub fn open(path: &Path) -> Result<Self, DiskError> {
        disk::make_folder(path)?;
        Ok(Self(path.to_owned()))
    }

    /// Takes the folder for one running agent.
    ///
    /// # Errors
    /// [`DataDirError::InUse`] or [`DataDirError::Disk`].
    pub fn lock(&self) -> Result<DataDirLock, DataDirError> {
        let path = self.0.join("lock");
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false).mode(0o600);
        let file = options.open(&path).map_err(disk::at(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(DataDirLock(file)),
            Err(TryLockError::WouldBlock) => Err(DataDirError::InUse(self.0.clone())),
            Err(TryLockError::Error(error)) => Err(disk::at(&path)(error).into()),
        }
    }

    /// Who the agent is.
    ///
    /// # Errors
    /// [`DataDirError::NotEnrolled`] or [`DataDirError::Disk`].
    pub fn identity(&self) -> Result<Identity, DataDirError> {
        self.identity_if_any()?.ok_or_else(|| DataDirError::NotEnrolled(self.0.clone()))
    }

    pub(crate) fn identity_if_any(&self) -> Result<Option<Identity>, DiskError> {
        disk::read_json(&self.identity_path())
    }

    pub(crate) fn save_identity(&self, identity: &Identity) -> Result<(), DiskError> {
        disk::write_json(&self.identity_path(), identity)
    }

    fn identity_path(&self) -> PathBuf {
        self.0.join("identity.json")
    }

    pub(crate) fn keys_path(&self) -> PathBuf {
        self.0.join("keys.json")
    }

    pub(crate) fn document_folder(&self) -> PathBuf {
        self.0.join("document")
    }

    pub(crate) fn spool_folder(&self) -> PathBuf {
        self.0.join("spool")
    }

    pub(crate) fn state_path(&self) -> PathBuf {
        self.0.join("state.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_agent_a_folder() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataDir::open(folder.path()).unwrap();
        assert!(matches!(data.identity(), Err(DataDirError::NotEnrolled(_))));
        let lock = data.lock().unwrap();
        assert!(matches!(data.lock(), Err(DataDirError::InUse(_))));
        drop(lock);
        assert!(data.lock().is_ok());
    }
}
