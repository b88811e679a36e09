//! `GET /state` and `POST /state`.

use actix_web::{HttpResponse, get, post, web};
use cordboard_agent_protocol::{StateChanges, StateItem, StatePage};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    assertion::Caller,
    error::AgentError,
    frames::{Frame, answer},
};
use crate::State;

/// Longest part of an item's key, in bytes.
const MAX_KEY: usize = 64;
/// Longest value, as JSON, in bytes.
const MAX_VALUE: usize = 4096;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(pull).service(push);
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct After {
    /// Position to read on from; 0 at first.
    #[serde(default)]
    after: u64,
}

/// Items after a position, in the order they were taken.
#[utoipa::path(params(After), responses(
    (status = 200, body = StatePage),
    (status = 401, description = "The assertion is not accepted"),
))]
#[get("/state")]
async fn pull(
    state: web::Data<State>,
    caller: Caller,
    query: web::Query<After>,
) -> Result<HttpResponse, AgentError> {
    let tenant = state.store.read(caller.tenant).await?;
    let (items, next) = tenant.state_after(caller.site, query.after, StatePage::MAX).await?;
    Ok(answer(&StatePage { items, next }))
}

/// Items changed on the site. Those that lose are dropped.
#[utoipa::path(request_body = StateChanges, responses(
    (status = 204, description = "Taken"),
    (status = 401, description = "The assertion is not accepted"),
    (status = 422, description = "Malformed"),
))]
#[post("/state")]
async fn push(
    state: web::Data<State>,
    caller: Caller,
    frame: Frame<StateChanges>,
) -> Result<HttpResponse, AgentError> {
    let origin = caller.agent.to_string();
    if frame.0.items.len() > StateChanges::MAX || !frame.0.items.iter().all(|item| is_sound(item, &origin)) {
        return Err(AgentError::Malformed);
    }
    let tenant = state.store.write(caller.tenant).await?;
    for item in &frame.0.items {
        tenant.take_state(caller.site, item).await?;
    }
    tenant.commit().await?;
    Ok(HttpResponse::NoContent().finish())
}

/// An agent speaks for itself only, and within bounds.
fn is_sound(item: &StateItem, origin: &str) -> bool {
    let key = [&item.key.owner_kind, &item.key.owner, &item.key.name];
    let key_is_sound = key.iter().all(|part| part.len() <= MAX_KEY && !part.chars().any(char::is_control));
    key_is_sound
        && item.origin == origin
        && i64::try_from(item.counter).is_ok()
        && item.value.to_string().len() <= MAX_VALUE
        // Postgres keeps no such character.
        && !item.value.to_string().contains("\\u0000")
}
