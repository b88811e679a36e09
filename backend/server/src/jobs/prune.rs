//! Removes what has served its time.

use std::time::Duration;

use super::{Job, Work};
use crate::{State, provisioning::housekeeping};

const HOUR: Duration = Duration::from_secs(3600);
const MINUTES: Duration = Duration::from_secs(300);
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

pub(super) const JOBS: &[Job] = &[
    Job { name: "forget answers of creates", every: HOUR, run: answers },
    Job { name: "forget ended sessions", every: HOUR, run: sessions },
    Job { name: "forget reports", every: HOUR, run: reports },
    Job { name: "forget ended registrations", every: MINUTES, run: registrations },
    Job { name: "end lapsed first contacts", every: Duration::from_secs(10), run: first_contacts },
    Job { name: "prune releases", every: HOUR, run: releases },
    Job { name: "prune keys and fetches", every: MINUTES, run: keys_and_fetches },
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

/// An agent may have been away for a month with an acknowledgement lost.
fn reports(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("forget reports").await?;
        let count = system.forget_reports(system.now().plus(-30 * DAY_MS)).await?;
        system.commit().await?;
        Ok(count)
    })
}

/// Lists leave them out from the moment they end; the rows stay a day for whoever looks into a trouble.
fn registrations(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("forget ended registrations").await?;
        let count = system.forget_registrations(system.now().plus(-DAY_MS)).await?;
        system.commit().await?;
        Ok(count)
    })
}

/// The newest 20 of a target and those of the last 90 days are kept (design, *Secrets are not in releases*).
fn releases(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("prune releases").await?;
        let count = system.prune_releases(system.now().plus(-90 * DAY_MS), 20).await?;
        system.commit().await?;
        Ok(count)
    })
}

fn first_contacts(state: State) -> Work {
    Box::pin(async move { housekeeping::age_contacts(&state.store).await })
}

fn keys_and_fetches(state: State) -> Work {
    Box::pin(async move { housekeeping::prune(&state.store).await })
}
