//! The agent's two key pairs: one it signs with, one that secrets are sealed to.

use std::path::Path;

use cordboard_agent_protocol::encoding::Base64;
use crypto_box::{SecretKey, aead::OsRng};
use jsonwebtoken::EncodingKey;
use ring::{
    rand::{SecureRandom, SystemRandom},
    signature::{Ed25519KeyPair, KeyPair},
};
use serde::{Deserialize, Serialize};

use crate::disk::{self, DiskError};

/// PKCS #8 version 1 around an Ed25519 seed (RFC 8410 §7); the form every reader of such keys knows.
const ED25519_PKCS8: [u8; 16] =
    [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/// Why there are no keys.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The key file.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The key file is not there although the agent is enrolled.
    #[error("{0} is missing")]
    Missing(std::path::PathBuf),
    /// The key file holds no usable keys.
    #[error("the key file holds no usable keys")]
    Unusable,
    /// The system gave no random bytes.
    #[error("the system has no randomness")]
    Random,
}

/// The private halves. Neither leaves the data directory.
pub struct Keys {
    seed: [u8; 32],
    public: [u8; 32],
    sealing: SecretKey,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    signing_seed: Base64,
    sealing_secret: Base64,
}

impl Keys {
    /// New keys.
    ///
    /// # Errors
    /// [`KeyError::Random`].
    pub fn generate() -> Result<Self, KeyError> {
        let mut seed = [0; 32];
        SystemRandom::new().fill(&mut seed).map_err(|_| KeyError::Random)?;
        Self::of(seed, SecretKey::generate(&mut OsRng))
    }

    fn of(seed: [u8; 32], sealing: SecretKey) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyError::Unusable)?;
        let public = pair.public_key().as_ref().try_into().map_err(|_| KeyError::Unusable)?;
        Ok(Self { seed, public, sealing })
    }

    /// Reads the key file.
    ///
    /// # Errors
    /// Any [`KeyError`] but [`KeyError::Random`].
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        let file: KeyFile = disk::read_json(path)?.ok_or_else(|| KeyError::Missing(path.to_owned()))?;
        let bytes = |text: &Base64| <[u8; 32]>::try_from(text.0.as_slice()).map_err(|_| KeyError::Unusable);
        Self::of(bytes(&file.signing_seed)?, SecretKey::from_bytes(bytes(&file.sealing_secret)?))
    }

    /// Writes the key file.
    ///
    /// # Errors
    /// [`DiskError`].
    pub fn save(&self, path: &Path) -> Result<(), DiskError> {
        let file = KeyFile {
            signing_seed: Base64(self.seed.to_vec()),
            sealing_secret: Base64(self.sealing.to_bytes().to_vec()),
        };
        disk::write_json(path, &file)
    }

    /// The Ed25519 public key, 32 bytes.
    #[must_use]
    pub fn signing_public(&self) -> [u8; 32] {
        self.public
    }

    /// The X25519 public key, 32 bytes.
    #[must_use]
    pub fn sealing_public(&self) -> [u8; 32] {
        self.sealing.public_key().to_bytes()
    }

    /// Opens what was sealed to this agent; `None` when it was not, or was changed since.
    #[must_use]
    pub fn unseal(&self, sealed: &[u8]) -> Option<Vec<u8>> {
        self.sealing.unseal(sealed).ok()
    }

    pub(crate) fn encoding_key(&self) -> EncodingKey {
        EncodingKey::from_ed_der(&[ED25519_PKCS8.as_slice(), self.seed.as_slice()].concat())
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_survive_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        assert!(matches!(Keys::load(&path), Err(KeyError::Missing(_))));
        let keys = Keys::generate().unwrap();
        keys.save(&path).unwrap();
        let loaded = Keys::load(&path).unwrap();
        assert_eq!(loaded.signing_public(), keys.signing_public());
        let sealed = crypto_box::PublicKey::from_bytes(keys.sealing_public()).seal(&mut OsRng, b"x").unwrap();
        assert_eq!(loaded.unseal(&sealed).unwrap(), b"x");
        assert_eq!(Keys::generate().unwrap().unseal(&sealed), None, "sealed to somebody else");
    }
}
