//! The audit log's own work: refusals of nobody are written down, heads signed, old rows cut off.

use std::time::Duration;

use cordboard_store::{
    Result, Store,
    audit::{Checkpoint, MovedHead},
};

use super::{Job, Work};
use crate::{
    State,
    agents::signing::{self, Signer},
    provisioning::housekeeping::clock,
};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
/// Rows removed in one transaction: a fetch never waits long.
const CHUNK: i64 = 1000;

pub(super) const JOBS: &[Job] = &[
    Job { name: "write down refusals of nobody", every: MINUTE, run: refusals },
    Job { name: "sign heads of the audit log", every: HOUR, run: heads },
    Job { name: "cut the audit log", every: HOUR, run: retention },
];

fn refusals(state: State) -> Work {
    Box::pin(async move { state.strangers.flush(&state.store).await })
}

fn heads(state: State) -> Work {
    Box::pin(async move { sign_heads(&state.store).await })
}

fn retention(state: State) -> Work {
    Box::pin(async move { cut(&state.store, state.settings.audit_life_ms()).await })
}

/// Signs the head of every chain that moved; returns how many. Each goes to the server's log too, so that a copy
/// lies outside the database.
///
/// # Errors
/// When the database fails.
pub async fn sign_heads(store: &Store) -> Result<u64> {
    let moved = store.system_read("find moved heads of the audit log").await?.moved_heads().await?;
    let (behind, moved): (Vec<_>, Vec<_>) =
        moved.into_iter().partition(|moved| moved.signed.is_some_and(|signed| signed > moved.head.seq));
    for MovedHead { head, signed } in behind {
        let tenant = head.chain.tenant();
        tracing::error!(?tenant, seq = head.seq, ?signed, "the audit log is shorter than it was when signed");
    }
    if moved.is_empty() {
        return Ok(0);
    }
    let signer = signing::signer_or_first(store).await?;
    let signed: Vec<_> = moved.into_iter().map(|moved| sign(&signer, moved, store)).collect();
    let count = u64::try_from(signed.len()).unwrap_or(u64::MAX);
    let system = store.system("keep signed heads of the audit log").await?;
    system.add_checkpoints(signed).await?;
    system.commit().await?;
    Ok(count)
}

fn sign(signer: &Signer, MovedHead { head, .. }: MovedHead, store: &Store) -> Checkpoint {
    let (at, key) = (store.now(), signer.key());
    let signature = signer.sign(&Checkpoint::message(&head, at, key));
    let tenant = head.chain.tenant();
    tracing::info!(?tenant, seq = head.seq, mac = hex::encode(&head.mac), "head of the audit log signed");
    Checkpoint { head, at, key, signature }
}

/// Cuts rows older than `life` milliseconds off, each chain at a signed head; returns how many rows.
///
/// # Errors
/// When the database fails.
pub async fn cut(store: &Store, life: i64) -> Result<u64> {
    let system = store.system("cut the audit log").await?;
    let keys = signing::trusted(&system).await?;
    if system.cut_audit(system.now().plus(-life), &keys, &clock()).await? > 0 {
        system.commit().await?;
    } else {
        drop(system);
    }
    let mut count = 0_u64;
    loop {
        let system = store.system("remove what was cut off the audit log").await?;
        let removed = system.remove_cut_audit(CHUNK).await?;
        system.commit().await?;
        if removed == 0 {
            return Ok(count);
        }
        count = count.saturating_add(removed);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    };

    use cordboard_store::{audit::Chain, testing};
    use cordboard_types::Timestamp;

    use super::*;

    const DAY: i64 = 24 * 60 * 60 * 1000;

    async fn write(store: &Store) {
        let system = store.system("test").await.unwrap();
        let entry = cordboard_store::audit::Entry {
            action: "test",
            target_kind: "test",
            target_id: None,
            outcome: "done",
            detail: serde_json::Value::Null,
        };
        system.audit(None, &clock(), entry).await.unwrap();
        system.commit().await.unwrap();
    }

    #[tokio::test]
    async fn heads_are_signed_once_and_rows_go_when_they_are_old() {
        let time = Arc::new(AtomicI64::new(1_800_000_000_000));
        testing::on_each(|store| {
            let time = time.clone();
            async move {
                let clock = time.clone();
                let store = store.with_clock(move || Timestamp(clock.load(Ordering::Relaxed)));
                write(&store).await;
                assert_eq!(sign_heads(&store).await.unwrap(), 1);
                assert_eq!(sign_heads(&store).await.unwrap(), 0);
                assert_eq!(cut(&store, 30 * DAY).await.unwrap(), 0);
                write(&store).await;
                time.fetch_add(30 * DAY + 1, Ordering::Relaxed);
                assert_eq!(cut(&store, 30 * DAY).await.unwrap(), 1, "what was not signed stays");
                assert_eq!(sign_heads(&store).await.unwrap(), 1);
                let system = store.system_snapshot("test").await.unwrap();
                let keys = signing::trusted(&system).await.unwrap();
                let report = system.verify_audit(Chain::PLATFORM, &keys).await.unwrap();
                assert!(report.is_whole(), "{report:?}");
                assert_eq!((report.first, report.head.seq, report.signed), (2, 3, 2));
            }
        })
        .await
        .unwrap();
    }
}
