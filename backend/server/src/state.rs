//! What every part of the server shares.

use std::sync::Arc;

use cordboard_catalogue::Catalogue;
use cordboard_store::Store;

use crate::{http::client::Proxies, settings::Settings};

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
}
