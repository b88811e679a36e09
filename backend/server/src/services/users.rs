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
use serde_json::{Value, json};

use super::record::{Saved, audit, difference, record};
use crate::http::error::{ApiError, ApiResult, Reason};

/// Adds a user with a line; the site's agent learns of it with the next publish.
///
/// # Errors
/// An extension or login id in use, an unknown site, or none named where there are several.
pub async fn create(tenant: &Tenant, actor: &Actor, new: api::NewUser) -> ApiResult<User> {
    tenant.lock_model().await?;
    let site = site_or_only(tenant, new.site).await?;
    let pin = new.pin.clone().map_or(NewPin::Random, NewPin::Chosen);
    let profile = profile::of_new(tenant, new).await?;
    let (id, _) = tenant.create_user(&NewUser { id: UserId::new(), profile, site, pin }).await?;
    let user = tenant.user(id).await?;
    let detail = difference(&Value::Null, &fields(&user));
    save(tenant, actor, ChangeAction::Created, &user, detail, &[Target::Site(site)]).await?;
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
    let detail = difference(&fields(&before), &fields(&user));
    save(tenant, actor, ChangeAction::Changed, &user, detail, &targets).await?;
    Ok(user)
}

/// Removes a user with the line.
///
/// # Errors
/// [`ErrorCode::InUse`] while devices are on the line.
pub async fn delete(tenant: &Tenant, actor: &Actor, id: UserId, version: i64) -> ApiResult<()> {
    let user = tenant.user(id).await?;
    tenant.delete_user(id, version).await?;
    let detail = difference(&fields(&user), &Value::Null);
    save(tenant, actor, ChangeAction::Deleted, &user, detail, &[Target::Site(user.site)]).await
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
    detail: Value,
    targets: &[Target],
) -> ApiResult<()> {
    let name = user.profile.name.as_str();
    let saved = Saved { action, resource: "user", id: user.id.0, name, targets };
    record(tenant, actor, saved, detail).await
}

/// A user as the audit log tells of one.
fn fields(user: &User) -> Value {
    let Profile { name, login, extension, .. } = &user.profile;
    json!({ "name": name, "login": login, "extension": extension, "site": user.site })
}
