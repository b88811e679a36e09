//! The members of an authorisation group.

use actix_web::{HttpResponse, delete, get, post, web};
use cordboard_api::{
    Page, Problem,
    groups::{GroupMember, Members},
};
use cordboard_store::groups as rows;
use cordboard_types::{GroupId, UserId};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::super::{
    access::{GroupsRead, GroupsWrite, InCustomer},
    answer,
    body::Body,
    error::ApiResult,
    query::PageQuery,
};
use crate::services::groups::note;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(add).service(remove);
}

/// Members of a group by extension; those of a predefined one as they follow from the users.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<GroupMember>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/groups/{group}/members")]
async fn list(
    access: InCustomer<GroupsRead>,
    path: web::Path<(Uuid, Uuid)>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let rows = access.read().await?.group_members(GroupId(path.1), &query.into_inner().into()).await?;
    answer::page(rows, message)
}

/// Puts users into a group. Nobody gives more than they may themselves.
#[utoipa::path(request_body = Members, responses(
    (status = 204), (status = 403, description = "`beyond_own_rights`", body = Problem), (status = 404, body = Problem),
    (status = 409, description = "`predefined`", body = Problem),
    (status = 422, description = "`unknown_reference`: no user here, or no group of users", body = Problem),
))]
#[post("/customers/{customer}/groups/{group}/members")]
async fn add(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    body: Body<Members>,
) -> ApiResult<HttpResponse> {
    let (tenant, group) = (access.write().await?, GroupId(path.1));
    access.within_own_rights(tenant.permissions_of_group(group).await?)?;
    let users = body.value.users;
    tenant.add_members(group, &users).await?;
    note(&tenant, &access.actor, "group.add_members", group.0, json!({ "users": users })).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

/// Takes a user out of a group. Standard memberships stay.
#[utoipa::path(responses(
    (status = 204), (status = 404, body = Problem), (status = 409, description = "`predefined`", body = Problem),
))]
#[delete("/customers/{customer}/groups/{group}/members/{user}")]
async fn remove(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let (tenant, group, user) = (access.write().await?, GroupId(path.1), UserId(path.2));
    tenant.remove_member(group, user).await?;
    note(&tenant, &access.actor, "group.remove_member", group.0, json!({ "user": user })).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

/// A member as a message.
pub(in crate::http) fn message(row: rows::GroupMember) -> GroupMember {
    GroupMember { user: row.user, login: row.login, name: row.name, extension: row.extension }
}
