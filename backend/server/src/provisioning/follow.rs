//! Following the live-key log: this replica's copy, its heartbeat, and waiting until a revocation has reached
//! every replica.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use cordboard_store::{Result, Store, Subject, live_keys::KeyChange, replicas::GONE_AFTER};
use cordboard_types::DeviceId;
use tokio::{
    sync::{Notify, broadcast::error::RecvError, watch},
    time::{Instant, MissedTickBehavior, interval, timeout},
};
use tokio_util::sync::{CancellationToken, DropGuard};
use uuid::Uuid;

use super::live_keys::KeyTable;

/// How often the log is read when nothing is heard of it.
const POLL: Duration = Duration::from_millis(500);
/// How often others' progress is looked at while somebody waits for it.
const LOOK: Duration = Duration::from_millis(25);
/// A replica that is silent for [`GONE_AFTER`] counts no more, so nobody waits longer than this.
const PATIENCE: Duration = Duration::from_secs(5);
/// Entries of the log read at once.
const STRETCH: u64 = 2_000;

/// A revocation that not every replica has applied in time.
#[derive(Debug, thiserror::Error)]
pub enum Late {
    /// Some replica did not follow although it lives.
    #[error("a revocation has not reached every replica in time")]
    Replica,
    /// The database.
    #[error(transparent)]
    Store(#[from] cordboard_store::StoreError),
}

/// The live keys of this replica, kept up to date while it is held; cheap to clone.
#[derive(Debug, Clone)]
pub struct LiveKeys {
    shared: Arc<Shared>,
    _stop: Arc<DropGuard>,
}

#[derive(Debug)]
struct Shared {
    id: Uuid,
    store: Store,
    table: KeyTable,
    applied: watch::Sender<i64>,
    hurry: Notify,
    /// When the log was last read and the heartbeat written, in milliseconds since `start`.
    synced: AtomicI64,
    start: Instant,
}

impl LiveKeys {
    /// Reads all live keys and goes on following the log. Must be called within the runtime.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn start(store: &Store) -> Result<Self> {
        let shared = Arc::new(Shared {
            id: Uuid::now_v7(),
            store: store.clone(),
            table: KeyTable::default(),
            applied: watch::Sender::new(0),
            hurry: Notify::new(),
            synced: AtomicI64::new(0),
            start: Instant::now(),
        });
        // Known before it reads, so that no revocation is answered without it.
        shared.beat(0).await?;
        shared.snapshot().await?;
        shared.step().await?;
        let stop = CancellationToken::new();
        tokio::spawn(run(shared.clone(), stop.clone()));
        tokio::spawn(listen(shared.clone(), stop.clone()));
        Ok(Self { shared, _stop: Arc::new(stop.drop_guard()) })
    }

    /// The keys.
    #[must_use]
    pub fn table(&self) -> &KeyTable {
        &self.shared.table
    }

    /// Whether the copy is fresh enough to be served from; a replica that is not answers 503.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.shared.age().saturating_sub(self.shared.synced.load(Ordering::Relaxed)) <= GONE_AFTER
    }

    /// How long ago the log was last known to be applied as a whole.
    #[must_use]
    pub fn lag(&self) -> Duration {
        let age = self.shared.age().saturating_sub(self.shared.synced.load(Ordering::Relaxed));
        Duration::from_millis(u64::try_from(age).unwrap_or(0))
    }

    /// How far this replica has applied the log.
    #[must_use]
    pub fn applied(&self) -> i64 {
        *self.shared.applied.borrow()
    }

    /// Resolves when every live replica has applied the log up to `position`: from then on no replica takes
    /// a key that was removed there. Replicas that fell silent answer 503 and are not waited for.
    ///
    /// # Errors
    /// [`Late`] when a replica lives but does not follow; the revocation itself stands.
    pub async fn revoked_everywhere(&self, position: i64) -> std::result::Result<(), Late> {
        self.shared.hurry.notify_one();
        timeout(PATIENCE, self.shared.everywhere(position)).await.map_err(|_| Late::Replica)?
    }
}

impl Shared {
    fn age(&self) -> i64 {
        i64::try_from(self.start.elapsed().as_millis()).unwrap_or(i64::MAX)
    }

    async fn everywhere(&self, position: i64) -> std::result::Result<(), Late> {
        let mut applied = self.applied.subscribe();
        // The sender lives as long as `self`: waiting cannot fail.
        drop(applied.wait_for(|applied| *applied >= position).await);
        loop {
            let system = self.store.system_read("wait for a revocation").await?;
            if system.applied_everywhere().await?.is_none_or(|applied| applied >= position) {
                return Ok(());
            }
            drop(system);
            tokio::time::sleep(LOOK).await;
        }
    }

    async fn snapshot(&self) -> Result<()> {
        let system = self.store.system_read("read all live keys").await?;
        let position = system.key_position().await?;
        let keys = system.live_keys().await?;
        tracing::info!(keys = keys.len(), position, "live keys read");
        self.table.replace(keys, position);
        self.applied.send_replace(position);
        Ok(())
    }

    /// Reads what the log tells since the last time, then says so.
    async fn step(&self) -> Result<()> {
        let before = self.age();
        while !self.catch_up().await? {}
        let applied = *self.applied.borrow();
        if self.store.is_embedded() {
            // There is one process, and while a long write keeps the heartbeat waiting the log cannot grow.
            timeout(POLL, self.beat(applied)).await.unwrap_or(Ok(()))?;
        } else {
            self.beat(applied).await?;
        }
        self.synced.store(before, Ordering::Relaxed);
        Ok(())
    }

    /// Applies the next stretch of the log; `true` when nothing is left.
    async fn catch_up(&self) -> Result<bool> {
        let applied = *self.applied.borrow();
        let system = self.store.system_read("follow the live-key log").await?;
        let newest = system.key_position().await?;
        if newest == applied {
            return Ok(true);
        }
        let changes = system.key_changes(applied, STRETCH).await?;
        let follows = changes.first().is_some_and(|first| first.position == applied.saturating_add(1));
        if !follows || newest < applied {
            drop(system);
            tracing::warn!(applied, newest, "the live-key log has a gap; reading all keys again");
            self.snapshot().await?;
            return Ok(true);
        }
        let keys = system.live_keys_of(&devices(&changes)).await?;
        self.table.apply(&changes, keys);
        self.applied.send_replace(changes.last().map_or(applied, |last| last.position));
        Ok(false)
    }

    async fn beat(&self, applied: i64) -> Result<()> {
        let system = self.store.system("heartbeat of a replica").await?;
        system.heartbeat(self.id, applied).await?;
        system.commit().await
    }

    async fn forget(&self) -> Result<()> {
        let system = self.store.system("a replica stops").await?;
        system.forget_replica(self.id).await?;
        system.commit().await
    }
}

async fn run(shared: Arc<Shared>, stop: CancellationToken) {
    let mut ticks = interval(POLL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => break,
            _ = ticks.tick() => {}
            () = shared.hurry.notified() => {}
        }
        if let Err(error) = shared.step().await {
            tracing::error!(%error, "the live-key log cannot be followed");
        }
    }
    if let Err(error) = shared.forget().await {
        tracing::warn!(%error, "this replica cannot be taken off the list; others wait for it for two seconds");
    }
}

/// Hurries when a commit of this process, or another replica's notice, says that the log has grown.
async fn listen(shared: Arc<Shared>, stop: CancellationToken) {
    let mut notices = shared.store.notices();
    loop {
        let notice = tokio::select! {
            () = stop.cancelled() => return,
            notice = notices.recv() => notice,
        };
        match notice {
            Ok(notice) if !matches!(notice.subject, Subject::Keys(_)) => {}
            Ok(_) | Err(RecvError::Lagged(_)) => shared.hurry.notify_one(),
            Err(RecvError::Closed) => return,
        }
    }
}

fn devices(changes: &[KeyChange]) -> Vec<DeviceId> {
    let mut devices: Vec<_> = changes.iter().map(|change| change.device).collect();
    devices.sort_unstable();
    devices.dedup();
    devices
}
