//! API tokens of who is signed in.

use cordboard_api::{
    Page,
    tokens::{NewToken, Token, TokenMinted},
};
use cordboard_types::ApiTokenId;
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, act, get, send},
};

pub(crate) async fn all() -> Answer<Vec<Token>> {
    let page: Page<Token> = get("/tokens").await?;
    Ok(page.items)
}

pub(crate) async fn mint(body: NewToken) -> Answer<TokenMinted> {
    send(Method::POST, "/tokens", &Terms::default(), &body).await
}

pub(crate) async fn end(token: ApiTokenId) -> Answer<()> {
    act(Method::DELETE, &format!("/tokens/{token}"), &Terms::default()).await
}
