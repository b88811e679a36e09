//! Every endpoint of the API, tried by those who may not: taken from the OpenAPI document, so that a new endpoint is
//! tried without anybody remembering to.

use std::collections::BTreeSet;

use cordboard_server::http::openapi;
use cordboard_types::Role;
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Browser, Platform};

/// Endpoints that need no session: signing in and the look of that page, links out of mails, and what a redirect
/// service signs instead.
const OPEN: &[(&str, &str)] = &[
    ("POST", "/api/v1/sessions"),
    ("POST", "/api/v1/redirect-lookups"),
    ("POST", "/api/v1/password-resets"),
    ("POST", "/api/v1/password-resets/completions"),
    ("POST", "/api/v1/invitation-lookups"),
    ("POST", "/api/v1/invitation-acceptances"),
    ("GET", "/api/v1/branding"),
    ("GET", "/api/v1/branding/logo"),
];

fn endpoints() -> Vec<(Method, String)> {
    let document = serde_json::to_value(openapi::document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = |(path, item): (&String, &Value)| {
        let path = path.clone();
        let names: Vec<_> = item.as_object().unwrap().keys().cloned().collect();
        names.into_iter().map(move |name| (name.to_uppercase().parse().unwrap(), path.clone()))
    };
    paths.iter().flat_map(methods).collect()
}

fn is_open(method: &Method, path: &str) -> bool {
    OPEN.contains(&(method.as_str(), path))
}

/// The path with a customer and ids of nothing else.
fn fill(path: &str, customer: &str) -> String {
    let nowhere = Uuid::nil().to_string();
    path.split('/')
        .map(|part| match part {
            "{customer}" | "{node}" => customer,
            part if part.starts_with('{') => &nowhere,
            part => part,
        })
        .collect::<Vec<_>>()
        .join("/")
}

async fn status(browser: &Browser, method: &Method, path: &str) -> u16 {
    let mut request = browser.request(method.clone(), path).header("if-match", "\"1\"");
    if matches!(*method, Method::POST | Method::PUT | Method::PATCH) {
        request = request.json(&json!({}));
    }
    request.send().await.unwrap().status().as_u16()
}

// proves
#[tokio::test]
async fn nobody_reaches_what_is_not_theirs() {
    let platform = Platform::start().await;
    let ours = platform.customer("Ours").await;
    let theirs = platform.customer("Theirs").await.to_string();
    let stranger = platform.person("ours@example.net", ours.into(), Role::CustomerAdministrator).await;
    let user = platform.person("user@example.net", ours.into(), Role::User).await;
    let all = endpoints();
    assert!(all.len() > 20, "the document lists the endpoints");
    for (method, path) in all.iter().filter(|(method, path)| !is_open(method, path)) {
        let place = fill(path, &theirs);
        assert_eq!(status(&platform.browser(), method, &place).await, 401, "no session: {method} {path}");
        if path.contains("{customer}") || path.contains("{node}") {
            assert_eq!(status(&stranger, method, &place).await, 404, "another tenant: {method} {path}");
            let unknown = fill(path, &Uuid::now_v7().to_string());
            assert_eq!(status(&stranger, method, &unknown).await, 404, "unknown: {method} {path}");
            let own = fill(path, &ours.to_string());
            assert_eq!(status(&user, method, &own).await, 403, "without the right: {method} {path}");
        }
    }
}

#[tokio::test]
async fn foreign_and_unknown_are_one_answer() {
    let platform = Platform::start().await;
    let ours = platform.customer("Ours").await;
    let theirs = platform.customer("Theirs").await;
    let browser = platform.person("ours@example.net", ours.into(), Role::CustomerAdministrator).await;
    let mut answers = BTreeSet::new();
    for id in [theirs.0, Uuid::now_v7()] {
        let response = browser.get(&format!("/api/v1/customers/{id}/devices")).await;
        let mut body: Value = response.json().await.unwrap();
        body.as_object_mut().unwrap().remove("request_id");
        answers.insert(body.to_string());
    }
    assert_eq!(answers.len(), 1, "{answers:?}");
}

#[tokio::test]
async fn a_write_from_another_site_is_refused() {
    let platform = Platform::start().await;
    let ours = platform.customer("Ours").await;
    let browser = platform.person("ours@example.net", ours.into(), Role::CustomerAdministrator).await;
    let path = format!("/api/v1/customers/{ours}/sites");
    let response = browser
        .request(Method::POST, &path)
        .header("sec-fetch-site", "cross-site")
        .json(&json!({ "name": "x", "country": "CH", "time_zone": "Europe/Zurich" }))
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 403);
    let problem: Value = response.json().await.unwrap();
    assert_eq!(problem["code"], "cross_site");
}
