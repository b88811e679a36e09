//! Several servers on one database.

use std::time::Duration;

use cordboard_server::provisioning::follow::LiveKeys;
use cordboard_store::access_keys::KeyKind;
use tokio::time::timeout;
use uuid::Uuid;

use super::phones::{MAC, Phones};
use crate::support::Platform;

async fn beat(phones: &Phones, id: Uuid, applied: i64) {
    let system = phones.state.store.system("test").await.unwrap();
    system.heartbeat(id, applied).await.unwrap();
    system.commit().await.unwrap();
}

// proves A-039
#[tokio::test]
async fn a_revocation_waits_for_every_replica_that_lives() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let other = LiveKeys::start(&phones.state.store).await.unwrap();
        let old = phones.key(device, KeyKind::Steady).await;
        assert!(other.table().find(&old, phones.state.store.now()).is_some());
        let tenant = phones.state.store.write(phones.tenant()).await.unwrap();
        let position = tenant.rotate_steady_key(device).await.unwrap();
        tenant.commit().await.unwrap();
        let (slow, ours) = (Uuid::now_v7(), &phones.state.live_keys);
        beat(&phones, slow, position - 1).await;
        assert!(timeout(Duration::from_millis(300), ours.revoked_everywhere(position)).await.is_err());
        beat(&phones, slow, position).await;
        ours.revoked_everywhere(position).await.unwrap();
        assert!(other.applied() >= position && other.is_fresh());
        assert!(other.table().find(&old, phones.state.store.now()).is_none());
        let new = phones.key(device, KeyKind::Steady).await;
        assert!(other.table().find(&new, phones.state.store.now()).is_some());
    })
    .await;
}

#[tokio::test]
async fn nobody_waits_for_a_replica_that_fell_silent() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let long_ago = phones.state.store.now().plus(-3_000);
        let earlier = phones.state.store.clone().with_clock(move || long_ago);
        let system = earlier.system("test").await.unwrap();
        system.heartbeat(Uuid::now_v7(), 0).await.unwrap();
        system.commit().await.unwrap();
        let tenant = phones.state.store.write(phones.tenant()).await.unwrap();
        let position = tenant.rotate_steady_key(device).await.unwrap();
        tenant.commit().await.unwrap();
        phones.state.live_keys.revoked_everywhere(position).await.unwrap();
    })
    .await;
}
