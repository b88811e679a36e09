//! `GET /document`.

use actix_web::{HttpResponse, get, web};
use cordboard_agent_protocol::Envelope;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{assertion::Caller, error::AgentError, frames::answer, sealing};
use crate::State;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(document);
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct After {
    /// Sequence of the newest document the agent has seen; 0 before the first.
    #[serde(default)]
    after: u64,
}

/// The newest document when it is newer than `after`.
#[utoipa::path(params(After), responses(
    (status = 200, body = Envelope),
    (status = 204, description = "Nothing newer"),
    (status = 401, description = "The assertion is not accepted"),
))]
#[get("/document")]
async fn document(
    state: web::Data<State>,
    caller: Caller,
    query: web::Query<After>,
) -> Result<HttpResponse, AgentError> {
    let newest = sealing::newest(&state.store, caller.tenant, caller.agent).await?;
    let Some((release, sequence)) = newest.filter(|(_, sequence)| *sequence > query.after) else {
        return Ok(HttpResponse::NoContent().finish());
    };
    let envelope = sealing::envelope(&state.store, caller.tenant, caller.agent, release, sequence).await?;
    let tenant = state.store.write(caller.tenant).await?;
    tenant.site_delivered(caller.site, release).await?;
    tenant.commit().await?;
    Ok(answer(&envelope))
}
