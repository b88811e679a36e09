//! Users and lines over HTTP.

use reqwest::Method;
use serde_json::{Value, json};

use crate::{
    office::{Office, Refusal, YEALINK, text},
    support::Platform,
};

#[tokio::test]
async fn a_create_repeated_with_its_key_is_done_once() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let body = json!({ "name": "Anna", "extension": "201" });
        let mut answers = Vec::new();
        for _ in 0..2 {
            let request = office.request(Method::POST, "/users").header("idempotency-key", "k-1").json(&body);
            let response = request.send().await.unwrap();
            assert_eq!(response.status(), 201);
            answers.push(response.json::<Value>().await.unwrap());
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(office.items("/users").await.len(), 1);
        let other = json!({ "name": "Berta", "extension": "202" });
        let request = office.request(Method::POST, "/users").header("idempotency-key", "k-1").json(&other);
        let refused = Refusal::of(request.send().await.unwrap()).await;
        assert_eq!(refused, Refusal::new(409, "idempotency_mismatch", &[]));
    })
    .await;
}

#[tokio::test]
async fn an_extension_in_use_is_refused_at_the_field() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        office.user("Anna", "201").await;
        let refused = office.refused("/users", &json!({ "name": "Berta", "extension": "201" })).await;
        assert_eq!(refused, Refusal::new(422, "extension_taken", &[("/extension", "extension_taken")]));
        let berta = office.user("Berta", "202").await;
        let path = format!("/users/{}", text(&berta["id"]));
        let refused = Refusal::of(office.change(&path, &json!({ "extension": "201" })).await).await;
        assert_eq!(refused, Refusal::new(422, "extension_taken", &[("/extension", "extension_taken")]));
    })
    .await;
}

#[tokio::test]
async fn a_user_with_devices_cannot_be_removed() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let user = office.user("Anna", "201").await;
        let device = office.phone(YEALINK, &user["line"], None).await;
        let path = format!("/users/{}", text(&user["id"]));
        assert_eq!(Refusal::of(office.delete(&path).await).await, Refusal::new(409, "in_use", &[]));
        assert_eq!(office.delete(&format!("/devices/{}", text(&device["id"]))).await.status(), 204);
        assert_eq!(office.delete(&path).await.status(), 204);
        assert!(office.items("/users").await.is_empty());
    })
    .await;
}

// proves A-017
#[tokio::test]
async fn rotating_credentials_is_audited_and_shows_no_secret() {
    Platform::on_each(async |platform| {
        let office = Office::new(&platform, "Ours").await;
        let user = office.user("Anna", "201").await;
        office.phone(YEALINK, &user["line"], None).await;
        let path = format!("/lines/{}/credential-rotations", text(&user["line"]));
        let rotation = office.create(&path, &json!({})).await;
        let sets = rotation["credentials"].as_array().unwrap();
        assert!(sets.len() == 2 && sets.iter().all(|set| set["version"] == 2), "{rotation}");
        let tenant = platform.state.store.read(office.id).await.unwrap();
        let rows = tenant.audit_rows(&Default::default()).await.unwrap().items;
        let row = rows.iter().find(|row| row.action == "line.rotate_credentials").unwrap();
        assert_eq!((row.actor.as_str(), row.outcome.as_str()), ("ours@example.net", "done"));
        let line = user["line"].as_str().unwrap().parse().unwrap();
        for set in tenant.credentials(line).await.unwrap() {
            let password = tenant.secret(cordboard_store::credentials::sip_password(set.id)).await.unwrap().0;
            let seen = rows.iter().any(|row| row.detail.contains(password.as_str()));
            assert!(!seen && !rotation.to_string().contains(password.as_str()));
        }
    })
    .await;
}
