//! What a model does not have is refused with its field.

use cordboard_api::{
    ErrorCode,
    devices::{DeviceChange, NewDevice, ProvisioningMac},
};
use cordboard_catalogue::{Catalogue, Kind, Limit, Model};
use cordboard_domain::ModelId;
use cordboard_store::{Tenant, devices::Device};
use cordboard_types::Invalid;

use super::super::compile::Compiler;
use crate::{
    State,
    http::error::{ApiError, ApiResult, Reason},
};

/// The model named in a request.
pub(super) fn model<'a>(catalogue: &'a Catalogue, text: &str) -> ApiResult<&'a Model> {
    let found = ModelId::parse(text).and_then(|id| catalogue.model(&id));
    found.ok_or_else(|| ApiError::at(ErrorCode::UnknownModel, "/model"))
}

/// Fields the model has no use for, and fields it cannot do without.
pub(super) fn new_device(new: &NewDevice, model: &Model) -> ApiResult<()> {
    let is_phone = model.kind == Kind::Phone;
    refuse_all(&[
        ("/line", !is_phone && new.line.is_some()),
        ("/site", is_phone && new.site.is_some()),
        ("/handsets", new.handsets.len() > usize::from(model.handsets)),
        ("/admin_password", !model.admin_password && new.admin_password.is_some()),
        ("/user_name", !model.user_login && new.user_name.is_some()),
        ("/user_password", !model.user_login && new.user_password.is_some()),
    ])?;
    if is_phone && new.line.is_none() {
        return Err(invalid("/line", Invalid::Empty));
    }
    if let Some(wanted) = new.provisioning_mac {
        provisioning_mac(wanted, model, new.mac.is_some(), "/mac")?;
    }
    Ok(())
}

/// A client may choose *once* where the model can be brought up by its MAC and has one; *done* is never its
/// to say.
pub(super) fn provisioning_mac(
    wanted: ProvisioningMac,
    model: &Model,
    has_mac: bool,
    mac_field: &str,
) -> ApiResult<()> {
    match wanted {
        ProvisioningMac::No => Ok(()),
        ProvisioningMac::Done => Err(invalid("/provisioning_mac", Invalid::Choice)),
        ProvisioningMac::Once if !model.redirect => {
            Err(ApiError::at(ErrorCode::NotOfThisModel, "/provisioning_mac"))
        }
        ProvisioningMac::Once if !has_mac => Err(ApiError::at(ErrorCode::MacNeeded, mac_field)),
        ProvisioningMac::Once => Ok(()),
    }
}

/// Changes the model has no use for.
pub(super) fn device_change(change: &DeviceChange, model: &Model) -> ApiResult<()> {
    refuse_all(&[
        ("/line", model.kind != Kind::Phone && change.line.is_some()),
        ("/admin_password", !model.admin_password && change.admin_password.is_some()),
        ("/user_name", !model.user_login && change.user_name.is_some()),
        ("/user_password", !model.user_login && change.user_password.is_some()),
    ])
}

/// An IPUI: 10 to 13 letters and digits, or `0_1`, `0_2`, … for a handset that comes later (dect-base B-43).
///
/// # Errors
/// [`Invalid::Ipui`].
pub fn ipui(text: &str) -> Result<String, Invalid> {
    let text = text.trim().to_ascii_uppercase();
    let is_label = (10..=13).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_wildcard = text
        .strip_prefix("0_")
        .is_some_and(|number| (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()));
    if is_label || is_wildcard { Ok(text) } else { Err(Invalid::Ipui) }
}

/// What only the whole document shows: values the family's format cannot hold, slots it does not have. What
/// the site's country or zone lacks is no fault of this request; publishing names it.
pub(super) async fn limits(state: &State, tenant: &Tenant, device: &Device) -> ApiResult<()> {
    let compiler = Compiler::load(state, tenant, std::slice::from_ref(device)).await?;
    let refused = compiler.limits(device)?.into_iter().filter_map(|limit| match limit {
        Limit::UnknownModel => Some(ApiError::at(ErrorCode::UnknownModel, "/model")),
        Limit::Handsets { .. } | Limit::Slot { .. } | Limit::SlotTaken { .. } | Limit::Providers { .. } => {
            Some(ApiError::at(ErrorCode::NotOfThisModel, "/handsets"))
        }
        Limit::Value { field } if field == "user_name" => Some(invalid("/user_name", Invalid::Character)),
        Limit::Value { field } => field_of(&field).map(|pointer| invalid(&pointer, Invalid::Character)),
        _ => None,
    });
    refused.into_iter().next().map_or(Ok(()), Err)
}

/// `handsets[1].name` of a document is `/handsets/1/name` of a request; other values are not this request's.
fn field_of(field: &str) -> Option<String> {
    let rest = field.strip_prefix("handsets[")?;
    let (place, name) = rest.split_once("].")?;
    matches!(name, "name" | "ipui").then(|| format!("/handsets/{place}/{name}"))
}

fn refuse_all(rules: &[(&str, bool)]) -> ApiResult<()> {
    let fields: Vec<_> = rules
        .iter()
        .filter(|(_, refused)| *refused)
        .map(|(pointer, _)| ((*pointer).to_owned(), Reason::Code(ErrorCode::NotOfThisModel)))
        .collect();
    if fields.is_empty() {
        return Ok(());
    }
    Err(ApiError { fields, ..ApiError::new(ErrorCode::NotOfThisModel) })
}

pub(super) fn invalid(pointer: &str, reason: Invalid) -> ApiError {
    ApiError::field(ErrorCode::Invalid, pointer, Reason::Invalid(reason))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ipui_is_a_label_or_a_wildcard() {
        assert_eq!(ipui(" 02b1c3d4e5 "), Ok("02B1C3D4E5".to_owned()));
        assert_eq!(ipui("0_12"), Ok("0_12".to_owned()));
        for text in ["", "0_", "0_x", "123456789", "12345678901234", "12345-78901"] {
            assert_eq!(ipui(text), Err(Invalid::Ipui), "{text}");
        }
    }
}
