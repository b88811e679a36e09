use cordboard_types::{NodeId, Role};
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

use super::{answer, delete, refused};
use crate::support::{Browser, Platform};

const HOUR: i64 = 3_600_000;

async fn mint(platform: &Platform, browser: &Browser, node: NodeId, permissions: Value) -> reqwest::Response {
    let expires_at = platform.state.store.now().plus(HOUR);
    let body =
        json!({ "name": "Backup", "node": node, "permissions": permissions, "expires_at": expires_at });
    browser.post("/api/v1/tokens", &body).await
}

async fn ask(platform: &Platform, token: &str, method: Method, path: &str) -> StatusCode {
    let url = format!("http://{}/api/v1{path}", platform.web);
    let request = Client::new().request(method, url).bearer_auth(token).json(&json!({}));
    request.send().await.unwrap().status()
}

#[tokio::test]
async fn a_token_does_what_it_was_minted_for_while_its_owner_may() {
    Platform::on_each(async |platform| {
        let ours: NodeId = platform.customer("Ours").await.into();
        let theirs: NodeId = platform.customer("Theirs").await.into();
        let boss = platform.person("boss@example.net", platform.provider, Role::ProviderAdministrator).await;
        let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
        platform.person("other@example.net", ours, Role::CustomerAdministrator).await;
        let minted = answer(mint(&platform, &anna, ours, json!(["users:read"])).await).await;
        let token = minted["token"].as_str().unwrap();
        let get = async |path: String| ask(&platform, token, Method::GET, &path).await.as_u16();
        assert_eq!(get(format!("/customers/{ours}/users")).await, 200);
        assert_eq!(get(format!("/customers/{ours}/devices")).await, 403, "outside its scope");
        assert_eq!(get(format!("/customers/{theirs}/users")).await, 404, "outside its node");
        assert_eq!(get("/profile".to_owned()).await, 403, "nothing of its owner's own");
        assert_eq!(ask(&platform, token, Method::POST, "/tokens").await, 403, "and no further tokens");
        let list = answer(anna.get("/api/v1/tokens").await).await;
        assert_eq!(list["items"][0]["last_used_ip"], "127.0.0.1");
        assert!(!list.to_string().contains(token), "a token is shown once");
        let who = answer(anna.get("/api/v1/sessions/current").await).await;
        let role = format!(
            "/api/v1/nodes/{ours}/people/{}/roles/customer-administrator",
            who["person"].as_str().unwrap()
        );
        assert_eq!(delete(&boss, &role).await.status(), 204);
        assert_eq!(
            get(format!("/customers/{ours}/users")).await,
            404,
            "worth what its owner may now: nothing"
        );
    })
    .await;
}

#[tokio::test]
async fn nobody_mints_beyond_their_own_rights() {
    let platform = Platform::start().await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let theirs: NodeId = platform.customer("Theirs").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    let user = platform.person("user@example.net", ours, Role::User).await;
    let beyond = refused(mint(&platform, &anna, ours, json!(["customers:close"])).await).await;
    assert_eq!(beyond, (403, "beyond_own_rights".to_owned()));
    assert_eq!(refused(mint(&platform, &anna, platform.provider, json!(["users:read"])).await).await.0, 422);
    assert_eq!(refused(mint(&platform, &anna, theirs, json!(["users:read"])).await).await.0, 422);
    assert_eq!(refused(mint(&platform, &user, ours, json!(["users:read"])).await).await.0, 403);
    assert_eq!(refused(mint(&platform, &anna, ours, json!([])).await).await.0, 422);
    let body = json!({
        "name": "Old", "node": ours, "permissions": ["users:read"],
        "expires_at": platform.state.store.now().plus(-1),
    });
    assert_eq!(refused(anna.post("/api/v1/tokens", &body).await).await.0, 422);
}

#[tokio::test]
async fn an_ended_or_unknown_token_is_nobody() {
    let platform = Platform::start().await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    let other = platform.person("other@example.net", ours, Role::CustomerAdministrator).await;
    let minted = answer(mint(&platform, &anna, ours, json!(["users:read"])).await).await;
    let (id, token) = (minted["id"].as_str().unwrap(), minted["token"].as_str().unwrap());
    let path = format!("/api/v1/tokens/{id}");
    assert_eq!(delete(&other, &path).await.status(), 404, "somebody else's");
    assert_eq!(delete(&anna, &path).await.status(), 204);
    for token in [token, "cb_0000", "nonsense"] {
        let status = ask(&platform, token, Method::GET, &format!("/customers/{ours}/users")).await;
        assert_eq!(status, 401, "{token}");
    }
}
