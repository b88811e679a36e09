//! Who holds which role in a node.

use actix_web::{HttpResponse, delete, get, post, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    people::{Member, NewMembership},
};
use cordboard_store::{audit::Entry, members as rows};
use cordboard_types::{NodeId, PersonId, RoleName};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{InNode, PeopleRead, PeopleWrite},
    answer,
    body::Body,
    error::ApiResult,
    query::PageQuery,
};
use crate::{State, services::roles};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(grant).service(revoke);
}

/// The people of a node, by address.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Member>), (status = 404, body = Problem)))]
#[get("/nodes/{node}/people")]
async fn list(
    state: web::Data<State>,
    access: InNode<PeopleRead>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("list people").await?;
    answer::page(system.members(access.node, &query.into_inner().into()).await?, message)
}

/// Gives a person of the node one more role. Nobody gives more than they may themselves.
#[utoipa::path(request_body = NewMembership, responses(
    (status = 204), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[post("/nodes/{node}/people/{person}/roles")]
async fn grant(
    state: web::Data<State>,
    access: InNode<PeopleWrite>,
    path: web::Path<(Uuid, Uuid)>,
    body: Body<NewMembership>,
) -> ApiResult<HttpResponse> {
    let (person, role) = (PersonId(path.1), body.value.role);
    let system = state.store.system("give a role").await?;
    let member = system.member(access.node, person).await?;
    roles::may_give(&system, &access.who.principal, &access.path, role).await?;
    if !member.roles.contains(&role) {
        system.grant(person, access.node, role).await?;
        system
            .audit(access.tenant(), &access.actor, entry("person.grant", "after", access.node, person, role))
            .await?;
    }
    system.commit().await?;
    Ok(answer::done())
}

/// Takes a role from a person. Somebody must be left who may give it back.
#[utoipa::path(params(("role" = String, Path)), responses(
    (status = 204), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 409, description = "`last_administrator`", body = Problem),
))]
#[delete("/nodes/{node}/people/{person}/roles/{role}")]
async fn revoke(
    state: web::Data<State>,
    access: InNode<PeopleWrite>,
    path: web::Path<(Uuid, Uuid, String)>,
) -> ApiResult<HttpResponse> {
    let (_, person, role) = path.into_inner();
    let person = PersonId(person);
    let role: RoleName = role.parse().map_err(|_| ErrorCode::NotFound)?;
    let system = state.store.system("take a role").await?;
    system.member(access.node, person).await?;
    roles::may_give(&system, &access.who.principal, &access.path, role).await?;
    system.revoke(person, access.node, role).await?;
    roles::somebody_is_left(&system, access.node, role).await?;
    let entry = entry("person.revoke", "before", access.node, person, role);
    system.audit(access.tenant(), &access.actor, entry).await?;
    system.commit().await?;
    Ok(answer::done())
}

fn entry(action: &'static str, side: &str, node: NodeId, person: PersonId, role: RoleName) -> Entry {
    Entry {
        action,
        target_kind: "person",
        target_id: Some(person.0),
        outcome: "done",
        detail: serde_json::json!({ side: { "node": node, "role": role } }),
    }
}

fn message(row: rows::Member) -> Member {
    Member {
        person: row.person,
        name: row.name,
        email: row.email,
        roles: row.roles,
        second_factor_since: row.second_factor_since,
        signed_in_at: row.signed_in_at,
    }
}
