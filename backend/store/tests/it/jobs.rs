//! Long work: one who holds it, and another when that one is gone.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use cordboard_store::{
    Store,
    jobs::{Counts, JobState, LEASE_MS},
    testing::on_each,
};
use cordboard_types::{JobId, Timestamp};

use crate::world::{Customer, actor};

async fn running(customer: &Customer) -> JobId {
    let tenant = customer.write().await;
    let id = tenant.create_job("user_import", &actor(), "{}").await.unwrap();
    tenant.job_is_ready(id, Counts { total: 3, ..Counts::default() }).await.unwrap();
    assert!(tenant.move_job(id, JobState::Ready, JobState::Running, "{}").await.unwrap());
    tenant.commit().await.unwrap();
    id
}

async fn claim(store: &Store) -> Option<cordboard_store::jobs::Claim> {
    let system = store.system("test").await.unwrap();
    let claim = system.claim_job().await.unwrap();
    system.commit().await.unwrap();
    claim
}

#[tokio::test]
async fn a_lease_is_one_s_until_it_lapses() {
    on_each(|store| async move {
        let clock = Arc::new(AtomicI64::new(1_800_000_000_000));
        let turned = clock.clone();
        let store = store.with_clock(move || Timestamp(turned.load(Ordering::Relaxed)));
        let customer = Customer::alone(&store).await;
        assert!(claim(&store).await.is_none());
        let id = running(&customer).await;
        let first = claim(&store).await.unwrap();
        assert_eq!((first.tenant, first.id), (customer.id, id));
        assert!(claim(&store).await.is_none(), "one alone has it");
        let tenant = customer.write().await;
        assert!(tenant.hold_job(&first).await.unwrap().is_some());
        tenant.commit().await.unwrap();
        clock.fetch_add(LEASE_MS + 1, Ordering::Relaxed);
        let second = claim(&store).await.unwrap();
        let tenant = customer.write().await;
        assert!(tenant.hold_job(&first).await.unwrap().is_none(), "the first has lost it");
        tenant.release_job(&first).await.unwrap();
        assert!(tenant.hold_job(&second).await.unwrap().is_some());
        let job = tenant.job(id).await.unwrap();
        assert!(tenant.move_job(id, JobState::Running, JobState::Done, &job.options).await.unwrap());
        assert!(!tenant.move_job(id, JobState::Running, JobState::Undoing, &job.options).await.unwrap());
        tenant.commit().await.unwrap();
        assert!(claim(&store).await.is_none(), "nothing is left to do");
        let system = store.system("test").await.unwrap();
        let day = 24 * 60 * 60 * 1000;
        let now = system.now();
        assert_eq!(system.forget_jobs(now.plus(day), now.plus(-day)).await.unwrap(), 0);
        assert_eq!(system.forget_jobs(now.plus(-day), now.plus(day)).await.unwrap(), 1);
    })
    .await
    .unwrap();
}
