//! `POST /enrolments` and `GET /trust-root`.

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use cordboard_agent_protocol::{EnrolmentReply, EnrolmentRequest, TrustRoot};
use cordboard_store::{StoreError, agents::NewAgent, audit::Actor};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    assertion::Caller,
    error::AgentError,
    frames::{Frame, answer},
    signing,
};
use crate::{State, http::client::address, services::enrolment};

/// Attempts of one address in [`WINDOW`].
const ATTEMPTS: u32 = 10;
const WINDOW: Duration = Duration::from_secs(60);
/// Longest host name and version kept.
const MAX_TEXT: usize = 64;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(enrol).service(keys);
}

/// A one-time token buys an identity and the trust root. Every refusal looks the same.
#[utoipa::path(request_body = EnrolmentRequest, responses(
    (status = 200, body = EnrolmentReply),
    (status = 401, description = "The token is not accepted"),
    (status = 422, description = "Malformed"),
    (status = 429, description = "Too many attempts; `Retry-After` says when to try again"),
))]
#[post("/enrolments")]
async fn enrol(
    state: web::Data<State>,
    request: HttpRequest,
    frame: Frame<EnrolmentRequest>,
) -> Result<HttpResponse, AgentError> {
    let ip = address(&request);
    let verdict = state.cache.hit(&format!("enrolment:{ip}"), WINDOW, ATTEMPTS).await;
    let verdict = verdict.map_err(AgentError::internal)?;
    if !verdict.allowed {
        return Err(AgentError::TooMany(verdict.retry_after_seconds()));
    }
    Ok(answer(&spend(&state, frame.0, ip).await?))
}

async fn spend(state: &State, request: EnrolmentRequest, ip: String) -> Result<EnrolmentReply, AgentError> {
    let new = NewAgent {
        signing_key: key(&request.signing_key.0)?,
        sealing_key: key(&request.sealing_key.0)?,
        host_name: short(&request.host_name),
        software_version: short(&request.software_version),
    };
    let trust_root = signing::newest_root(&state.store).await?;
    let (name, credential) = ("agent".to_owned(), "enrolment token".to_owned());
    let actor = Actor { name, credential, ip, ..Actor::default() };
    let system = state.store.system("an agent enrols").await?;
    let entry = match system.enrol_agent(&enrolment::hash(&request.token), &new, &actor).await {
        Err(StoreError::NotFound) => return Err(AgentError::Rejected),
        other => other?,
    };
    system.commit().await?;
    tracing::info!(agent = %entry.agent, site = %entry.site, "an agent was enrolled");
    Ok(EnrolmentReply { agent: entry.agent, tenant: entry.tenant, site: entry.site, trust_root })
}

fn key(bytes: &[u8]) -> Result<[u8; 32], AgentError> {
    bytes.try_into().map_err(|_| AgentError::Malformed)
}

/// What people read: without control characters, and not longer than a screen has room for.
fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect()
}

/// Every key documents are or were signed with, oldest first.
#[utoipa::path(responses(
    (status = 200, body = [TrustRoot]),
    (status = 401, description = "The assertion is not accepted"),
))]
#[get("/trust-root")]
async fn keys(state: web::Data<State>, _caller: Caller) -> Result<HttpResponse, AgentError> {
    Ok(answer(&signing::trust_root(&state.store).await?))
}
