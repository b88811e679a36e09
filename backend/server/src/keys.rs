//! The master key file: JSON with the active key's id and every key in base64, readable by its owner only.

use std::{
    collections::BTreeMap,
    fs::{self, OpenOptions, Permissions},
    io::{self, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use cordboard_store::{MasterKeys, StoreError};
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Why the master keys are not to be had.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file.
    #[error("master key file {0}: {1}")]
    File(String, #[source] io::Error),
    /// There is none yet.
    #[error("there is no master key file {0}; make one with `cordboard keys init`")]
    Missing(String),
    /// There is one already.
    #[error("master key file {0} exists; `cordboard keys rotate` adds a key to it")]
    Exists(String),
    /// Its content.
    #[error("master key file {0} cannot be read: {1}")]
    Content(String, #[source] serde_json::Error),
    /// A key in it.
    #[error("master key file {0} holds no usable key")]
    Unusable(String),
    /// No randomness.
    #[error("the system has no randomness to give")]
    Random,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    active: String,
    keys: BTreeMap<String, String>,
}

/// Reads the file; without one `serve` does not start.
///
/// # Errors
/// See [`KeyError`].
pub fn load(path: &Path) -> Result<MasterKeys, KeyError> {
    let file = read(path)?;
    let unusable = || KeyError::Unusable(path.display().to_string());
    let mut keys = Vec::new();
    for (id, text) in &file.keys {
        let bytes = STANDARD.decode(text).map_err(|_| unusable())?;
        keys.push((id.clone(), Zeroizing::new(bytes)));
    }
    keys.sort_by_key(|(id, _)| *id != file.active);
    MasterKeys::new(keys).map_err(|_: StoreError| unusable())
}

/// Makes the file with a first key.
///
/// # Errors
/// [`KeyError::Exists`] when there is one; it is never overwritten.
pub fn init(path: &Path) -> Result<String, KeyError> {
    if path.exists() {
        return Err(KeyError::Exists(path.display().to_string()));
    }
    let (id, key) = fresh(1)?;
    write(path, &KeyFile { active: id.clone(), keys: BTreeMap::from([(id.clone(), key)]) })?;
    Ok(id)
}

/// Adds a key and makes it the active one. The older ones stay: they still open what they sealed.
///
/// # Errors
/// See [`KeyError`].
pub fn rotate(path: &Path) -> Result<String, KeyError> {
    let mut file = read(path)?;
    let (id, key) = fresh(file.keys.len().saturating_add(1))?;
    file.keys.insert(id.clone(), key);
    file.active.clone_from(&id);
    write(path, &file)?;
    Ok(id)
}

fn fresh(number: usize) -> Result<(String, String), KeyError> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    SystemRandom::new().fill(bytes.as_mut_slice()).map_err(|_| KeyError::Random)?;
    Ok((format!("key-{number:04}"), STANDARD.encode(bytes.as_slice())))
}

fn read(path: &Path) -> Result<KeyFile, KeyError> {
    let name = || path.display().to_string();
    let text = fs::read(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => KeyError::Missing(name()),
        _ => KeyError::File(name(), error),
    })?;
    serde_json::from_slice(&text).map_err(|error| KeyError::Content(name(), error))
}

/// Writes beside and renames, so that a crash leaves the old file or the new one.
fn write(path: &Path, file: &KeyFile) -> Result<(), KeyError> {
    let failed = |error| KeyError::File(path.display().to_string(), error);
    let json = serde_json::to_vec_pretty(file)
        .map_err(|error| KeyError::Content(path.display().to_string(), error))?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let beside = path.with_extension("new");
    let mut out = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&beside)
        .map_err(failed)?;
    fs::set_permissions(&beside, Permissions::from_mode(0o600)).map_err(failed)?;
    out.write_all(&json).and_then(|()| out.sync_all()).map_err(failed)?;
    fs::rename(&beside, path).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_made_once_and_rotated() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master-keys.json");
        assert!(matches!(load(&path), Err(KeyError::Missing(_))));
        assert_eq!(init(&path).unwrap(), "key-0001");
        assert!(matches!(init(&path), Err(KeyError::Exists(_))));
        assert_eq!(rotate(&path).unwrap(), "key-0002");
        load(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
