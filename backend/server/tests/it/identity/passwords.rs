use cordboard_types::Role;
use reqwest::Method;
use serde_json::json;

use super::{mails, refused};
use crate::support::{PASSWORD, Platform};

const NEW: &str = "lantern gravel orbit thimble";

#[tokio::test]
async fn a_new_password_ends_every_other_session() {
    Platform::on_each(async |platform| {
        let anna = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
        let elsewhere = platform.browser().sign_in("anna@example.net").await;
        let put = async |current: &str, new: &str| {
            let body = json!({ "current": current, "new": new });
            anna.request(Method::PUT, "/api/v1/profile/password").json(&body).send().await.unwrap()
        };
        let is = |code: &str| (422, code.to_owned());
        assert_eq!(refused(put("wrong", NEW).await).await, is("wrong_password"));
        assert_eq!(refused(put(PASSWORD, "short").await).await, is("password_too_weak"));
        assert_eq!(refused(put(PASSWORD, "anna@example.net1").await).await, is("password_too_weak"));
        assert_eq!(refused(put(PASSWORD, PASSWORD).await).await, is("password_too_weak"), "the same again");
        assert_eq!(put(PASSWORD, NEW).await.status(), 204);
        assert_eq!(elsewhere.get("/api/v1/sessions/current").await.status(), 401);
        assert_eq!(anna.get("/api/v1/sessions/current").await.status(), 200);
    })
    .await;
}

#[tokio::test]
async fn a_password_that_has_to_be_changed_comes_before_everything_else() {
    let platform = Platform::start().await;
    let anna = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
    let system = platform.state.store.system("test").await.unwrap();
    let person = system.person_by_email(&"anna@example.net".parse().unwrap()).await.unwrap().unwrap();
    system.set_password(person.id, &person.password_hash, true).await.unwrap();
    system.commit().await.unwrap();
    let due = refused(anna.get("/api/v1/customers").await).await;
    assert_eq!(due, (403, "new_password_due".to_owned()));
    let body = json!({ "current": PASSWORD, "new": NEW });
    let put = anna.request(Method::PUT, "/api/v1/profile/password").json(&body).send().await.unwrap();
    assert_eq!(put.status(), 204);
    assert_eq!(anna.get("/api/v1/customers").await.status(), 200);
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_a_link_that_works_once() {
    Platform::on_each(async |platform| {
        let anna = platform.person("anna@example.net", platform.provider, Role::ProviderAdministrator).await;
        let ask = async |email: &str| {
            let answer = platform.browser().post("/api/v1/password-resets", &json!({ "email": email })).await;
            (answer.status().as_u16(), answer.text().await.unwrap())
        };
        assert_eq!(
            ask("nobody@example.net").await,
            ask("anna@example.net").await,
            "nobody learns who exists"
        );
        let first = mails::token(&platform.state, "anna@example.net", "password-reset", 0).await;
        assert_eq!(ask("anna@example.net").await.0, 202);
        let second = mails::token(&platform.state, "anna@example.net", "password-reset", 1).await;
        let complete = async |token: &str, password: &str| {
            let body = json!({ "token": token, "password": password });
            platform.browser().post("/api/v1/password-resets/completions", &body).await
        };
        let over = (404, "link_over".to_owned());
        assert_eq!(refused(complete(&first, NEW).await).await, over, "the newer link ended the older");
        let weak = refused(complete(&second, "sommer2026").await).await;
        assert_eq!(weak, (422, "password_too_weak".to_owned()), "and the link is still good");
        assert_eq!(complete(&second, NEW).await.status(), 204);
        assert_eq!(refused(complete(&second, NEW).await).await, over, "it works once");
        assert_eq!(anna.get("/api/v1/sessions/current").await.status(), 401, "every session ended");
        assert_eq!(mails::tokens(&platform.state, "nobody@example.net", "password-reset").len(), 0);
    })
    .await;
}
