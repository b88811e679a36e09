use cordboard_types::{Locale, NodeId, Role};
use serde_json::json;

use super::{answer, delete, mails, refused};
use crate::support::{Browser, PASSWORD, Platform};

const NEW: &str = "lantern gravel orbit thimble";

async fn invite(browser: &Browser, node: NodeId, email: &str, role: &str) -> reqwest::Response {
    let body = json!({ "email": email, "name": "Berta Keller", "role": role, "locale": "de" });
    browser.post(&format!("/api/v1/nodes/{node}/invitations"), &body).await
}

async fn accept(platform: &Platform, token: &str, password: &str) -> reqwest::Response {
    let body = json!({ "token": token, "password": password });
    platform.browser().post("/api/v1/invitation-acceptances", &body).await
}

#[tokio::test]
async fn somebody_new_takes_a_role_with_the_link() {
    Platform::on_each(async |platform| {
        let ours: NodeId = platform.customer("Ours").await.into();
        let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
        answer(invite(&anna, ours, "berta@example.net", "customer-administrator").await).await;
        let token = mails::token(&platform.state, "berta@example.net", "invitation", 0).await;
        let found = platform.browser().post("/api/v1/invitation-lookups", &json!({ "token": token })).await;
        let found = answer(found).await;
        assert_eq!((&found["node_name"], &found["has_password"]), (&json!("Ours"), &json!(false)));
        let weak = refused(accept(&platform, &token, "sommer").await).await;
        assert_eq!(weak, (422, "password_too_weak".to_owned()));
        assert_eq!(accept(&platform, &token, NEW).await.status(), 204);
        assert_eq!(refused(accept(&platform, &token, NEW).await).await, (404, "link_over".to_owned()));
        let berta = platform.browser().sign_in_with("berta@example.net", NEW).await;
        let who = answer(berta.get("/api/v1/sessions/current").await).await;
        assert_eq!(who["locale"], Locale::De.as_str());
        assert_eq!(who["memberships"][0]["node"], json!(ours));
        let people = answer(anna.get(&format!("/api/v1/nodes/{ours}/people")).await).await;
        assert_eq!(people["items"].as_array().unwrap().len(), 2);
        let open = answer(anna.get(&format!("/api/v1/nodes/{ours}/invitations")).await).await;
        assert!(open["items"].as_array().unwrap().is_empty(), "accepted ones are gone from the list");
    })
    .await;
}

#[tokio::test]
async fn one_address_serves_two_customers() {
    let platform = Platform::start().await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let theirs: NodeId = platform.customer("Theirs").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    let carla = platform.person("carla@example.net", theirs, Role::CustomerAdministrator).await;
    answer(invite(&carla, theirs, "anna@example.net", "customer-administrator").await).await;
    let token = mails::token(&platform.state, "anna@example.net", "invitation", 0).await;
    let wrong = refused(accept(&platform, &token, NEW).await).await;
    assert_eq!(wrong, (422, "wrong_password".to_owned()), "a link changes nobody's password");
    assert_eq!(accept(&platform, &token, PASSWORD).await.status(), 204);
    let who = answer(anna.get("/api/v1/sessions/current").await).await;
    assert_eq!(who["memberships"].as_array().unwrap().len(), 2);
    for node in [ours, theirs] {
        assert_eq!(anna.get(&format!("/api/v1/customers/{node}/users")).await.status(), 200);
    }
}

#[tokio::test]
async fn nobody_invites_beyond_their_own_rights() {
    Platform::on_each(async |platform| {
        let ours: NodeId = platform.customer("Ours").await.into();
        let theirs: NodeId = platform.customer("Theirs").await.into();
        let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
        let unknown = (422, "unknown_reference".to_owned());
        for role in ["provider-administrator", "platform-operator", "018f4a7e-0000-7000-8000-000000000001"] {
            assert_eq!(refused(invite(&anna, ours, "x@example.net", role).await).await, unknown, "{role}");
        }
        let provider = invite(&anna, platform.provider, "x@example.net", "provider-support").await;
        assert_eq!(refused(provider).await.0, 404, "not her node");
        let foreign = invite(&anna, theirs, "x@example.net", "user").await;
        assert_eq!(refused(foreign).await.0, 404);
        let support = platform.person("help@example.net", platform.provider, Role::ProviderSupport).await;
        assert_eq!(refused(invite(&support, ours, "x@example.net", "user").await).await.0, 403);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_worth_what_its_inviter_may_when_it_is_accepted() {
    let platform = Platform::start().await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    let boss = platform.person("boss@example.net", platform.provider, Role::ProviderAdministrator).await;
    platform.person("other@example.net", ours, Role::CustomerAdministrator).await;
    answer(invite(&anna, ours, "berta@example.net", "customer-administrator").await).await;
    let token = mails::token(&platform.state, "berta@example.net", "invitation", 0).await;
    let who = answer(anna.get("/api/v1/sessions/current").await).await;
    let path = format!(
        "/api/v1/nodes/{ours}/people/{}/roles/customer-administrator",
        who["person"].as_str().unwrap()
    );
    assert_eq!(delete(&boss, &path).await.status(), 204);
    assert_eq!(refused(accept(&platform, &token, NEW).await).await, (404, "link_over".to_owned()));
}

#[tokio::test]
async fn an_invitation_is_sent_again_and_taken_back() {
    let platform = Platform::start().await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    let invitation = answer(invite(&anna, ours, "berta@example.net", "user").await).await;
    let first = mails::token(&platform.state, "berta@example.net", "invitation", 0).await;
    let path = format!("/api/v1/nodes/{ours}/invitations/{}", invitation["id"].as_str().unwrap());
    assert_eq!(anna.post(&format!("{path}/renewals"), &json!({})).await.status(), 204);
    let second = mails::token(&platform.state, "berta@example.net", "invitation", 1).await;
    assert_eq!(refused(accept(&platform, &first, NEW).await).await.0, 404, "the first link is dead");
    assert_eq!(delete(&anna, &path).await.status(), 204);
    assert_eq!(refused(accept(&platform, &second, NEW).await).await.0, 404);
}

#[tokio::test]
async fn mails_come_in_the_language_of_who_is_invited_through_a_real_server() {
    let Some(url) = crate::integrations::service("CORDBOARD_TEST_SMTP_URL") else { return };
    let inbox = crate::integrations::service("CORDBOARD_TEST_SMTP_DIR").unwrap();
    let platform = Platform::start_with(&["--smtp-url", &url]).await;
    let ours: NodeId = platform.customer("Ours").await.into();
    let anna = platform.person("anna@example.net", ours, Role::CustomerAdministrator).await;
    for (locale, word) in
        [("en", "invites you"), ("fr", "vous invite"), ("de", "Sie ein"), ("nl", "nodigt u uit")]
    {
        let email = format!("{locale}-{}@example.net", uuid::Uuid::now_v7().simple());
        let body = json!({ "email": email, "name": "Berta", "role": "user", "locale": locale });
        answer(anna.post(&format!("/api/v1/nodes/{ours}/invitations"), &body).await).await;
        let (token, text) = mails::letter(inbox.as_ref(), &email, "invitation", 0).await;
        assert_eq!(token.len(), 43, "{token}");
        assert!(text.contains(word), "{locale}: {text}");
    }
}
