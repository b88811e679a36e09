//! A customer at work: an administrator's browser, one site, users and devices through the API.

use cordboard_types::{Role, TenantId};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::{Value, json};

use crate::support::{Browser, Platform};

pub const YEALINK: &str = "yealink/t4x/T46U";
pub const SNOM: &str = "snom/d7xx/D785";
pub const DECT: &str = "gigaset/n670/N670";

/// One customer and who administers it.
pub struct Office {
    pub id: TenantId,
    pub browser: Browser,
}

impl Office {
    pub async fn new(platform: &Platform, name: &str) -> Self {
        let id = platform.customer(name).await;
        let email = format!("{}@example.net", name.to_lowercase());
        let browser = platform.person(&email, id.into(), Role::CustomerAdministrator).await;
        Self { id, browser }
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/api/v1/customers/{}{rest}", self.id)
    }

    pub fn request(&self, method: Method, rest: &str) -> RequestBuilder {
        self.browser.request(method, &self.path(rest))
    }

    pub async fn get(&self, rest: &str) -> Value {
        let response = self.browser.get(&self.path(rest)).await;
        assert_eq!(response.status(), 200, "{rest}");
        response.json().await.unwrap()
    }

    pub async fn items(&self, rest: &str) -> Vec<Value> {
        self.get(rest).await["items"].as_array().unwrap().clone()
    }

    pub async fn post(&self, rest: &str, body: &Value) -> Response {
        self.browser.post(&self.path(rest), body).await
    }

    /// Creates and expects it to work.
    pub async fn create(&self, rest: &str, body: &Value) -> Value {
        let response = self.post(rest, body).await;
        let status = response.status();
        let answer: Value = response.json().await.unwrap();
        assert_eq!(status, 201, "{answer}");
        answer
    }

    /// Changes a resource at the version it has.
    pub async fn change(&self, rest: &str, body: &Value) -> Response {
        let version = self.get(rest).await["version"].as_i64().unwrap();
        self.request(Method::PATCH, rest)
            .header("if-match", format!("\"{version}\""))
            .json(body)
            .send()
            .await
            .unwrap()
    }

    pub async fn delete(&self, rest: &str) -> Response {
        let version = self.get(rest).await["version"].as_i64().unwrap();
        let request = self.request(Method::DELETE, rest).header("if-match", format!("\"{version}\""));
        request.send().await.unwrap()
    }

    /// A user; answers the user.
    pub async fn user(&self, name: &str, extension: &str) -> Value {
        self.create("/users", &json!({ "name": name, "extension": extension })).await
    }

    /// A phone on a line; answers the device.
    pub async fn phone(&self, model: &str, line: &Value, mac: Option<&str>) -> Value {
        let mut body = json!({ "model": model, "line": line });
        if let Some(mac) = mac {
            body["mac"] = json!(mac);
        }
        self.create("/devices", &body).await
    }

    /// Tells phones where to register.
    pub async fn set_registrar(&self, host: &str) {
        let site = text(&self.items("/sites").await[0]["id"]);
        let registrar = json!({ "registrar": { "host": host, "port": 5060, "transport": "udp" } });
        let response = self.change(&format!("/sites/{site}"), &registrar).await;
        assert_eq!(response.status(), 200);
    }

    /// Publishes all that changed; answers the targets.
    pub async fn publish(&self) -> Vec<Value> {
        let published = self.create("/releases", &json!({})).await;
        published["targets"].as_array().unwrap().clone()
    }

    /// The problem of a refused create.
    pub async fn refused(&self, rest: &str, body: &Value) -> Refusal {
        Refusal::of(self.post(rest, body).await).await
    }
}

/// What a problem answer says.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    pub status: u16,
    pub code: String,
    /// JSON pointer and reason of each field.
    pub fields: Vec<(String, String)>,
}

impl Refusal {
    pub async fn of(response: Response) -> Self {
        let status = response.status().as_u16();
        let kind = response.headers().get("content-type").unwrap().to_str().unwrap().to_owned();
        let body: Value = response.json().await.unwrap();
        assert_eq!(kind, "application/problem+json", "{body}");
        assert!(!text(&body["title"]).is_empty());
        let fields = body["errors"].as_array().cloned().unwrap_or_default();
        let field = |field: &Value| (text(&field["pointer"]), text(&field["code"]));
        Self { status, code: text(&body["code"]), fields: fields.iter().map(field).collect() }
    }

    pub fn new(status: u16, code: &str, fields: &[(&str, &str)]) -> Self {
        let field = |(pointer, code): &(&str, &str)| ((*pointer).to_owned(), (*code).to_owned());
        Self { status, code: code.to_owned(), fields: fields.iter().map(field).collect() }
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
