//! Fetches under the steady key.

use cordboard_store::{PageRequest, access_keys::KeyKind};
use reqwest::Method;
use serde_json::json;

use super::phones::{Answer, FILE, MAC, Phones};
use crate::support::Platform;

// proves
#[tokio::test]
async fn a_phone_gets_its_own_file_and_is_seen() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let path = phones.steady(device).await;
        let answer = phones.get(&path).await;
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.header("cache-control"), Some("private, no-cache"));
        assert!(answer.header("content-type").unwrap().starts_with("text/plain"));
        assert!(answer.text().contains("pbx.example.net"), "{}", answer.text());
        let short = path.replace(&format!("/{FILE}"), ".cfg");
        for again in [&path, &short] {
            assert_eq!(phones.get(again).await.body, answer.body);
        }
        let seen =
            async || phones.office.get(&format!("/devices/{device}")).await["status"]["word"] == "delivered";
        phones.until("delivered", seen).await;
        let row = phones.state.store.read(phones.tenant()).await.unwrap().device(device).await.unwrap();
        assert_eq!(row.last_access.unwrap().ip, "127.0.0.1");
    })
    .await;
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let path = phones.steady(device).await;
        let tag = phones.get(&path).await.header("etag").unwrap().to_owned();
        for value in [tag.clone(), format!("\"other\", {tag}"), format!("W/{tag}")] {
            let answer = phones.ask("GET", &path, &format!("If-None-Match: {value}\r\n")).await;
            assert_eq!((answer.status(), answer.body.len()), (304, 0), "{value}");
            assert_eq!(answer.header("etag"), Some(tag.as_str()));
        }
        let head = phones.ask("HEAD", &path, "").await;
        assert_eq!((head.status(), head.header("etag")), (200, Some(tag.as_str())));
        assert_eq!(phones.ask("GET", &path, "If-None-Match: \"other\"\r\n").await.status(), 200);
    })
    .await;
}

// proves
#[tokio::test]
async fn a_new_key_ends_the_old_one_at_once() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let other = phones.phone("202", "00:15:65:12:34:57").await;
        let others = phones.key(other, KeyKind::Steady).await;
        let others = format!("/{}/001565123457.cfg", others.as_str());
        let old = phones.steady(device).await;
        let before = phones.get(&old).await.text();
        let path = format!("/devices/{device}/access-key-rotations");
        let response = phones.office.request(Method::POST, &path).json(&json!({})).send().await.unwrap();
        assert!(response.status().is_success());
        assert_eq!(phones.get(&old).await.status(), 404);
        let new = phones.steady(device).await;
        let (old, key) = (&old[1..49], &new[1..49]);
        assert_eq!(phones.get(&new).await.text(), before.replace(old, key), "only the key is another");
        assert_eq!(phones.get(&others).await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn a_rotated_password_is_in_the_next_fetch_without_a_release() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let path = phones.steady(device).await;
        let before = phones.get(&path).await;
        let line = phones.office.get(&format!("/devices/{device}")).await["line"]["id"].clone();
        let rotations = format!("/lines/{}/credential-rotations", line.as_str().unwrap());
        let response = phones.office.request(Method::POST, &rotations).json(&json!({})).send().await.unwrap();
        assert!(response.status().is_success(), "{}", response.status());
        phones.settle().await;
        let tag = format!("If-None-Match: {}\r\n", before.header("etag").unwrap());
        let after = phones.ask("GET", &path, &tag).await;
        assert_eq!(after.status(), 200, "the entity tag follows the secret");
        assert_ne!(after.text(), before.text());
        let releases = format!("/devices/{device}/releases");
        assert_eq!(phones.office.items(&releases).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_probe_is_refused_and_written_down() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        let key = phones.key(device, KeyKind::Steady).await;
        let answer = phones.get(&format!("/{}/001565123456.boot", key.as_str())).await;
        assert_eq!(answer.status(), 404);
        let fetches = async || {
            let tenant = phones.state.store.read(phones.tenant()).await.unwrap();
            tenant.fetches(device, &PageRequest::default()).await.unwrap().items
        };
        phones.until("written", async || !fetches().await.is_empty()).await;
        assert_eq!(fetches().await[0].result.as_str(), "probe");
        let row = phones.state.store.read(phones.tenant()).await.unwrap().device(device).await.unwrap();
        assert!(row.last_access.is_none(), "A-072: a refused fetch moves nothing");
    })
    .await;
}

#[tokio::test]
async fn without_a_cache_the_answers_are_the_same() {
    Platform::on_each(async |platform| {
        let cached = Phones::new(&platform, |_| {}).await;
        let device = cached.phone("201", MAC).await;
        let path = cached.steady(device).await;
        let warm = [cached.get(&path).await, cached.get(&path).await];
        let without = cached.beside(|settings| settings.render_cache_bytes = 0);
        let told = |answer: &Answer| (answer.text(), answer.header("etag").map(str::to_owned));
        assert_eq!(told(&without.get(&path).await), told(&warm[1]));
        assert_eq!(told(&warm[0]), told(&warm[1]));
    })
    .await;
}
