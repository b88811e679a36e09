//! `cordboard serve` beside the services of production, and two of them beside each other.

use std::time::Duration;

use cordboard_store::testing;
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use rustix::process::Signal;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{Operator, PASSWORD, http, text, told_to_stop};
use crate::integrations::service;

const EMAIL: &str = "operator@provider.example";

/// The services there are, as settings.
fn services() -> Vec<(&'static str, String)> {
    let names = [
        ("CORDBOARD_REDIS_URL", "CORDBOARD_TEST_REDIS_URL"),
        ("CORDBOARD_S3_ENDPOINT", "CORDBOARD_TEST_S3_ENDPOINT"),
        ("CORDBOARD_S3_REGION", "CORDBOARD_TEST_S3_REGION"),
        ("CORDBOARD_S3_BUCKET", "CORDBOARD_TEST_S3_BUCKET"),
        ("CORDBOARD_S3_ACCESS_KEY_ID", "CORDBOARD_TEST_S3_ACCESS_KEY"),
        ("CORDBOARD_S3_SECRET_ACCESS_KEY", "CORDBOARD_TEST_S3_SECRET_KEY"),
        ("CORDBOARD_SMTP_URL", "CORDBOARD_TEST_SMTP_URL"),
    ];
    names.iter().filter_map(|(setting, variable)| Some((*setting, service(variable)?))).collect()
}

/// A browser at one replica.
struct Browser<'a> {
    replica: &'a Operator,
    cookie: String,
}

impl Browser<'_> {
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let url = format!("http://{}/api/v1{path}", self.replica.web());
        http().request(method, url).header("cookie", &self.cookie)
    }

    async fn create(&self, path: &str, body: &Value) -> Value {
        let answer = self.request(Method::POST, path).json(body).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::CREATED, "{path}");
        answer.json().await.unwrap()
    }
}

async fn sign_in(replica: &Operator) -> Browser<'_> {
    let browser = Browser { replica, cookie: String::new() };
    let body = json!({ "email": EMAIL, "password": PASSWORD.trim() });
    let answer = browser.request(Method::POST, "/sessions").json(&body).send().await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    Browser { replica, cookie }
}

/// Reads until a line holds `word`.
async fn heard(stream: &mut Response, word: &str) -> String {
    let reading = async {
        let mut all = String::new();
        while !all.contains(word) {
            all.push_str(&text(&stream.chunk().await.unwrap().expect("the stream goes on")));
        }
        all
    };
    timeout(Duration::from_secs(10), reading).await.unwrap_or_else(|_| panic!("{word} was not heard"))
}

fn prepared(url: &str) -> Operator {
    let mut operator = Operator::new();
    operator.settings.push(("CORDBOARD_DATABASE_URL", url.to_owned()));
    operator.settings.extend(services());
    operator.good(&["keys", "init"]);
    operator.good(&["migrate"]);
    let place = ["--role", "provider-administrator", "--provider", "Provider"];
    let made = operator.create_admin(EMAIL, PASSWORD, &place);
    assert!(made.status.success(), "{}", text(&made.stderr));
    operator
}

/// A second replica: its own folder and ports, the same keys and services.
fn beside(first: &Operator) -> Operator {
    let mut second = Operator::new();
    second.settings.clone_from(&first.settings);
    let keys = first.data().join("master-keys.json");
    second.settings.push(("CORDBOARD_MASTER_KEY_FILE", keys.display().to_string()));
    second
}

#[tokio::test]
async fn a_stop_ends_open_streams_as_their_end() {
    testing::on_each_url(async |url| {
        let operator = prepared(&url);
        let server = operator.start(&["serve"]);
        operator.ready().await;
        let browser = sign_in(&operator).await;
        let new = json!({ "name": "Customer", "country": "DE", "site_name": "Office" });
        let customer = browser.create("/customers", &new).await["id"].as_str().unwrap().to_owned();
        let events = browser.request(Method::GET, &format!("/customers/{customer}/events"));
        let mut events = events.send().await.unwrap();
        heard(&mut events, "connected").await;
        let stopping = tokio::spawn(told_to_stop(server, Signal::TERM));
        while let Some(rest) = events.chunk().await.expect("an end and no cut") {
            assert!(!rest.is_empty());
        }
        assert!(stopping.await.unwrap().status.success());
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn replicas_share_sessions_and_hear_each_others_changes() {
    testing::on_each_url(async |url| {
        // An embedded database is one process's, and without Redis nobody carries notices.
        if url.starts_with("sqlite:") || service("CORDBOARD_TEST_REDIS_URL").is_none() {
            return Ok(());
        }
        let one = prepared(&url);
        let two = beside(&one);
        let servers = [one.start(&["serve"]), two.start(&["serve"])];
        one.ready().await;
        two.ready().await;
        let at_one = sign_in(&one).await;
        let at_two = Browser { replica: &two, cookie: at_one.cookie.clone() };
        let new = json!({ "name": "Customer", "country": "DE", "site_name": "Office" });
        let customer = at_one.create("/customers", &new).await["id"].as_str().unwrap().to_owned();
        let events = at_two.request(Method::GET, &format!("/customers/{customer}/events"));
        let mut events = events.send().await.unwrap();
        assert_eq!(events.status(), StatusCode::OK, "the session is known everywhere");
        heard(&mut events, "connected").await;
        let user = json!({ "name": "Somebody", "extension": "201" });
        let user = at_one.create(&format!("/customers/{customer}/users"), &user).await;
        let heard = heard(&mut events, user["id"].as_str().unwrap()).await;
        assert!(heard.contains(r#""topic":"user""#), "{heard}");
        drop(events);
        for server in servers {
            assert!(told_to_stop(server, Signal::TERM).await.status.success());
        }
        Ok(())
    })
    .await
    .unwrap();
}
