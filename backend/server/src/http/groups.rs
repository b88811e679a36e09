//! Authorisation groups.

mod grants;
mod members;

pub(super) use members::message as member;

use actix_web::{HttpResponse, delete, get, patch, post, web};
use cordboard_api::{
    Page, Problem,
    groups::{Group, GroupChange, NewGroup},
};
use cordboard_store::groups as rows;
use cordboard_types::{GroupId, Standard};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{GroupsRead, GroupsWrite, InCustomer},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
    idempotency::IdempotencyKey,
    query::PageQuery,
};
use crate::services::groups::note;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change).service(remove);
    members::configure(config);
    grants::configure(config);
}

/// Authorisation groups by name.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Group>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/groups")]
async fn list(access: InCustomer<GroupsRead>, query: web::Query<PageQuery>) -> ApiResult<HttpResponse> {
    answer::page(access.read().await?.groups(&query.into_inner().into()).await?, message)
}

/// Makes an authorisation group without members.
#[utoipa::path(request_body = NewGroup, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = Group), (status = 404, body = Problem),
    (status = 422, description = "`name_taken`", body = Problem),
))]
#[post("/customers/{customer}/groups")]
async fn create(
    access: InCustomer<GroupsWrite>,
    key: IdempotencyKey,
    body: Body<NewGroup>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let NewGroup { name, kind } = body.value;
    let id = tenant.create_group(kind, &name).await?;
    note(&tenant, &access.actor, "group.create", id.0, json!({ "name": name, "kind": kind })).await?;
    let message = message(tenant.group(id).await?);
    once.finish(tenant, &message).await
}

/// One authorisation group.
#[utoipa::path(responses((status = 200, body = Group), (status = 404, body = Problem)))]
#[get("/customers/{customer}/groups/{group}")]
async fn read(access: InCustomer<GroupsRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let row = access.read().await?.group(GroupId(path.1)).await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Renames an authorisation group.
#[utoipa::path(request_body = GroupChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Group), (status = 404, body = Problem),
    (status = 409, description = "`predefined`", body = Problem), (status = 412, body = Problem),
    (status = 422, description = "`name_taken`", body = Problem),
))]
#[patch("/customers/{customer}/groups/{group}")]
async fn change(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<GroupChange>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, GroupId(path.1));
    tenant.rename_group(id, version.0, &body.value.name).await?;
    note(&tenant, &access.actor, "group.change", id.0, json!({ "name": body.value.name })).await?;
    let row = tenant.group(id).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Removes an authorisation group with what it grants and what is granted on it. Predefined ones stay.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 409, description = "`predefined`", body = Problem),
    (status = 412, body = Problem),
))]
#[delete("/customers/{customer}/groups/{group}")]
async fn remove(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, GroupId(path.1));
    let name = tenant.group(id).await?.name;
    tenant.delete_group(id, version.0).await?;
    note(&tenant, &access.actor, "group.delete", id.0, json!({ "name": name })).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

fn message(row: rows::Group) -> Group {
    Group {
        id: row.id,
        name: row.name,
        kind: row.kind,
        standard: row.standard,
        derived: row.standard.is_some_and(Standard::is_derived),
        members: row.members,
        created_at: row.created_at,
        version: row.version,
    }
}
