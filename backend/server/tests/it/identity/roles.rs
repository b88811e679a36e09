use cordboard_types::{NodeId, Role};
use reqwest::Method;
use serde_json::json;

use super::{answer, delete, refused};
use crate::support::Platform;

#[tokio::test]
async fn a_made_role_allows_what_it_says_and_no_more() {
    Platform::on_each(async |platform| {
        let ours: NodeId = platform.customer("Ours").await.into();
        let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
        let roles = format!("/api/v1/nodes/{ours}/roles");
        let draft = json!({ "name": "Reception", "permissions": ["users:read", "customers:read"] });
        let id = answer(anna.post(&roles, &draft).await).await["id"].as_str().unwrap().to_owned();
        assert_eq!(refused(anna.post(&roles, &draft).await).await, (422, "name_taken".to_owned()));
        let berta = platform.person("berta@example.net", ours, Role::User).await;
        let who = answer(berta.get("/api/v1/sessions/current").await).await;
        let given = format!("/api/v1/nodes/{ours}/people/{}/roles", who["person"].as_str().unwrap());
        assert_eq!(anna.post(&given, &json!({ "role": id })).await.status(), 204);
        assert_eq!(berta.get(&format!("/api/v1/customers/{ours}/users")).await.status(), 200);
        assert_eq!(berta.get(&format!("/api/v1/customers/{ours}/devices")).await.status(), 403);
        let put = async |version: &str, body: serde_json::Value| {
            let request = anna.request(Method::PUT, &format!("{roles}/{id}")).header("if-match", version);
            request.json(&body).send().await.unwrap()
        };
        let wider = json!({ "name": "Reception", "permissions": ["users:read", "devices:read"] });
        assert_eq!(refused(put("\"9\"", wider.clone()).await).await.0, 412);
        assert_eq!(put("\"1\"", wider).await.status(), 204);
        assert_eq!(berta.get(&format!("/api/v1/customers/{ours}/devices")).await.status(), 200, "at once");
        let gone = anna.request(Method::DELETE, &format!("{roles}/{id}")).header("if-match", "\"2\"");
        assert_eq!(refused(gone.send().await.unwrap()).await, (409, "in_use".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn nobody_makes_or_gives_a_role_beyond_their_own_rights() {
    Platform::on_each(async |platform| {
        let ours: NodeId = platform.customer("Ours").await.into();
        let theirs: NodeId = platform.customer("Theirs").await.into();
        let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
        let boss = platform.person("boss@example.net", platform.provider, Role::ProviderAdministrator).await;
        let beyond = (403, "beyond_own_rights".to_owned());
        let draft = json!({ "name": "Owner", "permissions": ["customers:suspend"] });
        assert_eq!(refused(anna.post(&format!("/api/v1/nodes/{ours}/roles"), &draft).await).await, beyond);
        let made = boss.post(&format!("/api/v1/nodes/{}/roles", platform.provider), &draft).await;
        let id = answer(made).await["id"].as_str().unwrap().to_owned();
        let list = answer(anna.get(&format!("/api/v1/nodes/{ours}/roles")).await).await;
        let offered =
            list["items"].as_array().unwrap().iter().find(|role| role["role"] == id.as_str()).unwrap();
        assert_eq!(offered["grantable"], false);
        let who = answer(anna.get("/api/v1/sessions/current").await).await;
        let me = who["person"].as_str().unwrap();
        let given = format!("/api/v1/nodes/{ours}/people/{me}/roles");
        assert_eq!(
            refused(anna.post(&given, &json!({ "role": id })).await).await,
            beyond,
            "not even to oneself"
        );
        let reach = json!({ "name": "Reach", "permissions": ["users:read"] });
        assert_eq!(refused(anna.post(&format!("/api/v1/nodes/{theirs}/roles"), &reach).await).await.0, 404);
        let change = anna
            .request(Method::PUT, &format!("/api/v1/nodes/{ours}/roles/{id}"))
            .header("if-match", "\"1\"")
            .json(&reach);
        assert_eq!(refused(change.send().await.unwrap()).await.0, 404, "a role of the provider's");
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let platform = Platform::start().await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    let who = answer(anna.get("/api/v1/sessions/current").await).await;
    let path = |person: &str| format!("/api/v1/nodes/{ours}/people/{person}/roles/customer-administrator");
    let own = path(who["person"].as_str().unwrap());
    assert_eq!(refused(delete(&anna, &own).await).await, (409, "last_administrator".to_owned()));
    platform.person("berta@example.net", ours, Role::CustomerAdministrator).await;
    assert_eq!(delete(&anna, &own).await.status(), 204);
    assert_eq!(anna.get(&format!("/api/v1/customers/{ours}")).await.status(), 404, "out at once");
}
