//! Limits and entitlements of customers.

use cordboard_types::Role;
use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{DECT, Office, Refusal, YEALINK, text},
    support::{Browser, Platform},
};

async fn limit(admin: &Browser, node: impl std::fmt::Display, name: &str, version: i64, value: u64) {
    let path = format!("/api/v1/nodes/{node}/limits/{name}");
    let response = admin.write(Method::PUT, &path, version, &json!({ "value": value })).await;
    assert_eq!(response.status(), 204, "{name}");
}

async fn usage(office: &Office, name: &str) -> Value {
    let list = office.get("/usage").await;
    list["items"].as_array().unwrap().iter().find(|item| item["name"] == name).unwrap().clone()
}

async fn admin(platform: &Platform) -> Browser {
    platform.person("p@example.net", platform.provider, Role::ProviderAdministrator).await
}

fn user(number: usize) -> Value {
    json!({ "name": format!("User {number}"), "extension": (200 + number).to_string() })
}

#[tokio::test]
async fn a_limit_is_seen_coming_and_then_refuses() {
    Platform::on_each(async |platform| {
        let admin = admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        assert_eq!(usage(&office, "users").await, json!({ "name": "users", "used": 0, "state": "ok" }));
        limit(&admin, platform.provider, "users", 0, 5).await;
        for number in 1..=4 {
            office.create("/users", &user(number)).await;
        }
        let near = usage(&office, "users").await;
        assert_eq!((&near["state"], &near["from"]["name"]), (&json!("near"), &json!("Provider")));
        office.create("/users", &user(5)).await;
        let response = office.post("/users", &user(6)).await;
        assert_eq!(response.status(), 422);
        let problem: Value = response.json().await.unwrap();
        assert_eq!(problem["code"], "limit_reached");
        assert_eq!(problem["parameters"], json!({ "what": "users", "limit": "5", "used": "5" }));
        let kinds: Vec<_> = office.items("/warnings").await.iter().map(|item| text(&item["kind"])).collect();
        assert!(kinds.contains(&"limit_reached".to_owned()), "{kinds:?}");
        limit(&admin, office.id, "users", 0, 6).await;
        office.create("/users", &user(6)).await;
        let own = format!("/api/v1/nodes/{}/limits", office.id);
        assert_eq!(admin.read(&own).await["items"][0]["value"], 6);
        let refused =
            office.browser.write(Method::PUT, &format!("{own}/users"), 1, &json!({ "value": 99 })).await;
        assert_eq!(refused.status(), 403, "a customer does not raise its own");
        assert_eq!(admin.write(Method::DELETE, &format!("{own}/users"), 1, &json!({})).await.status(), 204);
        assert_eq!(usage(&office, "users").await["limit"], 5);
    })
    .await;
}

#[tokio::test]
async fn devices_and_handsets_have_limits_of_their_own() {
    Platform::on_each(async |platform| {
        let admin = admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        limit(&admin, office.id, "devices", 0, 2).await;
        limit(&admin, office.id, "dect_handsets", 0, 1).await;
        let anna = office.user("Anna", "201").await;
        let system = office.create("/devices", &json!({ "model": DECT, "name": "Hall" })).await;
        let handsets = format!("/devices/{}/handsets", text(&system["id"]));
        let handset = json!({ "line": anna["line"] });
        assert_eq!(office.post(&handsets, &handset).await.status(), 201);
        assert_eq!(Refusal::of(office.post(&handsets, &handset).await).await.code, "limit_reached");
        office.phone(YEALINK, &anna["line"], None).await;
        let refused = office.refused("/devices", &json!({ "model": YEALINK, "line": anna["line"] })).await;
        assert_eq!(refused, Refusal::new(422, "limit_reached", &[]));
        assert_eq!(usage(&office, "dect_handsets").await["state"], "reached");
    })
    .await;
}

#[tokio::test]
async fn creates_at_the_same_time_do_not_overshoot() {
    Platform::on_each(async |platform| {
        let admin = admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        limit(&admin, office.id, "users", 0, 3).await;
        let creates = (1..=8).map(|number| {
            let office = &office;
            async move { office.post("/users", &user(number)).await.status().as_u16() }
        });
        let mut answers = join_all(creates).await;
        answers.sort_unstable();
        assert_eq!(answers, [201, 201, 201, 422, 422, 422, 422, 422]);
        assert_eq!(office.items("/users").await.len(), 3);
    })
    .await;
}

// proves P-001, P-020
#[tokio::test]
async fn licences_of_a_pbx_bring_users() {
    Platform::on_each(async |platform| {
        let admin = admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        limit(&admin, office.id, "pbx_t440", 0, 0).await;
        let refused = office.refused("/users", &user(1)).await;
        assert_eq!(refused.code, "limit_reached", "without an active licence no user is added");
        limit(&admin, office.id, "pbx_t440", 1, 1).await;
        for number in 1..=40 {
            office.create("/users", &user(number)).await;
        }
        assert_eq!(office.refused("/users", &user(41)).await.code, "limit_reached");
    })
    .await;
}

// proves P-002
#[tokio::test]
async fn a_larger_pbx_brings_more_users() {
    Platform::on_each(async |platform| {
        let admin = admin(&platform).await;
        let office = Office::new(&platform, "Ours").await;
        limit(&admin, office.id, "pbx_t640", 0, 1).await;
        assert_eq!(usage(&office, "users").await["limit"], 80);
        for number in 1..=80 {
            office.create("/users", &user(number)).await;
        }
        assert_eq!(office.refused("/users", &user(81)).await.code, "limit_reached");
    })
    .await;
}
