//! Large things that are no rows: firmware, audio, backups, diagnostics.

use std::fmt::{self, Debug};

use async_trait::async_trait;
use bytes::Bytes;

use super::{IntegrationError, Result};

/// Longest key in bytes, within what S3 (1024) and file names (255 a segment) take.
const KEY_BYTES: usize = 512;
const SEGMENT_BYTES: usize = 200;

/// A key: segments of `A-Z a-z 0-9 . _ -` joined by `/`, none of them starting with a dot.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobKey(String);

impl BlobKey {
    /// Parses a key, so that none leaves its folder.
    ///
    /// # Errors
    /// [`IntegrationError::Key`].
    pub fn parse(text: &str) -> Result<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        let segment = |segment: &str| {
            !segment.is_empty()
                && segment.len() <= SEGMENT_BYTES
                && !segment.starts_with('.')
                && segment.bytes().all(plain)
        };
        if text.len() > KEY_BYTES || !text.split('/').all(segment) {
            return Err(IntegrationError::Key);
        }
        Ok(Self(text.to_owned()))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BlobKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A blob.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob {
    /// Media type.
    pub content_type: String,
    /// Content.
    pub bytes: Bytes,
}

/// An entry of a listing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BlobEntry {
    /// Its key.
    pub key: BlobKey,
    /// Size in bytes.
    pub size: u64,
}

/// A folder, or an S3 bucket.
#[async_trait]
pub trait Blobs: Debug + Send + Sync {
    /// Writes a blob whole or not at all; replaces an older one.
    ///
    /// # Errors
    /// When it cannot be written.
    async fn put(&self, key: &BlobKey, blob: Blob) -> Result<()>;

    /// Reads a blob.
    ///
    /// # Errors
    /// When the place cannot be reached; a missing blob is `None`.
    async fn get(&self, key: &BlobKey) -> Result<Option<Blob>>;

    /// Removes a blob; a missing one is no error.
    ///
    /// # Errors
    /// When the place cannot be reached.
    async fn delete(&self, key: &BlobKey) -> Result<()>;

    /// The blobs whose key starts with `prefix`, by key.
    ///
    /// # Errors
    /// When the place cannot be reached.
    async fn list(&self, prefix: &str) -> Result<Vec<BlobEntry>>;

    /// Whether the place can be reached.
    ///
    /// # Errors
    /// When it cannot.
    async fn ping(&self) -> Result<()>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stays_in_its_folder() {
        for good in ["firmware/snom/D785-10.1.bin", "a", "A_1/b-2.c"] {
            assert_eq!(BlobKey::parse(good).unwrap().as_str(), good);
        }
        let long = "a/".repeat(300);
        for bad in ["", "/", "/a", "a/", "a//b", "..", "a/../b", ".a", "a b", "a\\b", "ä", "a\0", "a~", &long]
        {
            assert!(BlobKey::parse(bad).is_err(), "{bad:?}");
        }
    }
}
