//! Redirect services: who they are, and what they may ask.

mod lookup;
mod signature;

use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, get, http::header::HeaderMap, post, web};
use base64::{Engine, engine::general_purpose::STANDARD};
use cordboard_api::{
    ErrorCode, Page, Problem,
    redirects::{NewRedirectService, RedirectLookup, RedirectService, RedirectTarget},
};
use cordboard_store::{
    audit::{Actor, Entry},
    redirects as rows,
};
use cordboard_types::{Invalid, RedirectServiceId};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    access::{RedirectServicesWrite, Somewhere},
    answer,
    body::{self, Body},
    client,
    error::{ApiError, ApiResult, Reason},
};
use crate::State;
use signature::{Signature, TOLERANCE};

/// How long a nonce is remembered: as long as its signature could be shown again.
const NONCE_LIFE: Duration = Duration::from_secs(2 * TOLERANCE.unsigned_abs() + 10);
const WINDOW: Duration = Duration::from_secs(60);
/// Signatures of one address that may fail in a minute.
const FAILURES: u32 = 60;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(look_up);
}

/// The redirect services that may ask, oldest first; all of them, there are few.
#[utoipa::path(responses((status = 200, body = Page<RedirectService>), (status = 403, body = Problem)))]
#[get("/redirect-services")]
async fn list(state: web::Data<State>, _access: Somewhere<RedirectServicesWrite>) -> ApiResult<HttpResponse> {
    let rows = state.store.system_read("list redirect services").await?.redirect_services().await?;
    answer::ok(&Page { items: rows.into_iter().map(message).collect(), next: None })
}

/// Makes a redirect service known by its Ed25519 public key.
#[utoipa::path(request_body = NewRedirectService, responses(
    (status = 201, body = RedirectService), (status = 403, body = Problem), (status = 422, body = Problem),
))]
#[post("/redirect-services")]
async fn create(
    state: web::Data<State>,
    access: Somewhere<RedirectServicesWrite>,
    body: Body<NewRedirectService>,
) -> ApiResult<HttpResponse> {
    let NewRedirectService { name, public_key } = body.value;
    let key = STANDARD.decode(public_key).ok().and_then(|bytes| bytes.try_into().ok());
    let refused = || ApiError::field(ErrorCode::Invalid, "/public_key", Reason::Invalid(Invalid::Choice));
    let system = state.store.system("make a redirect service known").await?;
    let row = system.create_redirect_service(&name, key.ok_or_else(refused)?).await?;
    let entry = Entry {
        action: "redirect_service.create",
        target_kind: "redirect_service",
        target_id: Some(row.id.0),
        outcome: "done",
        detail: json!({ "name": name }),
    };
    system.audit(None, &access.who.actor, entry).await?;
    system.commit().await?;
    answer::created(&message(row))
}

/// Where a MAC is to go: signed by a redirect service (RFC 9421, Ed25519, over `@method`, `@path` and
/// `content-digest`, with `created`, `keyid` and a `nonce` used once).
#[utoipa::path(request_body = RedirectLookup, responses(
    (status = 200, body = RedirectTarget), (status = 401, body = Problem), (status = 404, body = Problem),
    (status = 422, body = Problem), (status = 429, body = Problem),
))]
#[post("/redirect-lookups")]
async fn look_up(
    state: web::Data<State>,
    request: HttpRequest,
    bytes: web::Bytes,
) -> ApiResult<HttpResponse> {
    let address = client::address(&request);
    let service = match authenticate(&state, &request, &bytes).await? {
        Some(service) => service,
        None => return Err(refuse(&state, &address).await?),
    };
    let asked = body::parse::<RedirectLookup>(&bytes)?.value;
    let actor = Actor {
        name: service.name.to_string(),
        credential: format!("signature {}", service.id),
        ..client::actor(&request)
    };
    answer::ok(&lookup::answer(&state, &actor, &asked).await?)
}

/// The service whose signature holds. A nonce counts as used only after its signature has held, so that
/// nobody else can use it up.
async fn authenticate(
    state: &State,
    request: &HttpRequest,
    bytes: &[u8],
) -> ApiResult<Option<rows::RedirectService>> {
    let Some((signature, id)) = claimed(request.headers()) else { return Ok(None) };
    let system = state.store.system_read("check a redirect service's signature").await?;
    let service = match system.redirect_service(id).await {
        Err(cordboard_store::StoreError::NotFound) => return Ok(None),
        service => service?,
    };
    let (method, path) = (request.method().as_str(), request.uri().path());
    if !signature.verifies(&service.public_key, method, path, bytes, state.store.now()) {
        return Ok(None);
    }
    let nonce = format!("redirect nonce {id} {}", signature.nonce);
    let is_first = state.cache.claim_once(&nonce, NONCE_LIFE).await.map_err(ApiError::internal)?;
    Ok(is_first.then_some(service))
}

fn claimed(headers: &HeaderMap) -> Option<(Signature<'_>, RedirectServiceId)> {
    let signature = Signature::read(headers)?;
    let id = signature.key_id.parse().ok()?;
    Some((signature, id))
}

async fn refuse(state: &State, address: &str) -> ApiResult<ApiError> {
    tracing::warn!(ip = address, "a redirect lookup without a signature that holds");
    let verdict = state.cache.hit(&format!("redirect signature {address}"), WINDOW, FAILURES).await;
    let verdict = verdict.map_err(ApiError::internal)?;
    Ok(match verdict.allowed {
        true => ErrorCode::WrongSignature.into(),
        false => ApiError::rate_limited(verdict.retry_after_seconds()),
    })
}

fn message(row: rows::RedirectService) -> RedirectService {
    RedirectService { id: row.id, name: row.name, created_at: row.created_at }
}
