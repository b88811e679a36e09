//! Imports of users that wait to be gone on with, and the invitations that come of them.

use std::time::Duration;

use cordboard_store::{Result, StoreError};

use super::{Job, Work};
use crate::{
    State,
    http::error::{ApiError, ApiResult},
    services::imports,
};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

pub(super) const JOBS: &[Job] = &[
    // Who starts an import begins at once; this finds those another server left behind.
    Job { name: "go on with imports", every: Duration::from_secs(10), run: go_on },
    Job { name: "invite imported users", every: Duration::from_secs(10), run: invite },
    Job { name: "forget imports", every: Duration::from_secs(3600), run: forget },
];

fn go_on(state: State) -> Work {
    Box::pin(async move { plain(imports::work_off(&state).await) })
}

fn invite(state: State) -> Work {
    Box::pin(async move { plain(imports::send_invitations(&state).await) })
}

/// One that was never started holds PINs: it lives a day; others a month, for whoever asks what became of a row.
fn forget(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("forget imports").await?;
        let now = system.now();
        let count = system.forget_jobs(now.plus(-DAY_MS), now.plus(-30 * DAY_MS)).await?;
        system.commit().await?;
        Ok(count)
    })
}

fn plain(done: ApiResult<u64>) -> Result<u64> {
    done.map_err(|error: ApiError| {
        tracing::error!(%error, "work on imports failed");
        StoreError::Corrupt("import")
    })
}
