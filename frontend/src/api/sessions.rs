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

pub(crate) async fn sign_in(body: SignIn) -> Answer<CurrentSession> {
    send(Method::POST, "/sessions", &Terms::default(), &body).await
}

pub(crate) async fn sign_out() -> Answer<()> {
    act(Method::DELETE, "/sessions/current", &Terms::default()).await
}
