//! Keeps the stream of wakes open.

use std::{sync::Arc, time::Duration};

use tokio::{
    sync::mpsc,
    time::{Instant, sleep},
};
use tokio_util::sync::CancellationToken;

use crate::{
    backoff::Backoff,
    cloud::{Cloud, Positions, Signal},
};

/// A connection that lasted this long was a good one: after it the pauses start again at the base.
const STEADY: Duration = Duration::from_secs(30);

/// Connects again and again until `stop`.
pub(crate) async fn keep(
    cloud: Arc<dyn Cloud>,
    positions: Arc<Positions>,
    signals: mpsc::Sender<Signal>,
    mut backoff: Backoff,
    stop: CancellationToken,
) {
    let connecting = async {
        loop {
            let began = Instant::now();
            let reason = cloud.listen(&positions, &signals).await;
            if began.elapsed() >= STEADY {
                backoff.reset();
            }
            let pause = backoff.next_pause();
            tracing::warn!(%reason, pause_ms = pause.as_millis(), "no connection to the cloud");
            sleep(pause).await;
        }
    };
    tokio::select! {
        () = connecting => {}
        () = stop.cancelled() => {}
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use async_trait::async_trait;
    use cordboard_agent_protocol::{
        Envelope, ReportBatch, ReportReceipt, StateChanges, StatePage, TrustRoot, Wake,
    };

    use super::*;
    use crate::cloud::CloudError;

    /// A cloud whose connections last as long as the script says; then it never ends.
    struct Flaky {
        lives: Mutex<Vec<Duration>>,
        began: Mutex<Vec<Instant>>,
    }

    #[async_trait]
    impl Cloud for Flaky {
        async fn document(&self, _: u64) -> Result<Option<Envelope>, CloudError> {
            Err(CloudError::Silent)
        }
        async fn trust_root(&self) -> Result<Vec<TrustRoot>, CloudError> {
            Err(CloudError::Silent)
        }
        async fn report(&self, _: &ReportBatch) -> Result<ReportReceipt, CloudError> {
            Err(CloudError::Silent)
        }
        async fn state_after(&self, _: u64) -> Result<StatePage, CloudError> {
            Err(CloudError::Silent)
        }
        async fn push_state(&self, _: &StateChanges) -> Result<(), CloudError> {
            Err(CloudError::Silent)
        }
        async fn listen(&self, _: &Positions, signals: &mpsc::Sender<Signal>) -> CloudError {
            self.began.lock().unwrap().push(Instant::now());
            let life = self.lives.lock().unwrap().pop();
            let Some(life) = life else { std::future::pending().await };
            signals.send(Signal::Wake(Wake::Idle)).await.unwrap();
            sleep(life).await;
            CloudError::Silent
        }
    }

    async fn gaps(lives: Vec<Duration>) -> Vec<Duration> {
        let tries = lives.len() + 1;
        let cloud = Arc::new(Flaky { lives: Mutex::new(lives), began: Mutex::default() });
        let (sender, mut receiver) = mpsc::channel(1);
        let backoff = Backoff::seeded(Duration::from_secs(1), Duration::from_secs(60), 3);
        let stop = CancellationToken::new();
        let running = tokio::spawn(keep(cloud.clone(), Arc::default(), sender, backoff, stop.clone()));
        for _ in 1..tries {
            receiver.recv().await.unwrap();
        }
        while cloud.began.lock().unwrap().len() < tries {
            sleep(Duration::from_millis(100)).await;
        }
        stop.cancel();
        running.await.unwrap();
        let began = cloud.began.lock().unwrap();
        began.windows(2).map(|pair| pair[1] - pair[0]).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn a_dead_cloud_is_asked_less_and_less_often() {
        let gaps = gaps(vec![Duration::ZERO; 20]).await;
        assert!(gaps[0] <= Duration::from_secs(1), "the first try comes soon");
        for gap in &gaps[8..] {
            assert!((Duration::from_secs(30)..=Duration::from_secs(60)).contains(gap), "{gap:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_good_connection_makes_the_next_try_quick_and_a_short_one_does_not() {
        let long = Duration::from_secs(3_600);
        let mut lives = vec![Duration::ZERO; 9];
        lives.insert(0, long);
        let after_long = *gaps(lives).await.last().unwrap() - long;
        assert!(after_long <= Duration::from_secs(1), "{after_long:?}");
        let short = Duration::from_secs(2);
        let after_short = *gaps(vec![short; 10]).await.last().unwrap() - short;
        assert!(after_short >= Duration::from_secs(30), "{after_short:?}");
    }
}
