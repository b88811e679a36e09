use cordboard_server::services::totp;
use cordboard_types::{Role, Timestamp};
use serde_json::{Value, json};

use super::{answer, refused};
use crate::support::{Browser, PASSWORD, Platform};

/// The code of a time: the first of all six-digit numbers that counts then.
fn code(secret: &str, at: Timestamp) -> String {
    let uri = totp::uri(secret, "x").unwrap();
    totp_rs::Totp::from_url(uri).unwrap().generate(u64::try_from(at.0 / 1000).unwrap()).to_string()
}

async fn set_up(platform: &Platform, browser: &Browser) -> (String, Vec<String>) {
    let again = json!({ "password": PASSWORD });
    let setup = answer(browser.post("/api/v1/profile/second-factor", &again).await).await;
    let secret = setup["secret"].as_str().unwrap().to_owned();
    assert!(setup["picture"].as_str().unwrap().contains("<svg"));
    let now = platform.state.store.now().plus(-30_000);
    let confirmation = json!({ "code": code(&secret, now) });
    let codes =
        answer(browser.post("/api/v1/profile/second-factor/confirmations", &confirmation).await).await;
    let codes =
        codes["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect();
    (secret, codes)
}

async fn show(browser: &Browser, code: &str) -> reqwest::Response {
    browser.post("/api/v1/sessions/current/second-factor", &json!({ "code": code })).await
}

#[tokio::test]
async fn with_a_second_factor_the_password_alone_opens_nothing() {
    Platform::on_each(async |platform| {
        let anna = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
        let (secret, codes) = set_up(&platform, &anna).await;
        assert_eq!(codes.len(), 10);
        let half = platform.browser().sign_in("anna@example.net").await;
        let who = answer(half.get("/api/v1/sessions/current").await).await;
        assert_eq!(who["due"], "second_factor");
        assert_eq!(refused(half.get("/api/v1/customers").await).await, (401, "second_factor_due".to_owned()));
        let profile = half.post("/api/v1/tokens", &json!({})).await;
        assert_eq!(refused(profile).await, (401, "second_factor_due".to_owned()));
        assert_eq!(refused(show(&half, "000000").await).await, (422, "wrong_code".to_owned()));
        let now = platform.state.store.now();
        let who: Value = answer(show(&half, &code(&secret, now)).await).await;
        assert!(who["due"].is_null());
        assert_eq!(half.get("/api/v1/customers").await.status(), 200);
        let replay = platform.browser().sign_in("anna@example.net").await;
        let again = refused(show(&replay, &code(&secret, now)).await).await;
        assert_eq!(again, (422, "wrong_code".to_owned()), "a code works once");
        answer(show(&replay, &codes[0].to_uppercase()).await).await;
        let third = platform.browser().sign_in("anna@example.net").await;
        assert_eq!(refused(show(&third, &codes[0]).await).await.0, 422, "a recovery code works once");
        answer(show(&third, &codes[1]).await).await;
        let profile = answer(third.get("/api/v1/profile").await).await;
        assert_eq!(profile["recovery_codes"], 8);
    })
    .await;
}

#[tokio::test]
async fn codes_cannot_be_guessed_without_end() {
    let platform = Platform::start().await;
    let anna = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    set_up(&platform, &anna).await;
    let half = platform.browser().sign_in("anna@example.net").await;
    for _ in 0..5 {
        assert_eq!(refused(show(&half, "000000").await).await.0, 422);
    }
    assert_eq!(refused(show(&half, "000000").await).await, (429, "rate_limited".to_owned()));
}

#[tokio::test]
async fn it_is_removed_with_the_password() {
    let platform = Platform::start().await;
    let anna = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    set_up(&platform, &anna).await;
    let remove = async |password: &str| {
        anna.post("/api/v1/profile/second-factor/removals", &json!({ "password": password })).await
    };
    assert_eq!(refused(remove("wrong").await).await, (422, "wrong_password".to_owned()));
    assert_eq!(remove(PASSWORD).await.status(), 204);
    let whole = platform.browser().sign_in("anna@example.net").await;
    assert_eq!(whole.get("/api/v1/customers").await.status(), 200);
}
