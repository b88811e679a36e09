//! Pickup groups.

use actix_web::{HttpResponse, delete, get, patch, post, put, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    groups::{GroupChange, GroupMember, Members, NewPickupGroup, PickupGroup},
};
use cordboard_store::{StoreError, Taken, pickup_groups as rows};
use cordboard_types::{Invalid, PickupGroupId};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{GroupsRead, GroupsWrite, InCustomer},
    answer,
    body::Body,
    conditional::IfMatch,
    error::{ApiError, ApiResult, Reason},
    groups::member,
    idempotency::IdempotencyKey,
    query::PageQuery,
};
use crate::services::groups::note;

/// Highest number: what a function key has room for.
const HIGHEST: u32 = 999_999_999;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change).service(remove);
    config.service(list_members).service(set_members);
}

/// Pickup groups by number.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<PickupGroup>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/pickup-groups")]
async fn list(access: InCustomer<GroupsRead>, query: web::Query<PageQuery>) -> ApiResult<HttpResponse> {
    answer::page(access.read().await?.pickup_groups(&query.into_inner().into()).await?, message)
}

/// Makes a pickup group without members.
#[utoipa::path(request_body = NewPickupGroup, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = PickupGroup), (status = 404, body = Problem),
    (status = 422, description = "`name_taken`, `number_taken`", body = Problem),
))]
#[post("/customers/{customer}/pickup-groups")]
async fn create(
    access: InCustomer<GroupsWrite>,
    key: IdempotencyKey,
    body: Body<NewPickupGroup>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let NewPickupGroup { name, number } = body.value;
    if number.is_some_and(|number| !(1..=HIGHEST).contains(&number)) {
        return Err(ApiError::field(ErrorCode::Invalid, "/number", Reason::Invalid(Invalid::Choice)));
    }
    let id = tenant.create_pickup_group(&name, number).await.map_err(number_taken)?;
    note(&tenant, &access.actor, "pickup_group.create", id.0, json!({ "name": name })).await?;
    let message = message(tenant.pickup_group(id).await?);
    once.finish(tenant, &message).await
}

fn number_taken(error: StoreError) -> ApiError {
    match error {
        StoreError::Taken(Taken::Other) => ApiError::at(ErrorCode::NumberTaken, "/number"),
        other => other.into(),
    }
}

/// One pickup group.
#[utoipa::path(responses((status = 200, body = PickupGroup), (status = 404, body = Problem)))]
#[get("/customers/{customer}/pickup-groups/{group}")]
async fn read(access: InCustomer<GroupsRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let row = access.read().await?.pickup_group(PickupGroupId(path.1)).await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Renames a pickup group; its number stays, because function keys name it.
#[utoipa::path(request_body = GroupChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = PickupGroup), (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, description = "`name_taken`", body = Problem),
))]
#[patch("/customers/{customer}/pickup-groups/{group}")]
async fn change(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<GroupChange>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, PickupGroupId(path.1));
    tenant.rename_pickup_group(id, version.0, &body.value.name).await?;
    note(&tenant, &access.actor, "pickup_group.change", id.0, json!({ "name": body.value.name })).await?;
    let row = tenant.pickup_group(id).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Removes a pickup group.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 412, body = Problem),
))]
#[delete("/customers/{customer}/pickup-groups/{group}")]
async fn remove(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, PickupGroupId(path.1));
    let name = tenant.pickup_group(id).await?.name;
    tenant.delete_pickup_group(id, version.0).await?;
    note(&tenant, &access.actor, "pickup_group.delete", id.0, json!({ "name": name })).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

/// Members of a pickup group by extension.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<GroupMember>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/pickup-groups/{group}/members")]
async fn list_members(
    access: InCustomer<GroupsRead>,
    path: web::Path<(Uuid, Uuid)>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let tenant = access.read().await?;
    answer::page(tenant.pickup_members(PickupGroupId(path.1), &query.into_inner().into()).await?, member)
}

/// Gives a pickup group exactly these members.
#[utoipa::path(request_body = Members, params(("If-Match" = String, Header)), responses(
    (status = 200, body = PickupGroup), (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, description = "`unknown_reference`", body = Problem),
))]
#[put("/customers/{customer}/pickup-groups/{group}/members")]
async fn set_members(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<Members>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, PickupGroupId(path.1));
    let users = body.value.users;
    tenant.set_pickup_members(id, version.0, &users).await?;
    note(&tenant, &access.actor, "pickup_group.members", id.0, json!({ "users": users })).await?;
    let row = tenant.pickup_group(id).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

fn message(row: rows::PickupGroup) -> PickupGroup {
    PickupGroup {
        id: row.id,
        number: row.number,
        name: row.name,
        members: row.members,
        created_at: row.created_at,
        version: row.version,
    }
}
