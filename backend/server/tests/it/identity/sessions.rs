use cordboard_types::Role;
use serde_json::json;

use super::{answer, delete, refused};
use crate::support::{PASSWORD, Platform};

async fn try_password(platform: &Platform, email: &str, password: &str) -> (u16, String) {
    let body = json!({ "email": email, "password": password });
    refused(platform.browser().post("/api/v1/sessions", &body).await).await
}

#[tokio::test]
async fn guessing_waits_and_says_nothing_of_who_exists() {
    Platform::on_each(async |platform| {
        platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
        for email in ["anna@example.net", "nobody@example.net"] {
            for _ in 0..5 {
                let wrong = try_password(&platform, email, "wrong").await;
                assert_eq!(wrong, (401, "wrong_credentials".to_owned()), "{email}");
            }
            assert_eq!(
                try_password(&platform, email, "wrong").await,
                (429, "rate_limited".to_owned()),
                "{email}"
            );
        }
        let right = try_password(&platform, "anna@example.net", PASSWORD).await;
        assert_eq!(right, (429, "rate_limited".to_owned()), "the right one waits too");
    })
    .await;
}

#[tokio::test]
async fn a_wait_is_over_with_its_time_and_success_forgives() {
    let platform = Platform::start().await;
    platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    for _ in 0..6 {
        try_password(&platform, "anna@example.net", "wrong").await;
    }
    assert_eq!(try_password(&platform, "anna@example.net", PASSWORD).await.0, 429);
    platform.later(31_000);
    let again = platform.browser().sign_in("anna@example.net").await;
    assert_eq!(again.get("/api/v1/sessions/current").await.status(), 200);
    for _ in 0..4 {
        let wrong = try_password(&platform, "anna@example.net", "wrong").await;
        assert_eq!(wrong.0, 401, "the failures before were forgiven");
    }
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    Platform::on_each(async |platform| {
        let here = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
        let there = platform.browser().sign_in("anna@example.net").await;
        let other =
            platform.person("other@example.net", platform.provider, Role::ProviderAdministrator).await;
        let list = answer(here.get("/api/v1/sessions").await).await;
        let items = list["items"].as_array().unwrap();
        assert_eq!(items.len(), 2);
        assert_eq!(items.iter().filter(|item| item["current"] == true).count(), 1);
        let elsewhere = items.iter().find(|item| item["current"] == false).unwrap();
        let path = format!("/api/v1/sessions/{}", elsewhere["id"].as_str().unwrap());
        assert_eq!(delete(&other, &path).await.status(), 404, "somebody else's session is no session");
        assert_eq!(delete(&here, &path).await.status(), 204);
        assert_eq!(there.get("/api/v1/sessions/current").await.status(), 401);
        assert_eq!(here.get("/api/v1/sessions/current").await.status(), 200);
        platform.browser().sign_in("anna@example.net").await;
        assert_eq!(delete(&here, "/api/v1/sessions").await.status(), 204);
        let list = answer(here.get("/api/v1/sessions").await).await;
        assert_eq!(list["items"].as_array().unwrap().len(), 1, "all the others ended");
    })
    .await;
}

const MINUTE: i64 = 60_000;

#[tokio::test]
async fn a_stolen_cookie_beside_the_real_one_ends_the_sign_in() {
    Platform::on_each(async |platform| {
        let real = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
        let thief = real.clone();
        platform.later(16 * MINUTE);
        let answer = real.get("/api/v1/sessions/current").await;
        let rotated = real.after(&answer);
        let tab = thief.get("/api/v1/sessions/current").await;
        assert_eq!(tab.status(), 200, "within the grace it may be another tab");
        platform.later(11_000);
        assert_eq!(rotated.get("/api/v1/sessions/current").await.status(), 200);
        assert_eq!(thief.get("/api/v1/sessions/current").await.status(), 401);
        assert_eq!(rotated.get("/api/v1/sessions/current").await.status(), 401, "nobody keeps it");
    })
    .await;
}

#[tokio::test]
async fn an_idle_session_ends() {
    let platform = Platform::start_with(&["--session-idle-minutes", "30"]).await;
    let anna = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    let mut anna = anna;
    for _ in 0..2 {
        platform.later(29 * MINUTE);
        let answer = anna.get("/api/v1/sessions/current").await;
        assert_eq!(answer.status(), 200, "use keeps it");
        anna = anna.after(&answer);
    }
    platform.later(31 * MINUTE);
    assert_eq!(anna.get("/api/v1/sessions/current").await.status(), 401);
}
