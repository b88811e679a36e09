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
    Job { name: "forget links, tokens and failures", every: HOUR, run: credentials },
    Job { name: "forget reports", every: HOUR, run: reports },
    Job { name: "end lapsed registrations", every: Duration::from_secs(15), run: registrations },
    Job { name: "sum tallies", every: Duration::from_secs(60), run: tallies },
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

/// What is over: links and tokens that ended, failures to sign in nobody repeated for a day.
fn credentials(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("forget links, tokens and failures").await?;
        let now = system.now();
        let mut count = system.forget_invitations(now.plus(-30 * DAY_MS)).await?;
        count += system.forget_password_resets().await?;
        count += system.forget_tokens(now.plus(-30 * DAY_MS)).await?;
        count += system.forget_sign_in_failures(now.plus(-DAY_MS)).await?;
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

/// Lists leave them out from the moment they end; who counts them, and who watches, is told here.
fn registrations(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("end lapsed registrations").await?;
        let count = system.end_registrations().await?;
        system.commit().await?;
        Ok(count)
    })
}

fn tallies(state: State) -> Work {
    Box::pin(async move {
        let system = state.store.system("sum tallies").await?;
        let count = system.sum_tallies().await?;
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

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    };

    use cordboard_store::{
        Store,
        idempotency::{Remembered, Remembers as _},
        sessions::TokenHash,
    };
    use cordboard_types::{Email, Label, PersonId, ReportId, TenantId, Timestamp};

    use super::*;
    use crate::{cli::Cli, keys};

    /// A server whose clock the test turns.
    async fn server(folder: &std::path::Path, clock: &Arc<AtomicI64>) -> State {
        let words = ["cordboard", "serve", "--data-dir", folder.to_str().unwrap()];
        let settings = Cli::read_from(words).unwrap().settings;
        keys::init(&settings.master_key_file()).unwrap();
        let master = keys::load(&settings.master_key_file()).unwrap();
        let clock = clock.clone();
        let store = Store::connect(&settings.database_url(), master).await.unwrap();
        let store = store.with_clock(move || Timestamp(clock.load(Ordering::Relaxed)));
        store.migrate().await.unwrap();
        State::open(settings, store).await.unwrap()
    }

    /// One of each thing the jobs remove.
    async fn fill(state: &State) {
        let tenant = state.store.write(TenantId::new()).await.unwrap();
        let answer = Remembered { request: vec![1], status: 201, body: "{}".to_owned() };
        tenant.remember(PersonId::new(), "key", answer).await.unwrap();
        assert!(tenant.take_report(ReportId::new()).await.unwrap());
        tenant.commit().await.unwrap();
        let system = state.store.system("test").await.unwrap();
        let (email, name) = (Email::parse("a@example.org").unwrap(), Label::parse("A").unwrap());
        let person = system.create_person(&email, &name, "hash").await.unwrap();
        system.create_session(person, TokenHash(vec![7; 32]), "127.0.0.1", "test", false).await.unwrap();
        system.commit().await.unwrap();
    }

    #[tokio::test]
    async fn each_thing_stays_its_time_and_no_longer() {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(AtomicI64::new(1_800_000_000_000));
        let state = server(folder.path(), &clock).await;
        fill(&state).await;
        let count = async || {
            let mut counts = Vec::new();
            for job in [answers, sessions, reports] {
                counts.push(job(state.clone()).await.unwrap());
            }
            counts
        };
        assert_eq!(count().await, [0, 0, 0]);
        clock.fetch_add(DAY_MS + 1, Ordering::Relaxed);
        assert_eq!(count().await, [1, 0, 0], "answers live a day");
        clock.fetch_add(30 * DAY_MS, Ordering::Relaxed);
        assert_eq!(count().await, [0, 1, 1], "sessions and reports live a month");
        assert_eq!(count().await, [0, 0, 0]);
    }
}
