//! Devices: phones, DECT systems and their handsets.

mod contact;
mod handsets;
mod history;
mod message;

use actix_web::{HttpResponse, delete, get, patch, post, web};
use cordboard_api::{
    Page, Problem,
    devices::{Device, DeviceChange, NewDevice},
};
use cordboard_store::PageRequest;
use cordboard_types::{DeviceId, LineId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{DevicesRead, DevicesWrite, InCustomer},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
    idempotency::IdempotencyKey,
    query::PageQuery,
};
use crate::{
    State,
    services::{devices, revocation},
};
use message::message;
pub(super) use message::model_name;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change).service(remove);
    config.configure(contact::configure).configure(handsets::configure).configure(history::configure);
}

/// Which devices.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct DeviceQuery {
    /// Only those on this line, DECT systems with a handset on it among them.
    #[serde(default)]
    line: Option<Uuid>,
    /// Cursor of the page before.
    #[serde(default)]
    after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    #[serde(default)]
    size: Option<u16>,
}

/// Devices of a customer, by name; handsets are in their systems.
#[utoipa::path(params(DeviceQuery), responses((status = 200, body = Page<Device>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/devices")]
async fn list(
    state: web::Data<State>,
    access: InCustomer<DevicesRead>,
    query: web::Query<DeviceQuery>,
) -> ApiResult<HttpResponse> {
    let DeviceQuery { line, after, size } = query.into_inner();
    let page: PageRequest = PageQuery { after, size }.into();
    let rows = access.read().await?.devices(line.map(LineId), &page).await?;
    answer::page(rows, |row| message(&state, row))
}

/// Adds a device. A password left out is made and shown to nobody.
#[utoipa::path(request_body = NewDevice, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = Device), (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[post("/customers/{customer}/devices")]
async fn create(
    state: web::Data<State>,
    access: InCustomer<DevicesWrite>,
    key: IdempotencyKey,
    body: Body<NewDevice>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let device = devices::create(&state, &tenant, &access.actor, body.value).await?;
    let answer = once.finish(tenant, &message(&state, device)).await?;
    revocation::up_to_date(&state).await?;
    Ok(answer)
}

/// One device.
#[utoipa::path(responses((status = 200, body = Device), (status = 404, body = Problem)))]
#[get("/customers/{customer}/devices/{device}")]
async fn read(
    state: web::Data<State>,
    access: InCustomer<DevicesRead>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let row = access.read().await?.device(DeviceId(path.1)).await?;
    let version = row.version;
    answer::versioned(&message(&state, row), version)
}

/// Changes a device. A new MAC takes back the permission for a first contact.
#[utoipa::path(request_body = DeviceChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Device), (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, body = Problem),
))]
#[patch("/customers/{customer}/devices/{device}")]
async fn change(
    state: web::Data<State>,
    access: InCustomer<DevicesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<DeviceChange>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, DeviceId(path.1));
    let (device, revoked) =
        devices::change(&state, &tenant, &access.actor, id, version.0, body.value).await?;
    tenant.commit().await?;
    revocation::everywhere(&state, revoked).await?;
    let version = device.version;
    answer::versioned(&message(&state, device), version)
}

/// Removes a device: its key is dead when this answers, its MAC free. Nothing is sent to the device.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 412, body = Problem),
))]
#[delete("/customers/{customer}/devices/{device}")]
async fn remove(
    state: web::Data<State>,
    access: InCustomer<DevicesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let revoked = devices::delete(&tenant, &access.actor, DeviceId(path.1), version.0).await?;
    tenant.commit().await?;
    revocation::everywhere(&state, revoked).await?;
    Ok(answer::done())
}
