//! Limits and entitlements: set by providers, used by customers.

use actix_web::{HttpResponse, delete, get, put, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    limits::{LimitChange, OwnLimit, UsageList},
};
use cordboard_store::{
    System,
    audit::Entry,
    settings::{Key, NewValue, Own},
};
use cordboard_types::{LimitName, NodeId};
use serde_json::{Value, json};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{CustomersRead, InCustomer, InNode, LimitsWrite, SettingsRead},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
};
use crate::{
    State,
    services::{settings, usage},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(read_usage).service(list).service(change).service(remove);
}

/// What a customer has and may have, with where each limit comes from and how near it is.
#[utoipa::path(responses((status = 200, body = UsageList), (status = 404, body = Problem)))]
#[get("/customers/{customer}/usage")]
async fn read_usage(access: InCustomer<CustomersRead>) -> ApiResult<HttpResponse> {
    let rows = access.read().await?.usage().await?;
    answer::ok(&UsageList { items: rows.into_iter().map(usage::message).collect() })
}

/// The limits set in a node itself; all of them, there are few.
#[utoipa::path(responses((status = 200, body = Page<OwnLimit>), (status = 404, body = Problem)))]
#[get("/nodes/{node}/limits")]
async fn list(state: web::Data<State>, access: InNode<SettingsRead>) -> ApiResult<HttpResponse> {
    let path = state.store.system_read("list limits").await?.settings_on_path(access.node).await?;
    let own = path.iter().filter(|own| own.node == access.node).filter_map(message);
    answer::ok(&Page { items: own.collect(), next: None })
}

/// Sets a limit in a node, for every customer below; in force at once. What there is already stays.
#[utoipa::path(request_body = LimitChange, params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 409, description = "`setting_locked`", body = Problem),
    (status = 412, body = Problem), (status = 422, body = Problem),
))]
#[put("/nodes/{node}/limits/{name}")]
async fn change(
    state: web::Data<State>,
    access: InNode<LimitsWrite>,
    path: web::Path<(Uuid, String)>,
    version: IfMatch,
    body: Body<LimitChange>,
) -> ApiResult<HttpResponse> {
    let key = named(&path.1)?;
    let system = state.store.system("change a limit").await?;
    settings::may_be_set(&system, access.node, access.kind, key).await?;
    let before = own(&system, access.node, key).await?;
    let (value, locked) = (json!(body.value.value), body.value.lock);
    let new = NewValue { key, value: &value, locked, by: &access.actor.name };
    system.set(access.node, version.0, &new).await?;
    audit(system, &access, &path.1, before, key).await
}

/// Takes a node's own limit away: the inherited one is in force again.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 412, body = Problem),
))]
#[delete("/nodes/{node}/limits/{name}")]
async fn remove(
    state: web::Data<State>,
    access: InNode<LimitsWrite>,
    path: web::Path<(Uuid, String)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let key = named(&path.1)?;
    let system = state.store.system("change a limit").await?;
    let before = own(&system, access.node, key).await?;
    system.unset(access.node, key, version.0).await?;
    audit(system, &access, &path.1, before, key).await
}

async fn audit(
    system: System,
    access: &InNode<LimitsWrite>,
    name: &str,
    before: Value,
    key: Key,
) -> ApiResult<HttpResponse> {
    let detail = json!({ "limit": name, "before": before, "after": own(&system, access.node, key).await? });
    let (action, target_id) = ("limit.change", Some(access.node.0));
    let entry = Entry { action, target_kind: "node", target_id, outcome: "done", detail };
    system.audit(access.tenant(), &access.actor, entry).await?;
    system.commit().await?;
    Ok(answer::done())
}

async fn own(system: &System, node: NodeId, key: Key) -> ApiResult<Value> {
    let path = system.setting_on_path(node, key).await?;
    let own = path.into_iter().find(|own| own.node == node);
    Ok(own.map_or(Value::Null, |own| json!({ "value": own.value, "locked": own.locked })))
}

fn named(text: &str) -> ApiResult<Key> {
    LimitName::parse(text).map(Key::Limit).map_err(|_| ErrorCode::NotFound.into())
}

fn message(own: &Own) -> Option<OwnLimit> {
    let Key::Limit(name) = own.key else { return None };
    let (by, value) = (own.by.clone(), own.value.as_u64()?);
    Some(OwnLimit { name, value, locked: own.locked, at: own.at, by, version: own.version })
}
