//! Moving a reseller or a customer with all below it.

use actix_web::{HttpResponse, post, web};
use cordboard_api::{
    ErrorCode, Problem,
    nodes::{Node, NodeMove},
};
use cordboard_domain::access::{Action, Target, authorize};
use cordboard_store::{System, nodes::Place};
use cordboard_types::{CustomerState, NodeId};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{entry, message};
use crate::{
    State,
    http::{
        access::{InNode, Needs, NodeChanged},
        answer,
        body::Body,
        conditional::IfMatch,
        error::{ApiError, ApiResult},
    },
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(move_node);
}

/// Moves a reseller or a customer, with all below it, to another provider or reseller. The right to change it is needed
/// in the old and in the new parent, and nobody comes to more rights than who moves it had. Whoever's rights came from
/// the old place sees it no more.
#[utoipa::path(request_body = NodeMove, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Node), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 412, body = Problem),
    (status = 422, description = "`wrong_place`, `unknown_reference`", body = Problem),
))]
#[post("/nodes/{node}/moves")]
async fn move_node(
    state: web::Data<State>,
    access: InNode<NodeChanged>,
    version: IfMatch,
    body: Body<NodeMove>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("move a node").await?;
    system.lock_tree().await?;
    let unknown = || ApiError::at(ErrorCode::UnknownReference, "/to");
    let old = system.place(access.node).await?.ok_or(ErrorCode::NotFound)?;
    let new = system.place(body.value.to).await?.ok_or_else(unknown)?;
    may_move(&access, &old, &new)?;
    gains_nothing(&system, &access, &old, &new).await?;
    let before = system.site_values(access.node).await?;
    system.move_node(access.node, version.0, body.value.to).await?;
    system.changed_sites(access.node, &before, &access.actor).await?;
    let from = old.path.iter().rev().nth(1);
    let detail = json!({ "from": from, "to": body.value.to });
    system.audit(access.tenant(), &access.actor, entry("node.move", access.node, detail)).await?;
    let node = message(&system, access.node, &access.who.principal).await?;
    system.commit().await?;
    let version = node.version;
    answer::versioned(&node, version)
}

/// The right to change it, from above it in the old place and in the new one. A parent one does not see is unknown.
fn may_move(access: &InNode<NodeChanged>, old: &Place, new: &Place) -> ApiResult<()> {
    let permission = NodeChanged::in_kind(old.kind);
    let principal = &access.who.principal;
    let may = |path: &[NodeId]| authorize(principal, Action::Do(permission), Target::Node(path));
    if !principal.sees(&new.path) {
        return Err(ApiError::at(ErrorCode::UnknownReference, "/to"));
    }
    let above = old.path.split_last().map(|(_, above)| above).unwrap_or_default();
    if !may(above) || !may(&new.path) {
        return Err(ErrorCode::Forbidden.into());
    }
    if new.path.contains(&access.node) || matches!(old.customer, Some((_, CustomerState::Closed))) {
        return Err(ApiError::at(ErrorCode::WrongPlace, "/to"));
    }
    Ok(())
}

/// Who moves hands the node on to everybody with a role above the new place: never more than they may themselves, and
/// they come to no more either.
async fn gains_nothing(
    system: &System,
    access: &InNode<NodeChanged>,
    old: &Place,
    new: &Place,
) -> ApiResult<()> {
    let principal = &access.who.principal;
    let gained: Vec<_> = new.path.iter().filter(|node| !old.path.contains(node)).copied().collect();
    let handed_on = system.permissions_held_in(&gained).await?.with(principal.at(&new.path));
    let may = principal.may_hand_on(handed_on, &old.path);
    if may { Ok(()) } else { Err(ErrorCode::BeyondOwnRights.into()) }
}
