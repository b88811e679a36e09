//! First contact and access keys: in force at once, never drafted.

use cordboard_api::{
    ErrorCode,
    devices::{AccessKeyUrl, ProvisioningMac, ProvisioningMacChange},
};
use cordboard_domain::first_contact::DEFAULT_LIFE_MS;
use cordboard_store::{Tenant, access_keys::KeyKind, audit::Actor, devices::Device};
use cordboard_types::{DeviceId, Invalid};
use serde_json::json;

use super::check;
use crate::{State, http::error::ApiResult, services::record::audit};

/// Longest permission, in minutes: 7 days (design, *First contact*).
const MAX_MINUTES: u32 = 10_080;

/// Arms or disarms the first contact. Returns the device, and the place in the live-key log to wait for when
/// a key came or went.
///
/// # Errors
/// *done* (A-032), minutes out of bounds, a model or a device that cannot be found by its MAC.
pub async fn set_provisioning_mac(
    state: &State,
    tenant: &Tenant,
    actor: &Actor,
    id: DeviceId,
    wanted: &ProvisioningMacChange,
) -> ApiResult<(Device, Option<i64>)> {
    let device = tenant.device(id).await?;
    let model = check::model(state.catalogue, device.model.as_str())?;
    check::provisioning_mac(wanted.provisioning_mac, model, device.mac.is_some(), "/provisioning_mac")?;
    let life = life(wanted.minutes)?;
    let revoked = if wanted.provisioning_mac == ProvisioningMac::Once {
        let (_, live_from) = tenant.arm_first_contact(id, life, actor).await?;
        Some(live_from)
    } else {
        tenant.disarm(id, actor).await?
    };
    Ok((tenant.device(id).await?, revoked))
}

fn life(minutes: Option<u32>) -> ApiResult<i64> {
    match minutes {
        None => Ok(DEFAULT_LIFE_MS),
        Some(minutes) if (1..=MAX_MINUTES).contains(&minutes) => Ok(i64::from(minutes) * 60_000),
        Some(_) => Err(check::invalid("/minutes", Invalid::Choice)),
    }
}

/// The URL to type into the device. That it was looked at is written down.
///
/// # Errors
/// An unknown device.
pub async fn access_key_url(
    state: &State,
    tenant: &Tenant,
    actor: &Actor,
    id: DeviceId,
) -> ApiResult<AccessKeyUrl> {
    let device = tenant.device(id).await?;
    let key = tenant.access_key(id, KeyKind::Steady).await?;
    let base = state.settings.provisioning_url();
    let url = state.catalogue.steady_url(&device.model, &base, &key, device.mac.as_ref());
    audit(tenant, actor, "device.reveal_access_key", "device", id.0, json!({})).await?;
    Ok(AccessKeyUrl { url: url.ok_or(ErrorCode::UnknownModel)? })
}

/// Gives the device a new steady key; the old one is refused once every replica has read the log up to the
/// returned place. SIP credentials and everything else stay.
///
/// # Errors
/// An unknown device.
pub async fn rotate_access_key(tenant: &Tenant, actor: &Actor, id: DeviceId) -> ApiResult<i64> {
    tenant.device(id).await?;
    let position = tenant.rotate_steady_key(id).await?;
    audit(tenant, actor, "device.rotate_access_key", "device", id.0, json!({})).await?;
    Ok(position)
}
