//! Adding a device: everything or nothing, in the caller's transaction.

use cordboard_api::devices::{NewDevice, ProvisioningMac};
use cordboard_catalogue::{Kind, Model};
use cordboard_domain::{SecretField, SecretRef, first_contact::DEFAULT_LIFE_MS};
use cordboard_store::{
    Tenant,
    audit::Actor,
    changes::ChangeAction,
    devices::{self as rows, Device, DeviceKind},
    targets::Target,
};
use cordboard_types::{DeviceId, DevicePassword, Invalid, Label, SiteId};
use serde_json::Value;

use super::{
    check, fields,
    handsets::{new_handset, within},
    put_password, save,
};
use crate::{
    State,
    http::error::{ApiError, ApiResult},
    services::{record::difference, users::site_or_only},
};

/// Adds a phone or a DECT system with its handsets, keys, credentials and passwords.
///
/// # Errors
/// See [`cordboard_api::ErrorCode`]; each names its field, and then nothing was written.
pub async fn create(state: &State, tenant: &Tenant, actor: &Actor, new: NewDevice) -> ApiResult<Device> {
    let model = check::model(state.catalogue, &new.model)?;
    check::new_device(&new, model)?;
    let id = tenant.create_device(&row(tenant, &new, model).await?).await?;
    passwords(state, tenant, id, &new, model).await?;
    add_handsets(tenant, id, &new).await?;
    if new.provisioning_mac == Some(ProvisioningMac::Once) {
        tenant.arm_first_contact(id, DEFAULT_LIFE_MS, actor).await?;
    }
    let device = tenant.device(id).await?;
    check::limits(state, tenant, &device).await?;
    let targets = [Target::Device(id), Target::Site(device.site)];
    let detail = difference(&Value::Null, &fields(&device));
    save(tenant, actor, ChangeAction::Created, &device, detail, &targets).await?;
    Ok(tenant.device(id).await?)
}

async fn row(tenant: &Tenant, new: &NewDevice, model: &Model) -> ApiResult<rows::NewDevice> {
    let name = match &new.name {
        Some(name) => name.clone(),
        None => Label::parse(&model.display_name()).map_err(ApiError::internal)?,
    };
    Ok(rows::NewDevice {
        kind: if model.kind == Kind::Phone { DeviceKind::Phone } else { DeviceKind::DectSystem },
        model: model.id.clone(),
        catalogue_version: model.version.clone(),
        name,
        line: new.line,
        site: site(tenant, new).await?,
        mac: new.mac.clone(),
        user_name: new.user_name.clone(),
    })
}

/// A phone is at its line's site; a DECT system where it was put.
async fn site(tenant: &Tenant, new: &NewDevice) -> ApiResult<SiteId> {
    match new.line {
        Some(line) => Ok(tenant.line(line).await.map_err(|error| error.referring("/line"))?.site),
        None => site_or_only(tenant, new.site).await,
    }
}

/// Passwords that were left out are made, once: 40 digits nobody is shown.
async fn passwords(
    state: &State,
    tenant: &Tenant,
    device: DeviceId,
    new: &NewDevice,
    model: &Model,
) -> ApiResult<()> {
    let wanted = [
        (model.admin_password, SecretField::AdminPassword, &new.admin_password),
        (model.user_login, SecretField::UserPassword, &new.user_password),
    ];
    for (_, field, typed) in wanted.into_iter().filter(|(has, ..)| *has) {
        password(state, tenant, device, field, typed.as_ref()).await?;
    }
    Ok(())
}

async fn password(
    state: &State,
    tenant: &Tenant,
    device: DeviceId,
    field: SecretField,
    typed: Option<&DevicePassword>,
) -> ApiResult<()> {
    if let Some(typed) = typed {
        return put_password(tenant, device, field, typed).await;
    }
    let made = state.store.sealer().device_password()?;
    tenant.put_secret(SecretRef { owner: device.0.into_bytes(), field }, &made).await?;
    Ok(())
}

async fn add_handsets(tenant: &Tenant, system: DeviceId, new: &NewDevice) -> ApiResult<()> {
    for (place, handset) in new.handsets.iter().enumerate() {
        let at = format!("/handsets/{place}");
        let row =
            new_handset(handset).map_err(|reason: Invalid| check::invalid(&format!("{at}/ipui"), reason))?;
        let system = tenant.device(system).await?;
        tenant.add_handset(&system, &row).await.map_err(|error| within(&at, error))?;
    }
    Ok(())
}
