//! Groups of the telephone system: what is written down of a change, and who may give what.

use cordboard_api::ErrorCode;
use cordboard_store::{
    Tenant,
    audit::Actor,
    groups::{GrantTarget, NewGrant},
};
use cordboard_types::{Feature, GroupId, GuiGroupId, Invalid, ModuleRefusal, Permissions, Standard};
use serde_json::Value;
use uuid::Uuid;

use super::record::audit;
use crate::http::error::{ApiError, ApiResult, Reason};

/// A row of the audit log for a group; in force at once.
///
/// # Errors
/// When the database fails.
pub async fn note(
    tenant: &Tenant,
    actor: &Actor,
    action: &'static str,
    id: Uuid,
    detail: Value,
) -> ApiResult<()> {
    audit(tenant, actor, action, "group", id, detail).await
}

/// The grant a request asks for: `show-gui` is on a GUI group, every other right on a group.
///
/// # Errors
/// The field that is missing or does not belong there.
pub fn grant(feature: Feature, target: Option<GroupId>, gui: Option<GuiGroupId>) -> ApiResult<NewGrant> {
    let refuse = |field, invalid| Err(ApiError::field(ErrorCode::Invalid, field, Reason::Invalid(invalid)));
    match (feature, target, gui) {
        (Feature::ShowGui, None, Some(gui)) => Ok(NewGrant { feature, target: GrantTarget::Gui(gui) }),
        (Feature::ShowGui, Some(_), _) => refuse("/target", Invalid::Choice),
        (Feature::ShowGui, None, None) => refuse("/gui_group", Invalid::Empty),
        (_, Some(target), None) => Ok(NewGrant { feature, target: GrantTarget::Group(target) }),
        (_, _, Some(_)) => refuse("/gui_group", Invalid::Choice),
        (_, None, None) => refuse("/target", Invalid::Empty),
    }
}

/// What a grant gives of the platform.
///
/// # Errors
/// An unknown GUI group.
pub async fn permissions(tenant: &Tenant, grant: NewGrant) -> ApiResult<Permissions> {
    match grant.target {
        GrantTarget::Group(_) => Ok(Permissions::NONE),
        GrantTarget::Gui(id) => {
            let gui = tenant.gui_group(id).await.map_err(|error| error.referring("/gui_group"))?;
            Ok(gui.modules.permissions())
        }
    }
}

/// What every new user is given by the groups nobody can leave.
///
/// # Errors
/// When the database fails.
pub async fn permissions_of_all(tenant: &Tenant) -> ApiResult<Permissions> {
    let mut all = Permissions::NONE;
    for group in tenant.standard_groups().await? {
        if group.standard.is_some_and(|standard| standard != Standard::Admins) {
            all = all.with(tenant.permissions_of_group(group.id).await?);
        }
    }
    Ok(all)
}

/// Why modules do not go together, as an error of the field that asked.
#[must_use]
pub fn refused(refusal: ModuleRefusal) -> ApiError {
    match refusal {
        ModuleRefusal::ParentOff(_) => ApiError::at(ErrorCode::ParentModuleOff, "/on"),
        ModuleRefusal::Needed(_) => ApiError::at(ErrorCode::ModuleNeeded, "/off"),
    }
}
