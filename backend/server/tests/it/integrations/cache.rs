use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use cordboard_server::integrations::{cache::Cache, memory::MemoryCache, redis::RedisCache};
use futures_util::future::join_all;
use uuid::Uuid;

use super::{eventually, service};

const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(80);

/// Both caches, each with keys nobody else uses.
async fn caches() -> Vec<Arc<dyn Cache>> {
    let mut all: Vec<Arc<dyn Cache>> = vec![Arc::new(MemoryCache::default())];
    if let Some(url) = service("CORDBOARD_TEST_REDIS_URL") {
        all.push(Arc::new(RedisCache::connect(&url).await.unwrap()));
    }
    all
}

fn key() -> String {
    Uuid::now_v7().to_string()
}

#[tokio::test]
async fn a_value_is_kept_replaced_and_removed() {
    for cache in caches().await {
        let key = key();
        assert_eq!(cache.get(&key).await.unwrap(), None);
        cache.set(&key, Bytes::from_static(b"one"), LONG).await.unwrap();
        cache.set(&key, Bytes::from_static(b"two\0\xff"), LONG).await.unwrap();
        assert_eq!(cache.get(&key).await.unwrap().unwrap().as_ref(), b"two\0\xff");
        cache.remove(&key).await.unwrap();
        cache.remove(&key).await.unwrap();
        assert_eq!(cache.get(&key).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_value_ends_by_itself() {
    for cache in caches().await {
        let key = key();
        cache.set(&key, Bytes::from_static(b"soon over"), SHORT).await.unwrap();
        eventually("the end of a value", || async { cache.get(&key).await.unwrap().is_none() }).await;
    }
}

#[tokio::test]
async fn of_many_claims_one_wins_until_its_life_is_over() {
    for cache in caches().await {
        let key = key();
        let claims = join_all((0..50).map(|_| cache.claim_once(&key, SHORT))).await;
        assert_eq!(claims.into_iter().filter(|claim| *claim.as_ref().unwrap()).count(), 1);
        eventually("a new claim", || async { cache.claim_once(&key, SHORT).await.unwrap() }).await;
    }
}

#[tokio::test]
async fn a_limit_holds_within_its_window_and_not_longer() {
    for cache in caches().await {
        let key = key();
        let hits = join_all((0..20).map(|_| cache.hit(&key, LONG, 7))).await;
        let verdicts: Vec<_> = hits.into_iter().map(Result::unwrap).collect();
        assert_eq!(verdicts.iter().filter(|verdict| verdict.allowed).count(), 7);
        assert!(verdicts.iter().all(|verdict| (1..=60).contains(&verdict.retry_after_seconds())));
        let other = cache.hit(&format!("{key} of another"), LONG, 1).await.unwrap();
        assert!(other.allowed, "sources are counted apart");
    }
}

#[tokio::test]
async fn a_window_ends_although_it_is_hit() {
    for cache in caches().await {
        let key = key();
        assert!(cache.hit(&key, SHORT, 1).await.unwrap().allowed);
        eventually("a new window", || async { cache.hit(&key, SHORT, 1).await.unwrap().allowed }).await;
    }
}
