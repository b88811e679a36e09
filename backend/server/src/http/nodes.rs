//! The tree of the organisation.

mod moves;
mod overview;

use actix_web::{HttpResponse, get, patch, post, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    nodes::{ChildNode, NewNode, Node, NodeChange, NodeRef},
};
use cordboard_domain::access::{Action, Principal, Target, authorize};
use cordboard_store::{PageRequest, System, audit::Entry, nodes as rows};
use cordboard_types::{NodeId, NodeKind, Permission};
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    access::{InNode, NodeChanged, NodeSeen, NodesWrite},
    answer,
    body::Body,
    conditional::IfMatch,
    error::{ApiError, ApiResult},
    idempotency::IdempotencyKey,
};
use crate::State;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(read).service(children).service(create).service(change);
    moves::configure(config);
    overview::configure(config);
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct ChildrenQuery {
    /// Only nodes of this kind.
    #[serde(default)]
    kind: Option<NodeKind>,
    /// Cursor of the page before.
    #[serde(default)]
    after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    #[serde(default)]
    size: Option<u16>,
}

/// A node with the way to it, as far up as one may see.
#[utoipa::path(responses((status = 200, body = Node), (status = 404, body = Problem)))]
#[get("/nodes/{node}")]
async fn read(state: web::Data<State>, access: InNode<NodeSeen>) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("read a node").await?;
    let node = message(&system, access.node, &access.who.principal).await?;
    let version = node.version;
    answer::versioned(&node, version)
}

/// The nodes directly below, by name; those of kinds one may see.
#[utoipa::path(params(ChildrenQuery), responses((status = 200, body = Page<ChildNode>), (status = 404, body = Problem)))]
#[get("/nodes/{node}/children")]
async fn children(
    state: web::Data<State>,
    access: InNode<NodeSeen>,
    query: web::Query<ChildrenQuery>,
) -> ApiResult<HttpResponse> {
    let query = query.into_inner();
    let kinds = visible(&access.who.principal, &access.path, query.kind);
    if kinds.is_empty() {
        return answer::ok(&Page::<ChildNode> { items: Vec::new(), next: None });
    }
    let page = PageRequest { after: query.after, size: query.size.unwrap_or(cordboard_api::page::PAGE_SIZE) };
    let system = state.store.system_read("list nodes").await?;
    let rows = system.children(access.node, &kinds, &page).await?;
    let mut items = Vec::with_capacity(rows.items.len());
    for row in rows.items {
        items.push(ChildNode { id: row.id, kind: kind(&row)?, name: row.name, version: row.version });
    }
    answer::ok(&Page { items, next: rows.next })
}

/// Adds a provider below the platform, or a reseller below a provider or reseller.
#[utoipa::path(request_body = NewNode, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = Node), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 422, description = "`wrong_place`", body = Problem),
))]
#[post("/nodes/{node}/children")]
async fn create(
    state: web::Data<State>,
    access: InNode<NodesWrite>,
    key: IdempotencyKey,
    body: Body<NewNode>,
) -> ApiResult<HttpResponse> {
    let once = key.once(access.who.person, &body.hash);
    let system = state.store.system("create a node").await?;
    if let Some(answer) = once.begin(&system).await? {
        return Ok(answer);
    }
    let kind = access.kind.organisation_below().ok_or(ErrorCode::WrongPlace)?;
    let id = system.create_node(kind, Some(access.node), &body.value.name).await?;
    let detail = json!({ "kind": kind, "name": body.value.name, "parent": access.node });
    system.audit(access.tenant(), &access.actor, entry("node.create", id, detail)).await?;
    let node = message(&system, id, &access.who.principal).await?;
    once.finish(system, &node).await
}

/// Renames a node.
#[utoipa::path(request_body = NodeChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Node), (status = 403, body = Problem), (status = 404, body = Problem),
    (status = 412, body = Problem),
))]
#[patch("/nodes/{node}")]
async fn change(
    state: web::Data<State>,
    access: InNode<NodeChanged>,
    version: IfMatch,
    body: Body<NodeChange>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("rename a node").await?;
    let before = system.node(access.node).await?.name;
    system.rename_node(access.node, version.0, &body.value.name).await?;
    let detail = json!({ "before": before, "after": body.value.name });
    system.audit(access.tenant(), &access.actor, entry("node.change", access.node, detail)).await?;
    let node = message(&system, access.node, &access.who.principal).await?;
    system.commit().await?;
    let version = node.version;
    answer::versioned(&node, version)
}

/// The kinds of nodes one may see below a node.
fn visible(principal: &Principal, path: &[NodeId], wanted: Option<NodeKind>) -> Vec<NodeKind> {
    let may = |permission| authorize(principal, Action::Do(permission), Target::Node(path));
    let seen = |kind: &NodeKind| match kind {
        NodeKind::Platform => false,
        NodeKind::Provider | NodeKind::Reseller => may(Permission::NodesRead),
        NodeKind::Customer => may(Permission::CustomersRead),
        NodeKind::Site => may(Permission::SitesRead),
    };
    let asked = |kind: &NodeKind| wanted.is_none_or(|wanted| wanted == *kind);
    NodeKind::ALL.iter().copied().filter(asked).filter(seen).collect()
}

async fn message(system: &System, id: NodeId, principal: &Principal) -> ApiResult<Node> {
    let place = system.place(id).await?.ok_or(ErrorCode::NotFound)?;
    let nodes = system.nodes(&place.path).await?;
    let mut path = Vec::with_capacity(place.path.len());
    for (depth, step) in place.path.iter().enumerate() {
        let seen = place.path.get(..=depth).is_some_and(|way| principal.sees(way));
        if let Some(node) = nodes.iter().find(|node| node.id == *step && seen) {
            path.push(NodeRef { id: node.id, kind: kind(node)?, name: node.name.clone() });
        }
    }
    let node = nodes.into_iter().find(|node| node.id == id).ok_or(ErrorCode::NotFound)?;
    let (state, version) = (place.customer.map(|(_, state)| state), node.version);
    Ok(Node { id, kind: place.kind, name: node.name, path, state, version })
}

fn kind(node: &rows::Node) -> ApiResult<NodeKind> {
    NodeKind::parse(&node.kind).map_err(ApiError::internal)
}

fn entry(action: &'static str, node: NodeId, detail: serde_json::Value) -> Entry {
    Entry { action, target_kind: "node", target_id: Some(node.0), outcome: "done", detail }
}
