//! Users, their lines and credential sets.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use cordboard_api::{
    Page, Problem,
    users::{CredentialRotation, CredentialSet, NewUser, User, UserChange},
};
use cordboard_store::{credentials, users as rows};
use cordboard_types::{LineId, UserId};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{CredentialsRotate, InCustomer, UsersRead, UsersWrite},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
    idempotency::IdempotencyKey,
    query::PageQuery,
};
use crate::services::users;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change).service(remove);
    config.service(list_credentials).service(rotate_credentials);
}

/// Users of a customer, by extension.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<User>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/users")]
async fn list(access: InCustomer<UsersRead>, query: web::Query<PageQuery>) -> ApiResult<HttpResponse> {
    let rows = access.read().await?.users(&query.into_inner().into()).await?;
    answer::page(rows, message)
}

/// Adds a user with a line.
#[utoipa::path(request_body = NewUser, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = User), (status = 404, body = Problem), (status = 422, body = Problem),
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

/// Renames a user or changes the extension; the line's devices follow with the next publish.
#[utoipa::path(request_body = UserChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = User), (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, body = Problem),
))]
#[patch("/customers/{customer}/users/{user}")]
async fn change(
    access: InCustomer<UsersWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<UserChange>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let user = users::change(&tenant, &access.actor, UserId(path.1), version.0, body.value).await?;
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

fn message(row: rows::User) -> User {
    User {
        id: row.id,
        name: row.name,
        line: row.line,
        extension: row.extension,
        site: row.site,
        site_name: row.site_name,
        devices: row.devices,
        registrations: row.registrations,
        created_at: row.created_at,
        version: row.version,
    }
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
