//! Takes what happened down on disk, and hands it to the cloud.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use cordboard_agent_protocol::{Report, ReportBatch, ReportBody};
use cordboard_telephony::Fact;
use cordboard_types::{ReportId, Timestamp};
use tokio::{
    sync::{Notify, mpsc},
    task::spawn_blocking,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use crate::{
    backoff::Backoff,
    clock,
    cloud::{Cloud, CloudError},
    disk::DiskError,
    spool::Spool,
    telephony::report_of,
};

/// Facts written with one sync.
const FACTS_AT_ONCE: usize = 64;
/// Time the last reports get when the agent stops; what is left waits on disk.
const FAREWELL: Duration = Duration::from_secs(3);

/// The spool with its two users: who has something to report, and who hands it over.
pub(crate) struct Reporter {
    spool: Mutex<Spool>,
    /// Something new waits.
    filled: Notify,
    /// The cloud is there again: try at once.
    nudged: Notify,
}

impl Reporter {
    pub(crate) fn new(spool: Spool) -> Arc<Self> {
        Arc::new(Self { spool: Mutex::new(spool), filled: Notify::new(), nudged: Notify::new() })
    }

    /// Runs something that waits for the disk where it may wait.
    async fn with_spool<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&mut Spool) -> T + Send + 'static,
    ) -> Option<T> {
        let this = self.clone();
        spawn_blocking(move || work(&mut this.spool.lock().unwrap_or_else(PoisonError::into_inner)))
            .await
            .ok()
    }

    /// Takes down what happened. A disk that fails is logged; the reports wait in memory then.
    pub(crate) async fn tell(self: &Arc<Self>, happened: Vec<(Timestamp, ReportBody)>) {
        let reports: Vec<_> =
            happened.into_iter().map(|(at, body)| Report { id: ReportId::new(), at, body }).collect();
        let taken = self.with_spool(move |spool| {
            spool.append(if spool.is_crowded() { lasting(reports) } else { reports })
        });
        if let Some(Err(error)) = taken.await {
            tracing::error!(%error, "reports could not be written; they wait in memory");
        }
        self.filled.notify_one();
    }

    /// Takes down facts as they come, until the core is gone and the last one is read. What the core's stack leaves
    /// running may hold the other end open for longer.
    pub(crate) async fn take_down(self: Arc<Self>, mut facts: mpsc::Receiver<Fact>, gone: CancellationToken) {
        let mut some = Vec::new();
        loop {
            tokio::select! {
                read = facts.recv_many(&mut some, FACTS_AT_ONCE) => if read == 0 { return },
                () = gone.cancelled(), if !facts.is_closed() => facts.close(),
            }
            let now = clock::now();
            let happened: Vec<_> = some.drain(..).filter_map(|fact| report_of(fact, now)).collect();
            if !happened.is_empty() {
                self.tell(happened).await;
            }
        }
    }

    /// The cloud can be reached again.
    pub(crate) fn nudge(&self) {
        self.nudged.notify_one();
    }

    /// Hands everything over as it comes, until `stop`.
    pub(crate) async fn hand_over(
        self: Arc<Self>,
        cloud: Arc<dyn Cloud>,
        backoff: Backoff,
        stop: CancellationToken,
    ) {
        // A request cut off here costs nothing: what was not acknowledged is sent again.
        tokio::select! {
            () = self.hand_over_for_ever(cloud.as_ref(), backoff) => {}
            () = stop.cancelled() => {}
        }
    }

    async fn hand_over_for_ever(self: &Arc<Self>, cloud: &dyn Cloud, mut backoff: Backoff) {
        let mut limit = ReportBatch::MAX;
        loop {
            let pause = match self.step(cloud, limit).await {
                Step::Empty => None,
                Step::Taken => {
                    backoff.reset();
                    limit = ReportBatch::MAX;
                    continue;
                }
                Step::Narrow => {
                    limit = 1;
                    continue;
                }
                Step::Failed => Some(backoff.next_pause()),
            };
            tokio::select! {
                () = self.filled.notified(), if pause.is_none() => {}
                () = self.nudged.notified() => {}
                () = sleep(pause.unwrap_or_default()), if pause.is_some() => {}
            }
        }
    }

    /// One last try for what the end of the agent itself made.
    pub(crate) async fn farewell(self: Arc<Self>, cloud: Arc<dyn Cloud>) {
        let rest = async { while self.step(cloud.as_ref(), ReportBatch::MAX).await == Step::Taken {} };
        let in_time = timeout(FAREWELL, rest).await.is_ok();
        let waiting = self.with_spool(|spool| spool.waiting()).await;
        tracing::info!(in_time, waiting, "stopped; what waits is on disk");
    }

    async fn step(self: &Arc<Self>, cloud: &dyn Cloud, limit: usize) -> Step {
        let batch = match self.with_spool(move |spool| spool.batch(limit)).await {
            Some(Ok(batch)) if batch.reports.is_empty() => return Step::Empty,
            Some(Ok(batch)) => batch,
            Some(Err(error)) => return failed(&error),
            None => return Step::Failed,
        };
        match cloud.report(&batch).await {
            Ok(receipt) if receipt.stored.is_empty() => Step::Failed,
            Ok(receipt) => self.forget(receipt.stored).await,
            // The server finds something wrong with one of them. It must not hold up the others for ever.
            Err(CloudError::Status(400 | 413 | 422)) if batch.reports.len() > 1 => Step::Narrow,
            Err(error @ CloudError::Status(400 | 413 | 422)) => {
                tracing::error!(%error, "the server will not take a report; it is dropped");
                self.forget(batch.reports.iter().map(|report| report.id).collect()).await
            }
            Err(error) => {
                tracing::debug!(%error, "reports wait");
                Step::Failed
            }
        }
    }

    async fn forget(self: &Arc<Self>, stored: Vec<ReportId>) -> Step {
        match self.with_spool(move |spool| spool.acknowledge(&stored)).await {
            Some(Ok(())) => Step::Taken,
            Some(Err(error)) => failed(&error),
            None => Step::Failed,
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    Empty,
    Taken,
    Narrow,
    Failed,
}

fn failed(error: &DiskError) -> Step {
    tracing::error!(%error, "the spool cannot be used");
    Step::Failed
}

/// What is not told again by the next list of registrations.
fn lasting(reports: Vec<Report>) -> Vec<Report> {
    let passing =
        |body: &ReportBody| matches!(body, ReportBody::Registered(_) | ReportBody::Unregistered { .. });
    reports.into_iter().filter(|report| !passing(&report.body)).collect()
}
