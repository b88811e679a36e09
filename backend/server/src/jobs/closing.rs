//! Archives of customers, and the erasure of closed ones.

use std::time::Duration;

use super::{Job, Work};
use crate::{State, services::closing};

pub(super) const JOBS: &[Job] = &[
    Job { name: "write exports", every: Duration::from_secs(60), run: exports },
    Job { name: "erase closed customers", every: Duration::from_secs(900), run: erasures },
];

/// Those that a request did not get to: a server stopped in between.
fn exports(state: State) -> Work {
    Box::pin(async move { closing::export_waiting(&state).await })
}

fn erasures(state: State) -> Work {
    Box::pin(async move { closing::erase_due(&state).await })
}
