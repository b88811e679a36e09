//! What every part of the server shares.

use std::sync::Arc;

use cordboard_catalogue::{Catalogue, LoadError};
use cordboard_store::{Store, StoreError};
use tokio_util::sync::CancellationToken;

use crate::{
    http::{client::Proxies, trail::Strangers},
    integrations::{IntegrationError, Integrations, blobs::Blobs, bus::Bus, cache::Cache, mail::Mailer},
    metrics::Metrics,
    provisioning::follow::LiveKeys,
    services::passwords::{Breached, ReadError},
    settings::Settings,
};

/// Shared by every listener and job; cheap to clone.
#[derive(Debug, Clone)]
pub struct State {
    /// The database.
    pub store: Store,
    /// Device models.
    pub catalogue: &'static Catalogue,
    /// Settings.
    pub settings: Arc<Settings>,
    /// Proxies whose word on a client's address counts.
    pub proxies: Arc<Proxies>,
    /// Cache, single-use values, rate limits.
    pub cache: Arc<dyn Cache>,
    /// Notices between replicas.
    pub bus: Arc<dyn Bus>,
    /// Firmware, audio, backups.
    pub blobs: Arc<dyn Blobs>,
    /// Mail to people.
    pub mailer: Arc<dyn Mailer>,
    /// Passwords nobody may choose.
    pub breached: Arc<Breached>,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Cancelled when the server stops: answers without an end end.
    pub stop: CancellationToken,
    /// The live access keys; a revocation waits for them.
    pub live_keys: LiveKeys,
    /// What nobody signed in was refused, until the audit log takes it.
    pub strangers: Arc<Strangers>,
}

/// Why there is no state to share.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
    /// Cache, bus, blobs or mail.
    #[error(transparent)]
    Integration(#[from] IntegrationError),
    /// A trusted proxy that is no network.
    #[error("CORDBOARD_TRUSTED_PROXIES: {0} is no network")]
    Proxy(String),
    /// The device models.
    #[error("device models: {0}")]
    Catalogue(#[from] LoadError),
    /// The list of stolen passwords.
    #[error(transparent)]
    Breached(#[from] ReadError),
    /// The live access keys.
    #[error("live keys: {0}")]
    Store(#[from] StoreError),
}

impl State {
    /// Connects everything beside the database as the settings say.
    ///
    /// # Errors
    /// When something cannot be reached or a setting does not fit.
    pub async fn open(settings: Settings, store: Store) -> Result<Self, StateError> {
        let Integrations { cache, bus, blobs, mailer } = Integrations::open(&settings).await?;
        let proxies = Proxies::parse(&settings.trusted_proxies).map_err(StateError::Proxy)?;
        let live_keys = LiveKeys::start(&store).await?;
        let breached = Breached::read(settings.breached_passwords.as_deref())?;
        Ok(Self {
            store,
            catalogue: Catalogue::builtin()?,
            proxies: Arc::new(proxies),
            settings: Arc::new(settings),
            cache,
            bus,
            blobs,
            mailer,
            breached: Arc::new(breached),
            metrics: Arc::new(Metrics::new()),
            stop: CancellationToken::new(),
            live_keys,
            strangers: Arc::default(),
        })
    }
}
