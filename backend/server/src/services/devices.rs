//! Devices: what a model allows, what a save touches, what is in force at once.

mod change;
mod check;
mod contact;
mod create;
mod handsets;

pub use change::{change, delete};
pub use check::ipui;
pub use contact::{access_key_url, rotate_access_key, set_provisioning_mac};
pub use create::create;
pub use handsets::{add_handset, delete_handset};

use cordboard_domain::{SecretField, SecretRef};
use cordboard_store::{Tenant, audit::Actor, changes::ChangeAction, devices::Device, targets::Target};
use cordboard_types::{DeviceId, DevicePassword};
use serde_json::{Value, json};

use super::record::{Saved, record};
use crate::http::error::ApiResult;

/// Seals a password of the device's own interface as typed.
async fn put_password(
    tenant: &Tenant,
    device: DeviceId,
    field: SecretField,
    password: &DevicePassword,
) -> ApiResult<()> {
    tenant.put_secret(SecretRef { owner: device.0.into_bytes(), field }, password.as_str()).await?;
    Ok(())
}

async fn save(
    tenant: &Tenant,
    actor: &Actor,
    action: ChangeAction,
    device: &Device,
    detail: Value,
    targets: &[Target],
) -> ApiResult<()> {
    let saved = Saved { action, resource: "device", id: device.id.0, name: device.name.as_str(), targets };
    record(tenant, actor, saved, detail).await
}

/// A device as the audit log tells of one.
fn fields(device: &Device) -> Value {
    json!({
        "name": device.name,
        "model": device.model.as_str(),
        "mac": device.mac,
        "line": device.line.as_ref().map(|line| line.extension.clone()),
        "site": device.site,
        "user_name": device.user_name,
    })
}
