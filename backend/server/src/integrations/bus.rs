//! Carries notices of commits between replicas.

use std::fmt::Debug;

use async_trait::async_trait;
use cordboard_store::Store;
use tokio_util::sync::CancellationToken;

/// Takes this replica's commits to the others and feeds theirs into [`Store::forward`].
#[async_trait]
pub trait Bus: Debug + Send + Sync {
    /// Runs until `stop`; mends lost connections by itself.
    async fn run(&self, store: Store, stop: CancellationToken);
}

/// One process: the store's own notices reach everybody there is.
#[derive(Debug, Clone, Copy)]
pub struct LocalBus;

#[async_trait]
impl Bus for LocalBus {
    async fn run(&self, _store: Store, stop: CancellationToken) {
        stop.cancelled().await;
    }
}
