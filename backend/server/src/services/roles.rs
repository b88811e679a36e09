//! Giving roles: nobody gives more than they may themselves, and no role where it does not belong.

use cordboard_api::ErrorCode;
use cordboard_domain::access::{Principal, permissions_of};
use cordboard_store::{StoreError, System};
use cordboard_types::{NodeId, Permission, Permissions, Role, RoleName};

use crate::http::error::{ApiError, ApiResult};

/// Predefined roles that may be held in a node of a kind.
#[must_use]
pub fn of_kind(kind: &str) -> &'static [Role] {
    match kind {
        "platform" => &[Role::PlatformOperator],
        "provider" | "reseller" => &[Role::ProviderAdministrator, Role::ProviderSupport],
        "customer" => &[Role::CustomerAdministrator, Role::User],
        _ => &[],
    }
}

/// What a role allows when it is given at the end of `path`.
///
/// # Errors
/// [`ErrorCode::UnknownReference`] at `/role` for one that is not offered there.
pub async fn permissions_at(system: &System, path: &[NodeId], role: RoleName) -> ApiResult<Permissions> {
    let unknown = || ApiError::at(ErrorCode::UnknownReference, "/role");
    match role {
        RoleName::Predefined(role) => {
            let node = path.last().copied().ok_or_else(unknown)?;
            let kind = system.nodes(&[node]).await?.pop().ok_or_else(unknown)?.kind;
            of_kind(&kind).contains(&role).then(|| permissions_of(role)).ok_or_else(unknown)
        }
        RoleName::Custom(id) => match system.role(id).await {
            Ok(made) if path.contains(&made.node) => Ok(made.permissions),
            Ok(_) | Err(StoreError::NotFound) => Err(unknown()),
            Err(error) => Err(error.into()),
        },
    }
}

/// Whether `principal` may give `role` at the end of `path`.
///
/// # Errors
/// [`ErrorCode::BeyondOwnRights`], or a role that is not offered there.
pub async fn may_give(
    system: &System,
    principal: &Principal,
    path: &[NodeId],
    role: RoleName,
) -> ApiResult<()> {
    let permissions = permissions_at(system, path, role).await?;
    if principal.may_hand_on(permissions, path) { Ok(()) } else { Err(ErrorCode::BeyondOwnRights.into()) }
}

/// After a role was taken: a node whose administrator it was must keep one, or only its provider could help it.
///
/// # Errors
/// [`ErrorCode::LastAdministrator`].
pub async fn somebody_is_left(system: &System, node: NodeId, taken: RoleName) -> ApiResult<()> {
    let RoleName::Predefined(taken) = taken else { return Ok(()) };
    if !permissions_of(taken).contains(Permission::PeopleWrite) || system.has_member(node, taken).await? {
        return Ok(());
    }
    Err(ErrorCode::LastAdministrator.into())
}
