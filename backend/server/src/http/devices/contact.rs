//! First contact and access keys of a device: in force at once.

use actix_web::{HttpResponse, get, post, put, web};
use cordboard_api::{
    Problem,
    devices::{AccessKeyUrl, Device, ProvisioningMacChange},
};
use cordboard_types::DeviceId;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    super::{
        access::{AccessKeyReveal, AccessKeyRotate, DevicesWrite, InCustomer},
        answer,
        body::Body,
        error::ApiResult,
    },
    message::message,
};
use crate::{
    State,
    services::{devices, revocation},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(set_provisioning_mac).service(access_key).service(rotate_access_key);
}

/// Arms or disarms the first contact of a device.
#[utoipa::path(request_body = ProvisioningMacChange, responses(
    (status = 200, body = Device), (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[put("/customers/{customer}/devices/{device}/provisioning-mac")]
async fn set_provisioning_mac(
    state: web::Data<State>,
    access: InCustomer<DevicesWrite>,
    path: web::Path<(Uuid, Uuid)>,
    body: Body<ProvisioningMacChange>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, DeviceId(path.1));
    let (device, revoked) =
        devices::set_provisioning_mac(&state, &tenant, &access.actor, id, &body.value).await?;
    tenant.commit().await?;
    revocation::everywhere(&state, revoked).await?;
    let version = device.version;
    answer::versioned(&message(&state, device), version)
}

/// The URL to type into a device; that it was looked at is in the audit log.
#[utoipa::path(responses(
    (status = 200, body = AccessKeyUrl), (status = 403, body = Problem), (status = 404, body = Problem),
))]
#[get("/customers/{customer}/devices/{device}/access-key")]
async fn access_key(
    state: web::Data<State>,
    access: InCustomer<AccessKeyReveal>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let url = devices::access_key_url(&state, &tenant, &access.actor, DeviceId(path.1)).await?;
    tenant.commit().await?;
    answer::ok(&url)
}

/// Gives a device a new access key; when this answers the old one is refused everywhere.
#[utoipa::path(responses(
    (status = 201, body = Device), (status = 403, body = Problem), (status = 404, body = Problem),
))]
#[post("/customers/{customer}/devices/{device}/access-key-rotations")]
async fn rotate_access_key(
    state: web::Data<State>,
    access: InCustomer<AccessKeyRotate>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, DeviceId(path.1));
    let position = devices::rotate_access_key(&tenant, &access.actor, id).await?;
    let device = tenant.device(id).await?;
    tenant.commit().await?;
    revocation::everywhere(&state, Some(position)).await?;
    answer::created(&message(&state, device))
}
