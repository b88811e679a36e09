use cordboard_types::{NodeId, Role};
use serde_json::{Value, json};

use super::{answer, delete, refused};
use crate::support::{Browser, Platform};

async fn id(browser: &Browser) -> String {
    answer(browser.get("/api/v1/sessions/current").await).await["person"].as_str().unwrap().to_owned()
}

async fn act(browser: &Browser, node: NodeId, person: &str) -> reqwest::Response {
    browser.post(&format!("/api/v1/nodes/{node}/people/{person}/acting"), &json!({})).await
}

// proves P-038, P-039
#[tokio::test]
async fn acting_as_somebody_shows_their_world_and_opens_none_of_their_secrets() {
    Platform::on_each(async |platform| {
        let ours: NodeId = platform.customer("Ours").await.into();
        let boss = platform.person("boss@example.net", platform.provider, Role::ProviderAdministrator).await;
        let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
        assert_eq!(act(&boss, ours, &id(&anna).await).await.status(), 204);
        let who = answer(boss.get("/api/v1/sessions/current").await).await;
        assert_eq!((&who["email"], &who["acting"]["by"]), (&json!("anna@example.net"), &json!("Somebody")));
        assert_eq!(boss.get(&format!("/api/v1/customers/{ours}/users")).await.status(), 200);
        let user = boss
            .post(&format!("/api/v1/customers/{ours}/users"), &json!({ "name": "New", "extension": "201" }))
            .await;
        let user: Value = answer(user).await;
        let line = user["line"].as_str().unwrap();
        let rotate = format!("/api/v1/customers/{ours}/lines/{line}/credential-rotations");
        assert_eq!(boss.post(&rotate, &json!({})).await.status(), 403, "no credentials");
        assert_eq!(refused(boss.get("/api/v1/profile").await).await, (403, "not_while_acting".to_owned()));
        assert_eq!(refused(boss.post("/api/v1/tokens", &json!({})).await).await.1, "not_while_acting");
        let invite = format!("/api/v1/nodes/{ours}/invitations");
        assert_eq!(boss.post(&invite, &json!({})).await.status(), 403, "no roles");
        assert_eq!(delete(&boss, "/api/v1/sessions/current/acting").await.status(), 204);
        let who = answer(boss.get("/api/v1/sessions/current").await).await;
        assert_eq!(who["email"], "boss@example.net");
    })
    .await;
}

#[tokio::test]
async fn nobody_acts_as_somebody_who_may_more() {
    let platform = Platform::start().await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let theirs: NodeId = platform.customer("Theirs").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    let both = platform.person("both@example.net", ours, Role::User).await;
    let system = platform.state.store.system("test").await.unwrap();
    let person = system.person_by_email(&"both@example.net".parse().unwrap()).await.unwrap().unwrap();
    system.grant(person.id, theirs, Role::CustomerAdministrator).await.unwrap();
    system.commit().await.unwrap();
    let beyond = refused(act(&anna, ours, &id(&both).await).await).await;
    assert_eq!(beyond, (403, "beyond_own_rights".to_owned()), "they reach where she does not");
    assert_eq!(refused(act(&anna, theirs, &id(&both).await).await).await.0, 404, "not her node");
    let boss = platform.person("boss@example.net", platform.provider, Role::ProviderAdministrator).await;
    assert_eq!(refused(act(&anna, ours, &id(&boss).await).await).await.0, 404, "holds no role in her node");
    assert_eq!(refused(act(&anna, ours, &id(&anna).await).await).await.1, "not_while_acting");
}
