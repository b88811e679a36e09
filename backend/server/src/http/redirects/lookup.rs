//! The pull channel: an authenticated redirect service asks where a MAC is to go (design, *First contact*).

use std::net::IpAddr;

use cordboard_api::{
    ErrorCode,
    redirects::{RedirectLookup, RedirectTarget},
};
use cordboard_domain::first_contact::{Event, State as Contact};
use cordboard_store::{
    StoreError, Tenant,
    access_keys::KeyKind,
    audit::{Actor, Entry},
};
use cordboard_types::{DeviceId, TenantId, Timestamp};
use serde_json::json;
use uuid::Uuid;

use crate::{
    State,
    http::error::{ApiError, ApiResult},
    services::alarm,
};

/// Answers the first-access URL of an armed device. Unknown, disarmed, spent and contested are one answer
/// after the same work: one look into the directory, one at a device.
pub(super) async fn answer(
    state: &State,
    actor: &Actor,
    asked: &RedirectLookup,
) -> ApiResult<RedirectTarget> {
    let ip = source(asked)?;
    let directory = state.store.system_read("find a MAC").await?;
    let found = directory.find_mac(&asked.mac).await?;
    drop(directory);
    let nobody = || (TenantId(Uuid::nil()), DeviceId(Uuid::nil()));
    let (tenant, device) = found.unwrap_or_else(nobody);
    let until = permission(&state.store.read(tenant).await?, device, state.store.now()).await?;
    let until = until.ok_or(ErrorCode::NotFound)?;
    if let Some(ip) = ip {
        note(state, tenant, device, actor, ip).await?;
    }
    target(state, tenant, device, until).await
}

fn source(asked: &RedirectLookup) -> ApiResult<Option<IpAddr>> {
    let parse = |text: &String| text.parse().map(|ip: IpAddr| ip.to_canonical());
    let ip = asked.source_ip.as_ref().map(parse).transpose();
    ip.map_err(|_| ApiError::at(ErrorCode::Invalid, "/source_ip"))
}

/// Until when the device's first contact is allowed; nothing when it is not, or when there is no device.
async fn permission(tenant: &Tenant, device: DeviceId, now: Timestamp) -> ApiResult<Option<Timestamp>> {
    match tenant.contact(device).await {
        Err(StoreError::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
        Ok(contact) => Ok(match contact.aged(now) {
            Contact::Armed { until } | Contact::Claimed { until, .. } => Some(until),
            Contact::No | Contact::Done => None,
        }),
    }
}

/// Notes for whom the service asks. A second address contests the MAC: neither gets it, the permission ends,
/// an alarm is raised.
async fn note(state: &State, tenant: TenantId, device: DeviceId, actor: &Actor, ip: IpAddr) -> ApiResult<()> {
    let context = state.store.write(tenant).await?;
    if context.note_lookup(device, &ip.to_string()).await? {
        return Ok(context.commit().await?);
    }
    let step = context.step_contact(device, Event::Contested, actor).await?;
    let entry = Entry {
        action: "device.first_contact_contested",
        target_kind: "device",
        target_id: Some(device.0),
        outcome: "denied",
        detail: json!({ "source_ip": ip.to_string() }),
    };
    context.audit(actor, entry).await?;
    context.commit().await?;
    tracing::warn!(%tenant, %device, "two addresses contest one device's first contact; it was disarmed");
    alarm::contested(state, tenant, device);
    if let Some(position) = step.position {
        state.live_keys.revoked_everywhere(position).await.map_err(ApiError::internal)?;
    }
    Err(ErrorCode::NotFound.into())
}

async fn target(
    state: &State,
    tenant: TenantId,
    device: DeviceId,
    until: Timestamp,
) -> ApiResult<RedirectTarget> {
    // Whichever replica the device comes to, it knows the key by then.
    let position = state.store.system_read("wait for a key").await?.key_position().await?;
    state.live_keys.revoked_everywhere(position).await.map_err(ApiError::internal)?;
    let context = state.store.read(tenant).await?;
    let row = context.device(device).await?;
    let key = context.access_key(device, KeyKind::First).await?;
    let base = state.settings.provisioning_url();
    let url = state.catalogue.first_access_url(&row.model, &base, &key, row.mac.as_ref());
    Ok(RedirectTarget { url: url.ok_or(ErrorCode::NotFound)?, expires_at: until })
}
