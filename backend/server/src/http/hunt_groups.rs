//! Hunt groups.

use actix_web::{HttpResponse, delete, get, post, put, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    groups::{HuntGroup, HuntGroupDraft, HuntMember, HuntMembers},
};
use cordboard_store::hunt_groups::{self as rows, HuntSettings, TIMEOUT_S};
use cordboard_types::{HuntGroupId, Invalid, UserId};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{GroupsRead, GroupsWrite, InCustomer},
    answer,
    body::Body,
    conditional::IfMatch,
    error::{ApiError, ApiResult, Reason},
    idempotency::IdempotencyKey,
    query::PageQuery,
};
use crate::services::groups::note;

/// Longest a member may ring, seconds.
const LONGEST_S: u16 = 3600;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change).service(remove);
    config.service(list_members).service(set_members);
}

/// Hunt groups by extension.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<HuntGroup>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/hunt-groups")]
async fn list(access: InCustomer<GroupsRead>, query: web::Query<PageQuery>) -> ApiResult<HttpResponse> {
    answer::page(access.read().await?.hunt_groups(&query.into_inner().into()).await?, message)
}

/// Makes a hunt group without members.
#[utoipa::path(request_body = HuntGroupDraft, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = HuntGroup), (status = 404, body = Problem),
    (status = 422, description = "`extension_taken`", body = Problem),
))]
#[post("/customers/{customer}/hunt-groups")]
async fn create(
    access: InCustomer<GroupsWrite>,
    key: IdempotencyKey,
    body: Body<HuntGroupDraft>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let settings = settings(body.value);
    let id = tenant.create_hunt_group(&settings).await?;
    let detail = json!({ "title": settings.title, "extension": settings.extension });
    note(&tenant, &access.actor, "hunt_group.create", id.0, detail).await?;
    let message = message(tenant.hunt_group(id).await?);
    once.finish(tenant, &message).await
}

/// One hunt group.
#[utoipa::path(responses((status = 200, body = HuntGroup), (status = 404, body = Problem)))]
#[get("/customers/{customer}/hunt-groups/{group}")]
async fn read(access: InCustomer<GroupsRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let row = access.read().await?.hunt_group(HuntGroupId(path.1)).await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Gives a hunt group new settings.
#[utoipa::path(request_body = HuntGroupDraft, params(("If-Match" = String, Header)), responses(
    (status = 200, body = HuntGroup), (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, description = "`extension_taken`", body = Problem),
))]
#[put("/customers/{customer}/hunt-groups/{group}")]
async fn change(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<HuntGroupDraft>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, HuntGroupId(path.1));
    let settings = settings(body.value);
    tenant.change_hunt_group(id, version.0, &settings).await?;
    let detail = json!({ "title": settings.title, "extension": settings.extension });
    note(&tenant, &access.actor, "hunt_group.change", id.0, detail).await?;
    let row = tenant.hunt_group(id).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Removes a hunt group.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 412, body = Problem),
))]
#[delete("/customers/{customer}/hunt-groups/{group}")]
async fn remove(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, HuntGroupId(path.1));
    let title = tenant.hunt_group(id).await?.settings.title;
    tenant.delete_hunt_group(id, version.0).await?;
    note(&tenant, &access.actor, "hunt_group.delete", id.0, json!({ "title": title })).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

/// Members of a hunt group in ringing order; all of them.
#[utoipa::path(responses((status = 200, body = Page<HuntMember>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/hunt-groups/{group}/members")]
async fn list_members(
    access: InCustomer<GroupsRead>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let rows = access.read().await?.hunt_members(HuntGroupId(path.1)).await?;
    answer::ok(&Page { items: rows.into_iter().map(member).collect(), next: None })
}

/// Gives a hunt group exactly these members, in this order.
#[utoipa::path(request_body = HuntMembers, params(("If-Match" = String, Header)), responses(
    (status = 200, body = HuntGroup), (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, body = Problem),
))]
#[put("/customers/{customer}/hunt-groups/{group}/members")]
async fn set_members(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<HuntMembers>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, HuntGroupId(path.1));
    let members = ringing(body.value)?;
    tenant.set_hunt_members(id, version.0, &members).await?;
    note(&tenant, &access.actor, "hunt_group.members", id.0, json!({ "members": members })).await?;
    let row = tenant.hunt_group(id).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Each user once, each with seconds that make sense.
fn ringing(wanted: HuntMembers) -> ApiResult<Vec<(UserId, u16)>> {
    let mut members: Vec<(UserId, u16)> = Vec::new();
    for (place, new) in wanted.members.into_iter().enumerate() {
        let seconds = new.timeout_s.unwrap_or(TIMEOUT_S);
        let refuse = |field: &str, invalid| {
            let pointer = format!("/members/{place}/{field}");
            Err(ApiError::field(ErrorCode::Invalid, &pointer, Reason::Invalid(invalid)))
        };
        if !(1..=LONGEST_S).contains(&seconds) {
            return refuse("timeout_s", Invalid::Choice);
        }
        if members.iter().any(|(user, _)| *user == new.user) {
            return refuse("user", Invalid::Choice);
        }
        members.push((new.user, seconds));
    }
    Ok(members)
}

fn settings(draft: HuntGroupDraft) -> HuntSettings {
    HuntSettings {
        extension: draft.extension,
        shown_name: draft.shown_name.unwrap_or_else(|| draft.title.clone()),
        title: draft.title,
        strategy: draft.strategy,
        group_busy: draft.group_busy,
        door_intercom: draft.door_intercom,
    }
}

fn message(row: rows::HuntGroup) -> HuntGroup {
    let HuntSettings { extension, title, shown_name, strategy, group_busy, door_intercom } = row.settings;
    HuntGroup {
        id: row.id,
        extension,
        title,
        shown_name,
        strategy,
        group_busy,
        door_intercom,
        members: row.members,
        created_at: row.created_at,
        version: row.version,
    }
}

fn member(row: rows::HuntMember) -> HuntMember {
    HuntMember { user: row.user, name: row.name, extension: row.extension, timeout_s: row.timeout_s }
}
