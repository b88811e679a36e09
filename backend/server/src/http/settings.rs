//! Settings of nodes: in force, where from, set and taken back.

use actix_web::{HttpResponse, delete, get, put, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    settings::{Setting, SettingChange},
};
use cordboard_store::{System, audit::Entry, settings::Key};
use cordboard_types::{NodeId, SettingName};
use serde_json::{Value, json};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{InNode, SettingsRead, SettingsWrite},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
};
use crate::{State, services::settings};

/// Largest body: a logo of 64 KiB in base64 and what is around it.
const MOST: usize = 96 * 1024;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(set).service(remove);
}

/// Every setting of a node: its value, where that comes from, and what it would be without the node's own.
#[utoipa::path(responses((status = 200, body = Page<Setting>), (status = 404, body = Problem)))]
#[get("/nodes/{node}/settings")]
async fn list(state: web::Data<State>, access: InNode<SettingsRead>) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("list settings").await?;
    let items = settings::all(&system, &state.settings, access.node, access.kind).await?;
    answer::ok(&Page { items, next: None })
}

/// Sets a value in a node, for it and all below; locked, nobody below changes it. What files are compiled from waits
/// to be published, everything else is in force at once.
#[utoipa::path(request_body = SettingChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Setting), (status = 404, body = Problem),
    (status = 409, description = "`setting_locked`", body = Problem), (status = 412, body = Problem),
    (status = 422, body = Problem),
))]
#[put("/nodes/{node}/settings/{name}")]
async fn set(
    state: web::Data<State>,
    access: InNode<SettingsWrite>,
    path: web::Path<(Uuid, String)>,
    version: IfMatch,
    body: Body<SettingChange, MOST>,
) -> ApiResult<HttpResponse> {
    let name = named(&path.1)?;
    let value = settings::read(name, &body.value.value)?;
    let change = Some((&value, body.value.lock));
    save(&state, &access, settings::Change { node: access.node, name, version: version.0, value: change })
        .await
}

/// Takes a node's own value away: the inherited one is in force again.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 200, body = Setting), (status = 404, body = Problem), (status = 412, body = Problem),
))]
#[delete("/nodes/{node}/settings/{name}")]
async fn remove(
    state: web::Data<State>,
    access: InNode<SettingsWrite>,
    path: web::Path<(Uuid, String)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let name = named(&path.1)?;
    save(&state, &access, settings::Change { node: access.node, name, version: version.0, value: None }).await
}

async fn save(
    state: &State,
    access: &InNode<SettingsWrite>,
    change: settings::Change<'_>,
) -> ApiResult<HttpResponse> {
    let (node, name) = (access.node, change.name);
    let system = state.store.system("change a setting").await?;
    if change.value.is_some() {
        settings::may_be_set(&system, node, access.kind, Key::Setting(name)).await?;
    }
    let before = own(&system, node, name).await?;
    settings::change(&system, &access.who, &access.actor, change).await?;
    let detail = json!({ "setting": name, "before": before, "after": own(&system, node, name).await? });
    let entry = Entry {
        action: "setting.change",
        target_kind: "node",
        target_id: Some(node.0),
        outcome: "done",
        detail,
    };
    system.audit(access.tenant(), &access.actor, entry).await?;
    let setting = settings::one(&system, &state.settings, node, access.kind, name).await?;
    system.commit().await?;
    let version = setting.version;
    answer::versioned(&setting, version)
}

/// A node's own value, for the audit log; a picture is only said to be there.
async fn own(system: &System, node: NodeId, name: SettingName) -> ApiResult<Value> {
    let path = system.setting_on_path(node, Key::Setting(name)).await?;
    let own = path.into_iter().find(|own| own.node == node);
    let shown = |value: Value| {
        if name == SettingName::BrandLogo {
            value.get("media_type").cloned().unwrap_or_default()
        } else {
            value
        }
    };
    Ok(own.map_or(Value::Null, |own| json!({ "value": shown(own.value), "locked": own.locked })))
}

fn named(text: &str) -> ApiResult<SettingName> {
    SettingName::parse(text).map_err(|_| ErrorCode::NotFound.into())
}
