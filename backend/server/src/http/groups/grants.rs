//! What an authorisation group grants.

use actix_web::{HttpResponse, delete, get, post, web};
use cordboard_api::{
    Page, Problem,
    groups::{Grant, GrantMade, NewGrant},
};
use cordboard_store::groups as rows;
use cordboard_types::{GrantId, GroupId};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::super::{
    access::{GroupsRead, GroupsWrite, InCustomer},
    answer,
    body::Body,
    error::ApiResult,
    idempotency::IdempotencyKey,
};
use crate::services::groups;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(remove);
}

/// What a group grants, by right and target; all of it.
#[utoipa::path(responses((status = 200, body = Page<Grant>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/groups/{group}/grants")]
async fn list(access: InCustomer<GroupsRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let grants = access.read().await?.group_grants(GroupId(path.1)).await?;
    answer::ok(&Page { items: grants.into_iter().map(message).collect(), next: None })
}

/// Grants a right on a target. Nobody shows modules whose pages need more than they may themselves.
#[utoipa::path(request_body = NewGrant, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = GrantMade), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 409, description = "It is granted already.", body = Problem),
    (status = 422, body = Problem),
))]
#[post("/customers/{customer}/groups/{group}/grants")]
async fn create(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    key: IdempotencyKey,
    body: Body<NewGrant>,
) -> ApiResult<HttpResponse> {
    let (tenant, group) = (access.write().await?, GroupId(path.1));
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    tenant.group(group).await?;
    let NewGrant { feature, target, gui_group } = body.value;
    let new = groups::grant(feature, target, gui_group)?;
    access.within_own_rights(groups::permissions(&tenant, new).await?)?;
    let id = tenant.create_grant(group, new).await?;
    let detail = json!({ "feature": feature, "target": target, "gui_group": gui_group });
    groups::note(&tenant, &access.actor, "group.grant", group.0, detail).await?;
    once.finish(tenant, &GrantMade { id }).await
}

/// Takes a grant back.
#[utoipa::path(responses((status = 204), (status = 404, body = Problem)))]
#[delete("/customers/{customer}/groups/{group}/grants/{grant}")]
async fn remove(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let (tenant, group) = (access.write().await?, GroupId(path.1));
    let gone = tenant.delete_grant(group, GrantId(path.2)).await?;
    let detail = json!({ "feature": gone.feature, "target": gone.target_name });
    groups::note(&tenant, &access.actor, "group.revoke", group.0, detail).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

fn message(row: rows::Grant) -> Grant {
    let (target, gui_group) = match row.target {
        rows::GrantTarget::Group(id) => (Some(id), None),
        rows::GrantTarget::Gui(id) => (None, Some(id)),
    };
    Grant { id: row.id, feature: row.feature, target, gui_group, target_name: row.target_name }
}
