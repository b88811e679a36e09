//! Handsets of a DECT system.

use actix_web::{HttpResponse, delete, post, web};
use cordboard_api::{
    Problem,
    devices::{Device, NewHandset},
};
use cordboard_types::DeviceId;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    super::{
        access::{DevicesWrite, InCustomer},
        answer,
        body::Body,
        error::ApiResult,
        idempotency::IdempotencyKey,
    },
    message::message,
};
use crate::{State, services::devices};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(add).service(remove);
}

/// Adds a handset in the first free slot; answers the system.
#[utoipa::path(request_body = NewHandset, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = Device), (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[post("/customers/{customer}/devices/{device}/handsets")]
async fn add(
    state: web::Data<State>,
    access: InCustomer<DevicesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    key: IdempotencyKey,
    body: Body<NewHandset>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let system = DeviceId(path.1);
    let device = devices::add_handset(&state, &tenant, &access.actor, system, &body.value).await?;
    once.finish(tenant, &message(&state, device)).await
}

/// Removes a handset; the slots of the others stay.
#[utoipa::path(responses((status = 204), (status = 404, body = Problem)))]
#[delete("/customers/{customer}/devices/{device}/handsets/{handset}")]
async fn remove(
    access: InCustomer<DevicesWrite>,
    path: web::Path<(Uuid, Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    devices::delete_handset(&tenant, &access.actor, DeviceId(path.1), DeviceId(path.2)).await?;
    tenant.commit().await?;
    Ok(answer::done())
}
