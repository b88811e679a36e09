//! What time alone brings about: permissions lapse, claims end, logs are cut.

use cordboard_domain::first_contact::Event;
use cordboard_store::{Result, Store, StoreError, audit::Actor};

/// Milliseconds the live-key log is kept at least.
const LOG_LIFE: i64 = 60 * 60 * 1000;
/// Milliseconds fetches are kept.
const FETCH_LIFE: i64 = 90 * 24 * 60 * 60 * 1000;

/// Moves every first contact on that time has moved on: its key is removed, its end written down. To be
/// called every few seconds; nothing is served past its time meanwhile.
///
/// # Errors
/// When the database fails.
pub async fn age_contacts(store: &Store) -> Result<u64> {
    let aged = store.system_read("find lapsed first contacts").await?.aged_contacts(store.now()).await?;
    let clock = clock();
    for (tenant, device) in &aged {
        let context = store.write(*tenant).await?;
        match context.step_contact(*device, Event::Tick, &clock).await {
            Ok(_) => context.commit().await?,
            // Deleted in between.
            Err(StoreError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(u64::try_from(aged.len()).unwrap_or(u64::MAX))
}

/// The actor of what time alone brings about.
pub(crate) fn clock() -> Actor {
    Actor { name: "clock".to_owned(), credential: "none".to_owned(), ..Actor::default() }
}

/// Cuts what nobody needs any more: entries of the live-key log that every replica has applied, replicas that
/// are gone, old fetches. To be called every few minutes.
///
/// # Errors
/// When the database fails.
pub async fn prune(store: &Store) -> Result<u64> {
    let system = store.system("prune logs").await?;
    let old = system.now().plus(-LOG_LIFE);
    let mut count = system.prune_replicas(old).await?;
    if let Some(applied) = system.applied_everywhere().await? {
        count += system.prune_key_log(old, applied).await?;
    }
    count += system.prune_fetches(system.now().plus(-FETCH_LIFE)).await?;
    system.commit().await?;
    Ok(count)
}
