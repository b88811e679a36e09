//! Fetches under a first-access key: one source wins, everybody else gets the refusal.

use cordboard_domain::first_contact::{Answer, Event, Source};
use cordboard_store::{Result, Store, StoreError, audit::Actor};
use cordboard_types::Timestamp;

use super::{follow::LiveKeys, live_keys::Found};

/// The actor of what the listener does by itself.
pub(super) fn actor(ip: &str) -> Actor {
    Actor {
        name: "provisioning".to_owned(),
        credential: "access key".to_owned(),
        ip: ip.to_owned(),
        ..Actor::default()
    }
}

/// Whether `source` has won or lost, as far as this replica knows: then no store is asked, as with any other
/// refusal.
pub(super) fn known(found: &Found, source: &Source, now: Timestamp) -> Option<bool> {
    let claim = found.claim.as_ref().filter(|claim| now < claim.until)?;
    Some(claim.source == *source)
}

/// Tries to win the files of an armed device for `source`. The database is asked once to see whether there
/// is something to win, and once more by those who find there is.
pub(super) async fn claim(
    store: &Store,
    live_keys: &LiveKeys,
    found: &Found,
    source: &Source,
) -> Result<bool> {
    let state = match store.read(found.tenant).await?.contact(found.device).await {
        Err(StoreError::NotFound) => return Ok(false),
        state => state?,
    };
    let (after, answer) = state.clone().next(Event::Fetch(source.clone()), store.now());
    if after == state {
        return Ok(answer == Answer::Serve);
    }
    let context = store.write(found.tenant).await?;
    let event = Event::Fetch(source.clone());
    let step = context.step_contact(found.device, event, &actor(&source.ip)).await?;
    context.commit().await?;
    if step.answer == Answer::Serve
        && let Some(position) = step.position
    {
        // From here on every replica knows whose it is, and what the steady key's first fetch will mean.
        if let Err(error) = live_keys.revoked_everywhere(position).await {
            tracing::warn!(%error, "a claim is not known everywhere");
        }
    }
    Ok(step.answer == Answer::Serve)
}
