//! API tokens: `Authorization: Bearer cb_…`. Worth what their owner may at this moment, within their scope.

use actix_web::{HttpRequest, http::header};
use cordboard_domain::access::Principal;
use cordboard_store::{Result, audit::Actor};

use super::{SignedIn, hash};
use crate::{
    State,
    http::{client, problem},
};

/// What a token begins with, so that a secret scanner finds one that was lost.
pub const PREFIX: &str = "cb_";

/// The token a request shows, if it shows one.
pub(super) fn shown(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").map(str::trim)
}

pub(super) async fn enter(state: &State, request: &HttpRequest, token: &str) -> Result<Option<SignedIn>> {
    if !token.starts_with(PREFIX) {
        return Ok(None);
    }
    let system = state.store.system_read("recognise a token").await?;
    let Some(token) = system.find_token(&hash(token)).await? else { return Ok(None) };
    let person = system.person(token.person).await?;
    let principal = system.principal(token.person).await?;
    drop(system);
    let ip = client::address(request);
    if token.use_is_to_be_noted(state.store.now()) {
        let system = state.store.system("note a token's use").await?;
        system.note_token_use(token.id, &ip).await?;
        system.commit().await?;
    }
    let actor = Actor {
        id: Some(person.id.0),
        name: person.email.to_string(),
        on_behalf_of: None,
        credential: format!("token {}", token.id),
        ip,
        request_id: problem::request_id(request),
    };
    Ok(Some(SignedIn {
        person: person.id,
        email: person.email,
        session: None,
        due: None,
        acting: None,
        principal: Principal { scope: Some(token.scope()), ..principal },
        actor,
    }))
}
