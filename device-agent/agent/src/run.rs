//! The running agent: its tasks, and how they stop.

use std::{sync::Arc, time::Duration};

use cordboard_telephony::Fact;
use tokio::{sync::mpsc, task::JoinHandle, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::{
    backoff::Backoff,
    cloud::{Cloud, HttpCloud, Positions, SetupError},
    disk::DiskError,
    document_store::DocumentStore,
    identity::{DataDir, DataDirError, DataDirLock},
    keys::{KeyError, Keys},
    link,
    puller::Puller,
    reporter::Reporter,
    spool::Spool,
    state::StateStore,
    telephony::Telephony,
};

/// Wakes that may wait for the puller; more are merged by it anyway.
const SIGNALS: usize = 16;
/// Time the core has to tell its last facts once it is shut down.
const LAST_FACTS: Duration = Duration::from_secs(3);

/// Why the agent cannot run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The data directory.
    #[error(transparent)]
    DataDir(#[from] DataDirError),
    /// A file in it.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The way to the cloud.
    #[error(transparent)]
    Setup(#[from] SetupError),
}

/// An agent at work.
pub struct Agent {
    stop: CancellationToken,
    cloud: Arc<dyn Cloud>,
    reporter: Arc<Reporter>,
    state: Arc<StateStore>,
    tasks: Vec<JoinHandle<()>>,
    taking_down: JoinHandle<()>,
    core_gone: CancellationToken,
    _lock: DataDirLock,
}

impl Agent {
    /// Puts the stored document in force, then starts following the cloud.
    ///
    /// # Errors
    /// [`RunError`]. A cloud that is away is none.
    pub async fn start(
        data: &DataDir,
        telephony: Arc<dyn Telephony>,
        facts: mpsc::Receiver<Fact>,
    ) -> Result<Self, RunError> {
        let lock = data.lock()?;
        let (identity, keys) = (data.identity()?, Arc::new(Keys::load(&data.keys_path())?));
        let cloud: Arc<dyn Cloud> = Arc::new(HttpCloud::new(&identity, &keys)?);
        let reporter = Reporter::new(Spool::open(data.spool_folder())?);
        let state = Arc::new(StateStore::open(data.state_path(), identity.agent)?);
        let positions = Arc::new(Positions::default());
        let mut puller = Puller {
            data: data.clone(),
            identity,
            keys,
            cloud: cloud.clone(),
            telephony,
            documents: DocumentStore::open(data.document_folder())?,
            state: state.clone(),
            reporter: reporter.clone(),
            positions: positions.clone(),
            in_force: None,
            refused: None,
        };
        let core_gone = CancellationToken::new();
        let taking_down = tokio::spawn(reporter.clone().take_down(facts, core_gone.clone()));
        puller.resume().await;
        let stop = CancellationToken::new();
        let (signals, waking) = mpsc::channel(SIGNALS);
        let tasks = vec![
            tokio::spawn(link::keep(cloud.clone(), positions, signals, backoff(), stop.clone())),
            tokio::spawn(puller.follow(waking, backoff(), stop.clone())),
            tokio::spawn(reporter.clone().hand_over(cloud.clone(), backoff(), stop.clone())),
        ];
        Ok(Self { stop, cloud, reporter, state, tasks, taking_down, core_gone, _lock: lock })
    }

    /// The site's state.
    #[must_use]
    pub fn state(&self) -> &Arc<StateStore> {
        &self.state
    }

    /// Stops following the cloud and lets go of the telephony core.
    pub async fn stop_following(&mut self) {
        self.stop.cancel();
        for task in self.tasks.drain(..) {
            logged(task).await;
        }
    }

    /// Takes down what the core told last and tries to hand it over. The core must be shut down: what it tells
    /// later is lost.
    pub async fn finish(self) {
        self.core_gone.cancel();
        if timeout(LAST_FACTS, logged(self.taking_down)).await.is_err() {
            tracing::warn!("the telephony core did not end its facts");
        }
        self.reporter.farewell(self.cloud).await;
    }
}

async fn logged(task: JoinHandle<()>) {
    if let Err(error) = task.await {
        tracing::error!(%error, "a part of the agent broke");
    }
}

fn backoff() -> Backoff {
    Backoff::new(Duration::from_secs(1), Duration::from_secs(60))
}
