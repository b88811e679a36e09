//! The trail a request leaves in the audit log (ADR 12): a row before its work, one after it. The permission a
//! handler takes opens the operation and hands it on in the actor; the work's own audit row closes it with its
//! commit; what no row has closed when the answer leaves is closed here. Handlers know nothing of it.

mod actions;
mod strangers;

pub use strangers::Strangers;

use actix_web::{
    Error, HttpMessage, HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web,
};
use cordboard_api::ErrorCode;
use cordboard_store::{
    Store,
    audit::{Actor, Begun, Entry},
};
use cordboard_types::{NodeId, Permission, TenantId};
use serde_json::{Value, json};

use super::{access, client, error::ApiError, problem, session::SignedIn};
use crate::State;
use strangers::Refusal;

/// The actor of an operation that was opened.
#[derive(Clone)]
struct Opened(Actor);

/// What somebody tried to sign in as.
struct Tried(String);

/// Opens the operation of a request that writes, in the chain of `tenant` or the platform's. Once; a read opens
/// nothing.
///
/// # Errors
/// When the row cannot be written; then the work must not be done.
pub(super) async fn open(
    request: &HttpRequest,
    who: &mut SignedIn,
    tenant: Option<TenantId>,
    node: Option<NodeId>,
) -> Result<(), ApiError> {
    if is_read(request.method()) {
        return Ok(());
    }
    if let Some(Opened(actor)) = opened(request) {
        who.actor = actor;
        return Ok(());
    }
    let store = access::state_of(request)?.store;
    store.open_operation(&mut who.actor, begun(request, tenant, node)).await?;
    request.extensions_mut().insert(Opened(who.actor.clone()));
    Ok(())
}

/// Writes down that a permission was missing: a write's operation is closed by it.
///
/// # Errors
/// When the row cannot be written.
pub(super) async fn deny(
    store: &Store,
    actor: &Actor,
    (tenant, node): (Option<TenantId>, Option<NodeId>),
    permission: Permission,
    code: ErrorCode,
) -> Result<(), ApiError> {
    let detail = json!({ "permission": permission });
    if actor.operation.is_some() {
        return Ok(store.close_operation(actor, "denied", Some(code.as_str()), detail).await?);
    }
    let (action, target_kind, target_id) = (actions::READ, "node", node.map(Into::into));
    let system = store.system("record a denial").await?;
    let entry = Entry { action, target_kind, target_id, outcome: "denied", detail };
    system.audit(tenant, actor, entry).await?;
    Ok(system.commit().await?)
}

/// Leaves beside the request what somebody tried to sign in as.
pub(super) fn tried(request: &HttpRequest, email: &str) {
    request.extensions_mut().insert(Tried(email.to_owned()));
}

/// Closes what is open when an answer leaves, and counts what nobody signed in was refused.
///
/// # Errors
/// Those of the inner layers.
pub async fn follow(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let state = request.app_data::<web::Data<State>>().cloned();
    let answer = next.call(request).await?.map_into_boxed_body();
    if let Some(state) = state
        && let Err(error) = settle(&state, &answer).await
    {
        // The answer stands; an operation without its closing row shows that something went wrong.
        tracing::error!(%error, "an operation was not closed in the audit log");
    }
    Ok(answer)
}

async fn settle(state: &State, answer: &ServiceResponse<BoxBody>) -> cordboard_store::Result<()> {
    let request = answer.request();
    let code = answer.response().error().map(problem::code);
    if let Some(Opened(actor)) = opened(request) {
        return close(&state.store, &actor, code).await;
    }
    let Some(code) = code.filter(|code| is_told(request, *code)) else { return Ok(()) };
    let known = request.extensions().get::<SignedIn>().map(|who| who.actor.clone());
    match known {
        Some(mut actor) if !is_read(request.method()) => {
            state.store.open_operation(&mut actor, begun(request, None, None)).await?;
            close(&state.store, &actor, Some(code)).await
        }
        Some(_) => Ok(()),
        None => {
            state.strangers.note(refusal(request, code));
            Ok(())
        }
    }
}

async fn close(store: &Store, actor: &Actor, code: Option<ErrorCode>) -> cordboard_store::Result<()> {
    let outcome = match code.map(ErrorCode::status) {
        None => "done",
        Some(401 | 403 | 429) => "denied",
        Some(_) => "failed",
    };
    store.close_operation(actor, outcome, code.map(ErrorCode::as_str), Value::Null).await
}

/// What concerns the log though no operation was opened: writes, and reads of nobody.
fn is_told(request: &HttpRequest, code: ErrorCode) -> bool {
    let is_api = request.path().starts_with(cordboard_api::BASE);
    is_api && (code.status() == 401 || !is_read(request.method()))
}

fn is_read(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn opened(request: &HttpRequest) -> Option<Opened> {
    request.extensions().get::<Opened>().cloned()
}

fn refusal(request: &HttpRequest, code: ErrorCode) -> Refusal {
    Refusal {
        action: actions::of(request),
        ip: client::address(request),
        user_agent: client::user_agent(request),
        code: code.as_str(),
        tried: request.extensions().get::<Tried>().map(|tried| tried.0.clone()),
    }
}

/// The action, and what the path names of its kind.
fn begun(request: &HttpRequest, tenant: Option<TenantId>, node: Option<NodeId>) -> Begun {
    let action = actions::of(request);
    let target_kind = actions::kind(action);
    let target_id = request.match_info().get(target_kind).and_then(|text| text.parse().ok());
    Begun { action, target_kind, target_id, tenant, node }
}
