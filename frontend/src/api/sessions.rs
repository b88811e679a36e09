//! Signing in and out, and the sessions of who is signed in.

use cordboard_api::{
    Page,
    sessions::{CurrentSession, ListedSession, SecondFactor, SignIn},
};
use cordboard_types::{NodeId, PersonId, SessionId};
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

pub(crate) async fn second_factor(code: String) -> Answer<CurrentSession> {
    let body = SecondFactor { code };
    send(Method::POST, "/sessions/current/second-factor", &Terms::default(), &body).await
}

pub(crate) async fn sign_out() -> Answer<()> {
    act(Method::DELETE, "/sessions/current", &Terms::default()).await
}

/// One's sessions, the last used first.
pub(crate) async fn all() -> Answer<Vec<ListedSession>> {
    let page: Page<ListedSession> = get("/sessions").await?;
    Ok(page.items)
}

pub(crate) async fn end(session: SessionId) -> Answer<()> {
    act(Method::DELETE, &format!("/sessions/{session}"), &Terms::default()).await
}

/// Ends every session of one's own but this one.
pub(crate) async fn end_others() -> Answer<()> {
    act(Method::DELETE, "/sessions", &Terms::default()).await
}

/// Goes on as somebody else for a while.
pub(crate) async fn act_as(node: NodeId, person: PersonId) -> Answer<()> {
    act(Method::POST, &format!("/nodes/{node}/people/{person}/acting"), &Terms::default()).await
}

pub(crate) async fn stop_acting() -> Answer<()> {
    act(Method::DELETE, "/sessions/current/acting", &Terms::default()).await
}
