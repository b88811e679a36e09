//! GUI groups: which web modules are shown.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use cordboard_api::{
    Page, Problem,
    groups::{GuiGroup, GuiGroupChange, NewGuiGroup},
};
use cordboard_store::gui_groups as rows;
use cordboard_types::{GuiGroupId, Module};
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
};
use crate::services::groups;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change).service(remove);
}

/// GUI groups by name; all of them, there are few.
#[utoipa::path(responses((status = 200, body = Page<GuiGroup>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/gui-groups")]
async fn list(access: InCustomer<GroupsRead>) -> ApiResult<HttpResponse> {
    let rows = access.read().await?.gui_groups().await?;
    answer::ok(&Page { items: rows.into_iter().map(message).collect(), next: None })
}

/// Makes a GUI group in which just signing in and out are on.
#[utoipa::path(request_body = NewGuiGroup, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = GuiGroup), (status = 404, body = Problem),
    (status = 422, description = "`name_taken`", body = Problem),
))]
#[post("/customers/{customer}/gui-groups")]
async fn create(
    access: InCustomer<GroupsWrite>,
    key: IdempotencyKey,
    body: Body<NewGuiGroup>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let name = body.value.name;
    let id = tenant.create_gui_group(&name).await?;
    groups::note(&tenant, &access.actor, "gui_group.create", id.0, json!({ "name": name })).await?;
    let message = message(tenant.gui_group(id).await?);
    once.finish(tenant, &message).await
}

/// One GUI group.
#[utoipa::path(responses((status = 200, body = GuiGroup), (status = 404, body = Problem)))]
#[get("/customers/{customer}/gui-groups/{group}")]
async fn read(access: InCustomer<GroupsRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let row = access.read().await?.gui_group(GuiGroupId(path.1)).await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Renames a GUI group and switches modules. One that is on needs its parents on; one that goes off takes all below
/// with it. Nobody shows modules whose pages need more than they may themselves.
#[utoipa::path(request_body = GuiGroupChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = GuiGroup), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 409, description = "`predefined`", body = Problem),
    (status = 412, body = Problem),
    (status = 422, description = "`parent_module_off`, `module_needed`, `name_taken`", body = Problem),
))]
#[patch("/customers/{customer}/gui-groups/{group}")]
async fn change(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<GuiGroupChange>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, GuiGroupId(path.1));
    let before = tenant.gui_group(id).await?;
    let GuiGroupChange { name, off, on } = body.value;
    let modules = before.modules.switched(&off, &on).map_err(groups::refused)?;
    access.within_own_rights(modules.permissions())?;
    tenant.change_gui_group(id, version.0, name.as_ref().unwrap_or(&before.name), modules).await?;
    let detail = json!({ "name": name, "before": before.modules, "after": modules });
    groups::note(&tenant, &access.actor, "gui_group.change", id.0, detail).await?;
    let row = tenant.gui_group(id).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Removes a GUI group; groups that showed it show it no more. Predefined ones stay.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 409, description = "`predefined`", body = Problem),
    (status = 412, body = Problem),
))]
#[delete("/customers/{customer}/gui-groups/{group}")]
async fn remove(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, GuiGroupId(path.1));
    let name = tenant.gui_group(id).await?.name;
    tenant.delete_gui_group(id, version.0).await?;
    groups::note(&tenant, &access.actor, "gui_group.delete", id.0, json!({ "name": name })).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

fn message(row: rows::GuiGroup) -> GuiGroup {
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    GuiGroup {
        id: row.id,
        name: row.name,
        standard: row.standard,
        modules: row.modules,
        enabled: count(row.modules.iter().count()),
        total: count(Module::ALL.len()),
        created_at: row.created_at,
        version: row.version,
    }
}
