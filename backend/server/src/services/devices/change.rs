//! Changing and removing a device.

use cordboard_api::devices as api;
use cordboard_domain::SecretField;
use cordboard_store::{
    Tenant,
    audit::Actor,
    changes::ChangeAction,
    devices::{Device, DeviceChange},
    targets::Target,
};
use cordboard_types::DeviceId;
use serde_json::Value;

use super::{check, fields, put_password, save};
use crate::{State, http::error::ApiResult, services::record::difference};

/// Changes a device. Returns it, and the place in the live-key log to wait for when a key was removed.
///
/// # Errors
/// An unknown device, another version, or a field that does not fit.
pub async fn change(
    state: &State,
    tenant: &Tenant,
    actor: &Actor,
    id: DeviceId,
    version: i64,
    change: api::DeviceChange,
) -> ApiResult<(Device, Option<i64>)> {
    let before = tenant.device_at(id, version).await?;
    let model = check::model(state.catalogue, before.model.as_str())?;
    check::device_change(&change, model)?;
    let row = DeviceChange {
        name: change.name.clone(),
        mac: change.mac.clone(),
        line: change.line,
        user_name: change.user_name.clone(),
    };
    let revoked = tenant.change_device(id, version, &row, actor).await?;
    change_passwords(tenant, id, &change).await?;
    let after = tenant.device(id).await?;
    check::limits(state, tenant, &after).await?;
    let detail = difference(&fields(&before), &with_passwords(fields(&after), &change));
    save(tenant, actor, ChangeAction::Changed, &after, detail, &touched(&before, &after)).await?;
    Ok((tenant.device(id).await?, revoked))
}

/// Passwords are secrets: the device's next fetch carries the new ones, whatever was published.
async fn change_passwords(tenant: &Tenant, id: DeviceId, change: &api::DeviceChange) -> ApiResult<()> {
    if let Some(password) = &change.admin_password {
        put_password(tenant, id, SecretField::AdminPassword, password).await?;
    }
    if let Some(password) = &change.user_password {
        put_password(tenant, id, SecretField::UserPassword, password).await?;
    }
    if change.admin_password.is_some() || change.user_password.is_some() {
        tenant.touch_device(id).await?;
    }
    Ok(())
}

/// That a password is another one is told, which one is not.
fn with_passwords(mut fields: Value, change: &api::DeviceChange) -> Value {
    let passwords = [("admin_password", &change.admin_password), ("user_password", &change.user_password)];
    if let Value::Object(fields) = &mut fields {
        fields.extend(
            passwords.iter().filter(|(_, new)| new.is_some()).map(|(name, _)| ((*name).into(), true.into())),
        );
    }
    fields
}

/// The targets whose files a change may show up in: a device's name is for people only.
fn touched(before: &Device, after: &Device) -> Vec<Target> {
    let line = |device: &Device| device.line.as_ref().map(|line| line.id);
    let mut targets = Vec::new();
    if line(before) != line(after) {
        targets.push(Target::Site(after.site));
    }
    let same = before.mac == after.mac && before.user_name == after.user_name;
    if !same || !targets.is_empty() {
        targets.push(Target::Device(after.id));
    }
    targets
}

/// Removes a device; nothing is sent to it. Returns the place in the live-key log to wait for.
///
/// # Errors
/// An unknown device, or another version.
pub async fn delete(tenant: &Tenant, actor: &Actor, id: DeviceId, version: i64) -> ApiResult<Option<i64>> {
    let (device, revoked) = tenant.delete_device(id, version).await?;
    let detail = difference(&fields(&device), &Value::Null);
    save(tenant, actor, ChangeAction::Deleted, &device, detail, &[Target::Site(device.site)]).await?;
    Ok(revoked)
}
