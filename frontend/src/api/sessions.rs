//! Signing in and out.

use cordboard_api::sessions::{CurrentSession, SignIn};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, act, get, send},
};

pub(crate) async fn current() -> Answer<CurrentSession> {
    get("/sessions/current").await
}

/// Signs in and asks who that is: the answer to the first is the cookie.
pub(crate) async fn sign_in(body: SignIn) -> Answer<CurrentSession> {
    let _: serde_json::Value = send(Method::POST, "/sessions", &Terms::default(), &body).await?;
    current().await
}

pub(crate) async fn sign_out() -> Answer<()> {
    act(Method::DELETE, "/sessions/current", &Terms::default()).await
}
