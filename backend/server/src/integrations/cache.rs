//! Values that may be forgotten, values that may be used once, and rate limits. Never holds a secret.

use std::{fmt::Debug, time::Duration};

use async_trait::async_trait;
use bytes::Bytes;

use super::Result;

/// Whether a request is within its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// Within the limit.
    pub allowed: bool,
    /// How long until the window ends.
    pub retry_after: Duration,
}

impl Verdict {
    /// Whole seconds for `Retry-After`, at least one.
    #[must_use]
    pub fn retry_after_seconds(&self) -> u32 {
        u32::try_from(self.retry_after.as_millis().div_ceil(1000)).unwrap_or(u32::MAX).max(1)
    }
}

/// In-process, or shared by all replicas.
#[async_trait]
pub trait Cache: Debug + Send + Sync {
    /// The value of `key`, unless it is over or was pushed out.
    ///
    /// # Errors
    /// When the cache cannot be reached.
    async fn get(&self, key: &str) -> Result<Option<Bytes>>;

    /// Keeps a value for `life`.
    ///
    /// # Errors
    /// When the cache cannot be reached.
    async fn set(&self, key: &str, value: Bytes, life: Duration) -> Result<()>;

    /// Forgets a value.
    ///
    /// # Errors
    /// When the cache cannot be reached.
    async fn remove(&self, key: &str) -> Result<()>;

    /// Whether this is the first use of `key` within `life`, for nonces. A claim is never pushed out.
    ///
    /// # Errors
    /// When that cannot be told; the caller refuses then.
    async fn claim_once(&self, key: &str, life: Duration) -> Result<bool>;

    /// Counts a request in the window that its first request opened.
    ///
    /// # Errors
    /// When the cache cannot be reached.
    async fn hit(&self, key: &str, window: Duration, limit: u32) -> Result<Verdict>;

    /// Whether the cache answers.
    ///
    /// # Errors
    /// When it does not.
    async fn ping(&self) -> Result<()>;
}
