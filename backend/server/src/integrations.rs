//! What the server leans on outside its database: cache, change bus, blobs and mail.
//!
//! Each is a trait with an implementation that needs nothing installed and one for production; the settings choose.

pub mod blobs;
pub mod bus;
pub mod cache;
pub mod folder;
pub mod mail;
pub mod memory;
pub mod redis;
pub mod s3;

use std::{fmt, sync::Arc};

use ::redis::RedisError;

use crate::settings::Settings;
use blobs::Blobs;
use bus::{Bus, LocalBus};
use cache::Cache;
use mail::Mailer;

/// Why something outside the database did not do its part.
#[derive(Debug, thiserror::Error)]
pub enum IntegrationError {
    /// Redis.
    #[error("Redis: {0}")]
    Redis(#[from] RedisError),
    /// Redis holds what this program never wrote.
    #[error("Redis answered something unexpected")]
    Answer,
    /// A table in memory is full of entries that must not be forgotten.
    #[error("the table of single-use values is full")]
    Full,
    /// A blob key with other characters than the permitted ones.
    #[error("malformed blob key")]
    Key,
    /// The folder of blobs or mails.
    #[error("files: {0}")]
    Files(#[from] std::io::Error),
    /// The S3 server.
    #[error("S3: {0}")]
    S3(String),
    /// A mail that cannot be written or sent.
    #[error("mail: {0}")]
    Mail(String),
    /// A setting that does not fit.
    #[error("{0}: {1}")]
    Setting(&'static str, String),
}

/// What an integration answers.
pub type Result<T> = std::result::Result<T, IntegrationError>;

/// The chosen implementations.
#[derive(Clone)]
pub struct Integrations {
    /// Cache, single-use values, rate limits.
    pub cache: Arc<dyn Cache>,
    /// Notices between replicas.
    pub bus: Arc<dyn Bus>,
    /// Firmware, audio, backups.
    pub blobs: Arc<dyn Blobs>,
    /// Mail to people.
    pub mailer: Arc<dyn Mailer>,
}

impl fmt::Debug for Integrations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Integrations")
    }
}

impl Integrations {
    /// Connects to what the settings name.
    ///
    /// # Errors
    /// When Redis cannot be reached or a setting is malformed.
    pub async fn open(settings: &Settings) -> Result<Self> {
        let (cache, bus): (Arc<dyn Cache>, Arc<dyn Bus>) = match &settings.redis_url {
            Some(url) => {
                let cache = redis::RedisCache::connect(url).await?;
                (Arc::new(cache), Arc::new(redis::RedisBus::new(url)?))
            }
            None => (Arc::new(memory::MemoryCache::default()), Arc::new(LocalBus)),
        };
        let blobs: Arc<dyn Blobs> = match &settings.s3_endpoint {
            Some(endpoint) => Arc::new(s3::S3Blobs::new(endpoint, settings)?),
            None => Arc::new(folder::FolderBlobs::open(&settings.data_dir.join("blobs"))?),
        };
        let mailer: Arc<dyn Mailer> = match &settings.smtp_url {
            Some(url) => Arc::new(mail::Smtp::new(url, &settings.mail_from)?),
            None => Arc::new(mail::MailFolder::open(&settings.data_dir.join("mail"), &settings.mail_from)?),
        };
        Ok(Self { cache, bus, blobs, mailer })
    }
}
