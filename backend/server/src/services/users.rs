//! Users and lines: what a save touches and what is written down of it.

mod profile;

use cordboard_api::{ErrorCode, users as api};
use cordboard_store::{
    Tenant,
    audit::Actor,
    changes::ChangeAction,
    credentials::CredentialSet,
    targets::Target,
    users::{NewPin, NewUser, Profile, User},
};
use cordboard_types::{Invalid, LineId, SiteId, UserId};
use serde_json::json;

use super::{
    limits,
    record::{Saved, audit, record},
};
use crate::http::error::{ApiError, ApiResult, Reason};

/// Adds a user with a line; the site's agent learns of it with the next publish.
///
/// # Errors
/// An extension or login id in use, an unknown site, or none named where there are several.
pub async fn create(tenant: &Tenant, actor: &Actor, new: api::NewUser) -> ApiResult<User> {
    limits::room_for_users(tenant, 1).await?;
    tenant.lock_model().await?;
    let site = site_or_only(tenant, new.site).await?;
    let pin = new.pin.clone().map_or(NewPin::Random, NewPin::Chosen);
    let profile = profile::of_new(tenant, new).await?;
    let (id, _) = tenant.create_user(&NewUser { id: UserId::new(), profile, site, pin }).await?;
    let user = tenant.user(id).await?;
    save(tenant, actor, ChangeAction::Created, &user, &[Target::Site(site)]).await?;
    Ok(user)
}

/// Changes a user; the name and the extension reach every device of the line and the site.
///
/// # Errors
/// An unknown user, another version, an extension or login id in use.
pub async fn change(
    tenant: &Tenant,
    actor: &Actor,
    id: UserId,
    version: i64,
    change: api::UserChange,
) -> ApiResult<User> {
    let before = tenant.user(id).await?;
    let pin = change.pin.clone();
    let profile = profile::changed(&before.profile, change)?;
    tenant.change_user(id, version, &profile, pin.as_ref()).await?;
    let user = tenant.user(id).await?;
    let is_seen =
        before.profile.name != user.profile.name || before.profile.extension != user.profile.extension;
    let targets = if is_seen { tenant.targets_of_line(user.line).await? } else { Vec::new() };
    save(tenant, actor, ChangeAction::Changed, &user, &targets).await?;
    Ok(user)
}

/// Removes a user with the line.
///
/// # Errors
/// [`ErrorCode::Conflict`] while devices are on the line.
pub async fn delete(tenant: &Tenant, actor: &Actor, id: UserId, version: i64) -> ApiResult<()> {
    let user = tenant.user(id).await?;
    tenant.delete_user(id, version).await?;
    save(tenant, actor, ChangeAction::Deleted, &user, &[Target::Site(user.site)]).await
}

/// Gives every credential set of a line a new secret. In force at once; no release is made.
///
/// # Errors
/// An unknown line.
pub async fn rotate(tenant: &Tenant, actor: &Actor, line: LineId) -> ApiResult<Vec<CredentialSet>> {
    let sets = tenant.rotate_credentials(line).await?;
    let detail = json!({ "sets": sets.len() });
    audit(tenant, actor, "line.rotate_credentials", "line", line.0, detail).await?;
    Ok(sets)
}

/// The site named, or the customer's only one.
///
/// # Errors
/// [`Invalid::Empty`] at `/site` where there are several and none was named.
pub async fn site_or_only(tenant: &Tenant, named: Option<SiteId>) -> ApiResult<SiteId> {
    if let Some(site) = named {
        return Ok(site);
    }
    match tenant.sites().await?.as_slice() {
        [only] => Ok(only.id),
        _ => Err(ApiError::field(ErrorCode::Invalid, "/site", Reason::Invalid(Invalid::Empty))),
    }
}

async fn save(
    tenant: &Tenant,
    actor: &Actor,
    action: ChangeAction,
    user: &User,
    targets: &[Target],
) -> ApiResult<()> {
    let Profile { name, login, extension, .. } = &user.profile;
    let saved = Saved { action, resource: "user", id: user.id.0, name: name.as_str(), targets };
    record(tenant, actor, saved, json!({ "name": name, "login": login, "extension": extension })).await
}
