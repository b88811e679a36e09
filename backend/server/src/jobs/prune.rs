//! Removes what has served its time.

use std::time::Duration;

use super::{Job, Work};
use crate::State;

const HOUR: Duration = Duration::from_secs(3600);
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

pub(super) const JOBS: &[Job] = &[
    Job { name: "forget answers of creates", every: HOUR, run: answers },
    Job { name: "forget ended sessions", every: HOUR, run: sessions },
];

/// A repeated create is recognised for a day.
fn answers(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("forget answers of creates").await?;
        let count = system.forget_answers(DAY_MS).await?;
        system.commit().await?;
        Ok(count)
    })
}

fn sessions(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("forget ended sessions").await?;
        let count = system.forget_sessions().await?;
        system.commit().await?;
        Ok(count)
    })
}
