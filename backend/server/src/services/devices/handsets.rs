//! Handsets: each change of one is a change of its DECT system's files.

use cordboard_api::{ErrorCode, devices as api};
use cordboard_store::{
    StoreError, Tenant,
    audit::Actor,
    changes::ChangeAction,
    devices::{Device, Handset, NewHandset},
    targets::Target,
};
use cordboard_types::{DeviceId, Invalid};
use serde_json::{Value, json};

use super::check;
use crate::{
    State,
    http::error::{ApiError, ApiResult},
    services::record::{Saved, difference, record},
};

/// Adds a handset to a DECT system.
///
/// # Errors
/// An unknown system or line, more handsets than the model takes, or a malformed IPUI.
pub async fn add_handset(
    state: &State,
    tenant: &Tenant,
    actor: &Actor,
    system: DeviceId,
    new: &api::NewHandset,
) -> ApiResult<Device> {
    tenant.lock_model().await?;
    let device = tenant.device(system).await?;
    let model = check::model(state.catalogue, device.model.as_str())?;
    if device.handsets.len() >= usize::from(model.handsets) {
        return Err(ErrorCode::NotOfThisModel.into());
    }
    let row = new_handset(new).map_err(|reason| check::invalid("/ipui", reason))?;
    let id = tenant.add_handset(&device, &row).await?;
    let device = tenant.device(system).await?;
    check::limits(state, tenant, &device).await?;
    let handset = device.handsets.iter().find(|handset| handset.id == id);
    save(tenant, actor, ChangeAction::Created, &device, handset.ok_or(StoreError::NotFound)?).await?;
    Ok(tenant.device(system).await?)
}

/// Removes a handset from a DECT system.
///
/// # Errors
/// [`ErrorCode::NotFound`] when the system has no such handset.
pub async fn delete_handset(
    tenant: &Tenant,
    actor: &Actor,
    system: DeviceId,
    handset: DeviceId,
) -> ApiResult<()> {
    let device = tenant.device(system).await?;
    let gone = tenant.delete_handset(&device, handset).await?;
    save(tenant, actor, ChangeAction::Deleted, &device, &gone).await
}

/// A handset of a request as the store takes it.
pub(super) fn new_handset(new: &api::NewHandset) -> Result<NewHandset, Invalid> {
    let ipui = new.ipui.as_deref().filter(|text| !text.trim().is_empty()).map(check::ipui).transpose()?;
    Ok(NewHandset { line: new.line, name: new.name.clone(), ipui })
}

/// An unknown reference seen from the whole request: `/line` of the second handset is `/handsets/1/line`.
pub(super) fn within(at: &str, error: StoreError) -> ApiError {
    match error {
        StoreError::Reference(field) => ApiError::at(ErrorCode::UnknownReference, &format!("{at}{field}")),
        other => other.into(),
    }
}

async fn save(
    tenant: &Tenant,
    actor: &Actor,
    action: ChangeAction,
    system: &Device,
    handset: &Handset,
) -> ApiResult<()> {
    let targets = [Target::Device(system.id), Target::Site(system.site)];
    let (id, name) = (handset.id.0, handset.name.as_str());
    let saved = Saved { action, resource: "handset", id, name, targets: &targets };
    let fields = json!({ "name": handset.name, "system": system.id, "slot": handset.slot });
    let detail = match action {
        ChangeAction::Deleted => difference(&fields, &Value::Null),
        ChangeAction::Created | ChangeAction::Changed => difference(&Value::Null, &fields),
    };
    record(tenant, actor, saved, detail).await
}
