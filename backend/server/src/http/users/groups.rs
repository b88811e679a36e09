//! The groups of a user, and what the user may do because of them.

use actix_web::{HttpResponse, get, patch, web};
use cordboard_api::{
    Page, Problem,
    users::{UserGroup, UserGroups, UserGroupsChange, UserHuntGroup, UserPermission, UserPickupGroup},
};
use cordboard_store::{
    Tenant,
    groups::{Effective, EffectiveTarget},
};
use cordboard_types::UserId;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::super::{
    access::{GroupsRead, GroupsWrite, InCustomer},
    answer,
    body::Body,
    conditional::IfMatch,
    error::ApiResult,
};
use crate::services::groups::note;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(read).service(change).service(permissions);
}

/// The groups a user is in.
#[utoipa::path(responses((status = 200, body = UserGroups), (status = 404, body = Problem)))]
#[get("/customers/{customer}/users/{user}/groups")]
async fn read(access: InCustomer<GroupsRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let groups = of(&access.read().await?, UserId(path.1)).await?;
    let version = groups.version;
    answer::versioned(&groups, version)
}

/// Puts a user into groups and takes the user out of others. Standard memberships stay.
#[utoipa::path(request_body = UserGroupsChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = UserGroups), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 409, description = "`predefined`", body = Problem),
    (status = 412, body = Problem), (status = 422, body = Problem),
))]
#[patch("/customers/{customer}/users/{user}/groups")]
async fn change(
    access: InCustomer<GroupsWrite>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    body: Body<UserGroupsChange>,
) -> ApiResult<HttpResponse> {
    let (tenant, user) = (access.write().await?, UserId(path.1));
    tenant.lock_model().await?;
    tenant.touch_user(user, version.0).await?;
    let before = tenant.permissions_of_user(user).await?;
    let UserGroupsChange { groups, pickup_groups } = body.value;
    if let Some(groups) = &groups {
        tenant.set_groups_of(user, groups).await?;
    }
    if let Some(groups) = &pickup_groups {
        tenant.set_pickup_groups_of(user, groups).await?;
    }
    access.within_own_rights(tenant.permissions_of_user(user).await?.without(before))?;
    let detail = serde_json::json!({ "groups": groups, "pickup_groups": pickup_groups });
    note(&tenant, &access.actor, "user.groups", user.0, detail).await?;
    let groups = of(&tenant, user).await?;
    tenant.commit().await?;
    let version = groups.version;
    answer::versioned(&groups, version)
}

/// What a user may do on whom, each right with the group it comes from; all of them.
#[utoipa::path(responses((status = 200, body = Page<UserPermission>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/users/{user}/permissions")]
async fn permissions(
    access: InCustomer<GroupsRead>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let rights = access.read().await?.effective(UserId(path.1)).await?;
    answer::ok(&Page { items: rights.into_iter().map(permission).collect(), next: None })
}

async fn of(tenant: &Tenant, user: UserId) -> ApiResult<UserGroups> {
    let groups = tenant.groups_of(user).await?.into_iter();
    let pickup = tenant.pickup_groups_of(user).await?.into_iter();
    let hunt = tenant.hunt_groups_of(user).await?.into_iter();
    Ok(UserGroups {
        groups: groups.map(|row| UserGroup { id: row.id, name: row.name, standard: row.standard }).collect(),
        pickup_groups: pickup
            .map(|row| UserPickupGroup { id: row.id, number: row.number, name: row.name })
            .collect(),
        hunt_groups: hunt
            .map(|row| UserHuntGroup {
                id: row.id,
                extension: row.settings.extension,
                title: row.settings.title,
            })
            .collect(),
        version: tenant.user(user).await?.version,
    })
}

fn permission(right: Effective) -> UserPermission {
    let (target, gui_group, target_name, modules) = match right.target {
        EffectiveTarget::Group(id, name) => (Some(id), None, name, None),
        EffectiveTarget::Gui(id, name, modules) => (None, Some(id), name, Some(modules)),
    };
    UserPermission {
        feature: right.feature,
        target,
        gui_group,
        target_name,
        modules,
        from: right.holder,
        from_name: right.holder_name,
    }
}
