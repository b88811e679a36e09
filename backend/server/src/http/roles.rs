//! Roles: the predefined ones that fit a node, and those somebody made.

use actix_web::{HttpResponse, delete, get, post, put, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    people::{Role, RoleDraft, RoleMade},
};
use cordboard_domain::access::{Principal, permissions_of};
use cordboard_store::{System, audit::Entry, roles as rows};
use cordboard_types::{NodeId, RoleId};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{InNode, PeopleRead, RolesWrite},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
    idempotency::IdempotencyKey,
};
use crate::{State, services::roles};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(change).service(remove);
}

/// Roles that may be held in a node, predefined ones first; all of them, there are few.
#[utoipa::path(responses((status = 200, body = Page<Role>), (status = 404, body = Problem)))]
#[get("/nodes/{node}/roles")]
async fn list(state: web::Data<State>, access: InNode<PeopleRead>) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("list roles").await?;
    let kind = system.nodes(&[access.node]).await?.pop().map(|node| node.kind).unwrap_or_default();
    let (principal, path) = (&access.who.principal, access.path.as_slice());
    let predefined = roles::of_kind(&kind).iter().map(|role| predefined(*role, principal, path));
    let made = system.roles(path).await?.into_iter().map(|row| made(row, principal, path));
    answer::ok(&Page { items: predefined.chain(made).collect(), next: None })
}

/// Makes a role in a node, for it and all below. Nobody puts in more than they may themselves.
#[utoipa::path(request_body = RoleDraft, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = RoleMade), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 422, description = "`name_taken`", body = Problem),
))]
#[post("/nodes/{node}/roles")]
async fn create(
    state: web::Data<State>,
    access: InNode<RolesWrite>,
    key: IdempotencyKey,
    body: Body<RoleDraft>,
) -> ApiResult<HttpResponse> {
    let once = key.once(access.who.person, &body.hash);
    let system = state.store.system("make a role").await?;
    if let Some(answer) = once.begin(&system).await? {
        return Ok(answer);
    }
    within_own_rights(&access, &body.value)?;
    let RoleDraft { name, permissions } = body.value;
    let id = system.create_role(access.node, &name, permissions).await?;
    audit(
        &system,
        &access,
        "role.create",
        id,
        serde_json::json!({ "after": { "name": name, "permissions": permissions } }),
    )
    .await?;
    once.finish(system, &RoleMade { id }).await
}

/// Changes a role that was made in this node; whoever has it has the new rights with the next request.
#[utoipa::path(request_body = RoleDraft, params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 403, body = Problem), (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, body = Problem),
))]
#[put("/nodes/{node}/roles/{role}")]
async fn change(
    state: web::Data<State>,
    access: InNode<RolesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<RoleDraft>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("change a role").await?;
    let before = own(&system, access.node, RoleId(path.1)).await?;
    within_own_rights(&access, &body.value)?;
    let RoleDraft { name, permissions } = body.value;
    system.change_role(before.id, version.0, &name, permissions).await?;
    let detail = serde_json::json!({
        "before": { "name": before.name, "permissions": before.permissions },
        "after": { "name": name, "permissions": permissions },
    });
    audit(&system, &access, "role.change", before.id, detail).await?;
    system.commit().await?;
    Ok(answer::done())
}

/// Removes a role that nobody has.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 409, description = "`in_use`", body = Problem),
    (status = 412, body = Problem),
))]
#[delete("/nodes/{node}/roles/{role}")]
async fn remove(
    state: web::Data<State>,
    access: InNode<RolesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("remove a role").await?;
    let role = own(&system, access.node, RoleId(path.1)).await?;
    system.delete_role(role.id, version.0).await?;
    let before = serde_json::json!({ "name": role.name, "permissions": role.permissions });
    audit(&system, &access, "role.delete", role.id, serde_json::json!({ "before": before })).await?;
    system.commit().await?;
    Ok(answer::done())
}

async fn own(system: &System, node: NodeId, id: RoleId) -> ApiResult<rows::Role> {
    let role = system.role(id).await?;
    if role.node == node { Ok(role) } else { Err(ErrorCode::NotFound.into()) }
}

fn within_own_rights(access: &InNode<RolesWrite>, draft: &RoleDraft) -> ApiResult<()> {
    let may = access.who.principal.may_hand_on(draft.permissions, &access.path);
    if may { Ok(()) } else { Err(ErrorCode::BeyondOwnRights.into()) }
}

async fn audit(
    system: &System,
    access: &InNode<RolesWrite>,
    action: &'static str,
    role: RoleId,
    detail: serde_json::Value,
) -> ApiResult<()> {
    let entry = Entry { action, target_kind: "role", target_id: Some(role.0), outcome: "done", detail };
    Ok(system.audit(access.tenant(), &access.actor, entry).await?)
}

fn predefined(role: cordboard_types::Role, principal: &Principal, path: &[NodeId]) -> Role {
    let permissions = permissions_of(role);
    Role {
        role: role.into(),
        name: None,
        node: None,
        permissions,
        grantable: principal.may_hand_on(permissions, path),
        version: 0,
    }
}

fn made(row: rows::Role, principal: &Principal, path: &[NodeId]) -> Role {
    Role {
        role: cordboard_types::RoleName::Custom(row.id),
        name: Some(row.name),
        node: Some(row.node),
        permissions: row.permissions,
        grantable: principal.may_hand_on(row.permissions, path),
        version: row.version,
    }
}
