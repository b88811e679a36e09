//! One search over everything one may see, for the command palette.

use std::collections::{BTreeMap, HashSet};

use actix_web::{HttpResponse, get, web};
use cordboard_api::{
    Problem,
    search::{Found, FoundList},
};
use cordboard_domain::access::Principal;
use cordboard_store::search as rows;
use cordboard_types::{FoundKind, Mac, NodeId, Permission};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{access::Anyone, answer, devices::model_name, error::ApiResult};
use crate::State;

/// Places of one person that are searched; who has more sees the first.
const PLACES: usize = 8;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(search);
}

#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct SearchQuery {
    /// Words that each begin a word of a name, a number, a model; or a MAC, or how one begins.
    q: String,
}

/// Customers, users, devices and numbers one may see: a few of each, the nearest first.
#[utoipa::path(params(SearchQuery), responses((status = 200, body = FoundList), (status = 401, body = Problem)))]
#[get("/search")]
async fn search(
    state: web::Data<State>,
    access: Anyone,
    query: web::Query<SearchQuery>,
) -> ApiResult<HttpResponse> {
    let mut found = Vec::new();
    for (node, kinds) in places(&access.0.principal).into_iter().take(PLACES) {
        found.extend(state.store.subtree(node).await?.search(&query.q, &kinds).await?);
    }
    // Places may stand below each other.
    let mut seen = HashSet::new();
    found.retain(|found| seen.insert(found.id));
    found.sort_by_key(|found| found.kind);
    answer::ok(&FoundList { items: found.into_iter().map(|row| message(&state, row)).collect() })
}

/// Where somebody may see what.
fn places(principal: &Principal) -> BTreeMap<NodeId, Vec<FoundKind>> {
    let kinds = [
        (FoundKind::Customer, Permission::CustomersRead),
        (FoundKind::User, Permission::UsersRead),
        (FoundKind::Device, Permission::DevicesRead),
        (FoundKind::HuntGroup, Permission::GroupsRead),
    ];
    let mut places: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (kind, permission) in kinds {
        for node in principal.nodes_with(permission) {
            let kinds = places.entry(node).or_default();
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
    }
    places
}

fn message(state: &State, row: rows::Found) -> Found {
    Found {
        kind: row.kind,
        id: row.id.to_string(),
        customer: row.customer,
        customer_name: row.customer_name,
        name: row.name,
        number: row.number,
        model_name: row.model.as_ref().map(|model| model_name(state, model)),
        mac: row.mac.as_ref().map(Mac::with_colons),
    }
}
