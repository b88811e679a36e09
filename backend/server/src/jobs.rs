//! Work nobody waits for, at intervals, until the server stops.
//!
//! A job may run on several replicas at the same time: each is written so that the second finds nothing to do.

pub mod audit;
mod closing;
mod imports;
mod prune;

use std::{future::Future, pin::Pin, time::Duration};

use tokio::{task::JoinSet, time::sleep};
use tokio_util::sync::CancellationToken;

use crate::State;

type Work = Pin<Box<dyn Future<Output = cordboard_store::Result<u64>> + Send>>;

/// A job: its name, how often, and what it does; that answers how many things it did it to.
#[derive(Debug, Clone, Copy)]
pub struct Job {
    /// Name in log and metrics.
    pub name: &'static str,
    /// Interval, stretched or shortened by up to a tenth so that replicas do not march in step.
    pub every: Duration,
    /// The work.
    pub run: fn(State) -> Work,
}

/// Every job of the server.
const JOBS: &[&[Job]] = &[prune::JOBS, audit::JOBS, closing::JOBS, imports::JOBS];

/// Starts every job; each ends soon after `stop`.
pub fn start(state: &State, stop: &CancellationToken, tasks: &mut JoinSet<()>) {
    for job in JOBS.iter().copied().flatten() {
        tasks.spawn(repeat(*job, state.clone(), stop.clone()));
    }
}

async fn repeat(job: Job, state: State, stop: CancellationToken) {
    let running = async {
        loop {
            sleep(jittered(job.every)).await;
            run(job, &state).await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => {}
        () = running => {}
    }
}

async fn run(job: Job, state: &State) {
    let done = (job.run)(state.clone()).await;
    state.metrics.job(job.name, done.is_ok());
    match done {
        Ok(0) => tracing::debug!(job = job.name, "job found nothing to do"),
        Ok(count) => tracing::info!(job = job.name, count, "job done"),
        Err(error) => tracing::error!(job = job.name, %error, "job failed; it runs again"),
    }
}

fn jittered(every: Duration) -> Duration {
    every.mul_f64(0.9 + 0.2 * fastrand::f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_stays_within_a_tenth() {
        for _ in 0..1000 {
            let pause = jittered(Duration::from_secs(100));
            assert!((90.0..=110.0).contains(&pause.as_secs_f64()), "{pause:?}");
        }
    }
}
