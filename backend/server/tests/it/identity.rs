//! People: signing in, links out of mails, roles, tokens, acting for others.

mod acting;
mod invitations;
mod mails;
mod passwords;
mod roles;
mod second_factor;
mod sessions;
mod tokens;

use reqwest::{Method, Response};
use serde_json::Value;

use crate::support::Browser;

/// Status and code of a refusal.
async fn refused(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    let problem: Value = response.json().await.unwrap();
    (status, problem["code"].as_str().unwrap_or_default().to_owned())
}

async fn answer(response: Response) -> Value {
    let status = response.status();
    let body: Value = response.json().await.unwrap();
    assert!(status.is_success(), "{status}: {body}");
    body
}

async fn delete(browser: &Browser, path: &str) -> Response {
    browser.request(Method::DELETE, path).send().await.unwrap()
}
