use std::time::Duration;

use cordboard_server::{
    integrations::{bus::Bus, redis::RedisBus},
    keys,
};
use cordboard_store::{Notice, Store, Subject};
use tokio::{sync::broadcast::Receiver, time::timeout};
use tokio_util::sync::CancellationToken;

use super::{service, settings};

/// A replica: a store of its own, as notices carry no content the databases need not be the same.
async fn replica(folder: &std::path::Path) -> Store {
    let settings = settings(folder, &[]);
    keys::init(&settings.master_key_file()).unwrap();
    let store = Store::connect(&settings.database_url(), keys::load(&settings.master_key_file()).unwrap())
        .await
        .unwrap();
    store.migrate().await.unwrap();
    store
}

fn notice(position: i64) -> Notice {
    Notice { tenant: None, subject: Subject::Keys(position) }
}

async fn commit(store: &Store, position: i64) {
    let system = store.system("test of the bus").await.unwrap();
    system.notify(notice(position));
    system.commit().await.unwrap();
}

/// Commits ever higher positions until the other side hears one: publishing is lost before it subscribed.
async fn until_heard(from: &Store, to: &mut Receiver<Notice>, first: i64) -> i64 {
    for position in first..first + 1000 {
        commit(from, position).await;
        if let Ok(heard) = timeout(Duration::from_millis(100), to.recv()).await {
            heard.unwrap();
            return position;
        }
    }
    panic!("nothing was heard");
}

async fn heard(from: &mut Receiver<Notice>) -> Vec<Notice> {
    let mut all = Vec::new();
    while let Ok(notice) = timeout(Duration::from_millis(200), from.recv()).await {
        all.push(notice.unwrap());
    }
    all
}

#[tokio::test]
async fn a_commit_is_heard_by_every_replica_once() {
    let Some(url) = service("CORDBOARD_TEST_REDIS_URL") else { return };
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let (one, two) = (replica(folders[0].path()).await, replica(folders[1].path()).await);
    let stop = CancellationToken::new();
    let buses = [one.clone(), two.clone()].map(|store| {
        let (bus, stop) = (RedisBus::new(&url).unwrap(), stop.clone());
        tokio::spawn(async move { bus.run(store, stop).await })
    });
    until_heard(&one, &mut two.notices(), 1).await;
    until_heard(&two, &mut one.notices(), 10_000).await;
    let (mut at_one, mut at_two) = (one.notices(), two.notices());
    heard(&mut at_one).await;
    heard(&mut at_two).await;
    commit(&one, 50_001).await;
    commit(&two, 50_002).await;
    for mut replica in [heard(&mut at_one).await, heard(&mut at_two).await] {
        replica.sort_by_key(|notice| format!("{notice:?}"));
        assert_eq!(replica, [notice(50_001), notice(50_002)], "each once, no echo");
    }
    stop.cancel();
    for bus in buses {
        bus.await.unwrap();
    }
}

#[tokio::test]
async fn one_process_hears_itself_without_a_bus() {
    let folder = tempfile::tempdir().unwrap();
    let store = replica(folder.path()).await;
    let mut notices = store.notices();
    commit(&store, 7).await;
    assert_eq!(heard(&mut notices).await, [notice(7)]);
}
