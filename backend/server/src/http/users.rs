//! Users, their lines and credential sets.

mod export;
mod groups;
mod message;

use actix_web::{HttpResponse, delete, get, patch, post, web};
use cordboard_api::{
    Page, Problem,
    page::{MAX_PAGE_SIZE, PAGE_SIZE},
    users::{CredentialRotation, CredentialSet, NewUser, User, UserChange, UserOrder},
};
use cordboard_store::{
    PageRequest, credentials,
    users::{UserList, UserSort},
};
use cordboard_types::{LineId, UserId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use self::message::message;
use super::{
    access::{CredentialsRotate, InCustomer, UsersRead, UsersWrite},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
    idempotency::IdempotencyKey,
};
use crate::services::users;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    // Before `{user}`, whose place it takes.
    export::configure(config);
    groups::configure(config);
    config.service(list).service(create).service(read).service(change).service(remove);
    config.service(list_credentials).service(rotate_credentials);
}

/// Which users, in which order.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    /// Words that each begin a word of name, login id or extension.
    #[serde(default)]
    search: String,
    /// By extension unless chosen.
    #[serde(default)]
    sort: UserOrder,
    /// Cursor of the page before, of the same order.
    #[serde(default)]
    after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    #[serde(default)]
    size: Option<u16>,
}

/// Users of a customer.
#[utoipa::path(params(ListQuery), responses((status = 200, body = Page<User>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/users")]
async fn list(access: InCustomer<UsersRead>, query: web::Query<ListQuery>) -> ApiResult<HttpResponse> {
    let ListQuery { search, sort, after, size } = query.into_inner();
    let page = PageRequest { after, size: size.unwrap_or(PAGE_SIZE).clamp(1, MAX_PAGE_SIZE) };
    let rows = access.read().await?.users_listed(&UserList { search, sort: by(sort) }, &page).await?;
    answer::page(rows, message)
}

/// The order of the rows.
fn by(order: UserOrder) -> UserSort {
    match order {
        UserOrder::Extension => UserSort::Extension,
        UserOrder::Name => UserSort::Name,
        UserOrder::Login => UserSort::Login,
    }
}

/// Adds a user with a line.
#[utoipa::path(request_body = NewUser, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = User), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[post("/customers/{customer}/users")]
async fn create(
    access: InCustomer<UsersWrite>,
    key: IdempotencyKey,
    body: Body<NewUser>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let once = key.once(access.who.person, &body.hash);
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let user = users::create(&tenant, &access.actor, body.value).await?;
    access.within_own_rights(tenant.permissions_of_user(user.id).await?)?;
    once.finish(tenant, &message(user)).await
}

/// One user.
#[utoipa::path(responses((status = 200, body = User), (status = 404, body = Problem)))]
#[get("/customers/{customer}/users/{user}")]
async fn read(access: InCustomer<UsersRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let row = access.read().await?.user(UserId(path.1)).await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Changes a user; name and extension reach the line's devices with the next publish, all else is in force at
/// once.
#[utoipa::path(request_body = UserChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = User), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 409, description = "`predefined`", body = Problem),
    (status = 412, body = Problem), (status = 422, body = Problem),
))]
#[patch("/customers/{customer}/users/{user}")]
async fn change(
    access: InCustomer<UsersWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<UserChange>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let id = UserId(path.1);
    let before = tenant.permissions_of_user(id).await?;
    // Who is behind the user, or may come to be, is given all the user has; else what the change adds counts.
    let is_handed_over = body.value.person.is_some() || body.value.email.is_some();
    let user = users::change(&tenant, &access.actor, id, version.0, body.value).await?;
    let after = tenant.permissions_of_user(id).await?;
    access.within_own_rights(if is_handed_over { after } else { after.without(before) })?;
    tenant.commit().await?;
    let version = user.version;
    answer::versioned(&message(user), version)
}

/// Removes a user with the line. Refused while devices are on it.
#[utoipa::path(params(("If-Match" = String, Header)), responses(
    (status = 204), (status = 404, body = Problem), (status = 409, body = Problem), (status = 412, body = Problem),
))]
#[delete("/customers/{customer}/users/{user}")]
async fn remove(
    access: InCustomer<UsersWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    users::delete(&tenant, &access.actor, UserId(path.1), version.0).await?;
    tenant.commit().await?;
    Ok(answer::done())
}

/// Credential sets of a line without their secrets, its own first; all of them, there are few.
#[utoipa::path(responses((status = 200, body = Page<CredentialSet>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/lines/{line}/credentials")]
async fn list_credentials(
    access: InCustomer<UsersRead>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let sets = access.read().await?.credentials(LineId(path.1)).await?;
    answer::ok(&Page { items: sets.into_iter().map(set).collect(), next: None })
}

/// Gives every credential set of a line a new secret. In force at once; no release is made.
#[utoipa::path(responses((status = 201, body = CredentialRotation), (status = 404, body = Problem)))]
#[post("/customers/{customer}/lines/{line}/credential-rotations")]
async fn rotate_credentials(
    access: InCustomer<CredentialsRotate>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let sets = users::rotate(&tenant, &access.actor, LineId(path.1)).await?;
    tenant.commit().await?;
    let rotation = CredentialRotation { credentials: sets.into_iter().map(set).collect() };
    answer::created(&rotation)
}

fn set(row: credentials::CredentialSet) -> CredentialSet {
    CredentialSet {
        id: row.id,
        device: row.device,
        auth_user: row.auth_user,
        version: row.version,
        rotated_at: row.rotated_at,
    }
}
