//! Customers.

mod closing;
mod standing;

use actix_web::{HttpResponse, get, patch, post, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    customers::{Customer, CustomerChange, CustomerCounts, NewCustomer, Standing},
};
use cordboard_store::{
    System,
    audit::Entry,
    customers::{self as rows, CustomerList},
    nodes::NodeKind,
    sites::NewSite,
};
use cordboard_types::NodeId;
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    access::{CustomersRead, CustomersWrite, InCustomer, Somewhere},
    answer,
    body::Body,
    conditional::IfMatch,
    error::{ApiError, ApiResult},
    idempotency::IdempotencyKey,
    query::PageQuery,
};
use crate::{
    State,
    services::{country, record::difference},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(read).service(change);
    standing::configure(config);
    closing::configure(config);
}

/// Which customers.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct ListQuery {
    /// Words that each begin a word of the name.
    #[serde(default)]
    search: String,
    /// Cursor of the page before.
    #[serde(default)]
    after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    #[serde(default)]
    size: Option<u16>,
}

/// Customers one may see, by name.
#[utoipa::path(params(ListQuery), responses((status = 200, body = Page<Customer>), (status = 401, body = Problem)))]
#[get("/customers")]
async fn list(
    state: web::Data<State>,
    access: Somewhere<CustomersRead>,
    query: web::Query<ListQuery>,
) -> ApiResult<HttpResponse> {
    let ListQuery { search, after, size } = query.into_inner();
    let root = widest(&state, &access.nodes).await?;
    let subtree = state.store.subtree(root).await?;
    let page = PageQuery { after, size }.into();
    answer::page(subtree.customers(&CustomerList { search }, &page).await?, message)
}

/// Adds a customer with its first site.
#[utoipa::path(request_body = NewCustomer, responses(
    (status = 201, body = Customer), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 422, body = Problem),
))]
#[post("/customers")]
async fn create(
    state: web::Data<State>,
    access: Somewhere<CustomersWrite>,
    key: IdempotencyKey,
    body: Body<NewCustomer>,
) -> ApiResult<HttpResponse> {
    let once = key.once(access.who.person, &body.hash);
    let system = state.store.system("create a customer").await?;
    if let Some(answer) = once.begin(&system).await? {
        return Ok(answer);
    }
    let new = body.value;
    let country = country::known(&new.country)?;
    let provider = provider(&system, &access.nodes, new.provider).await?;
    let site = NewSite {
        name: new.site_name,
        country: country.code.to_owned(),
        time_zone: country.time_zone.to_owned(),
    };
    let (tenant, _) = system.create_customer(provider, &new.name, country.code, &site).await?;
    let row = system.customer(tenant).await?;
    system.audit(Some(tenant), &access.who.actor, entry("customer.create", None, &row)).await?;
    let message = message(row);
    once.finish(system, &message).await
}

/// One customer.
#[utoipa::path(responses((status = 200, body = Customer), (status = 404, body = Problem)))]
#[get("/customers/{customer}")]
async fn read(access: InCustomer<CustomersRead>) -> ApiResult<HttpResponse> {
    let row = access.read().await?.customer().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// Renames a customer.
#[utoipa::path(request_body = CustomerChange, params(("If-Match" = String, Header)), responses(
    (status = 200, body = Customer), (status = 404, body = Problem), (status = 412, body = Problem),
))]
#[patch("/customers/{customer}")]
async fn change(
    access: InCustomer<CustomersWrite>,
    version: IfMatch,
    body: Body<CustomerChange>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let before = tenant.customer().await?;
    tenant.change_customer(version.0, body.value.name.as_ref()).await?;
    let row = tenant.customer().await?;
    tenant.audit(&access.actor, entry("customer.change", Some(&before), &row)).await?;
    tenant.commit().await?;
    let version = row.version;
    answer::versioned(&message(row), version)
}

/// The provider or reseller a new customer goes to: the one named, or the only one the person runs.
async fn provider(system: &System, nodes: &[NodeId], named: Option<NodeId>) -> ApiResult<NodeId> {
    let chosen = match named {
        Some(named) => {
            let place = system.place(named).await?.filter(|place| place.kind.has_customers());
            place.filter(|place| nodes.iter().any(|node| place.path.contains(node))).map(|_| named)
        }
        None => only_provider(system, nodes).await?,
    };
    chosen.ok_or_else(|| ApiError::at(ErrorCode::UnknownReference, "/provider"))
}

/// The only provider below the nodes, or the only provider or reseller among them.
async fn only_provider(system: &System, nodes: &[NodeId]) -> ApiResult<Option<NodeId>> {
    let mut tops = Vec::new();
    for node in nodes {
        match system.place(*node).await?.map(|place| place.kind) {
            Some(kind) if kind.has_customers() => tops.push(*node),
            _ => {
                let providers = system.nodes_of_kind(*node, NodeKind::Provider).await?;
                tops.extend(providers.into_iter().map(|provider| provider.id));
            }
        }
    }
    tops.sort_unstable();
    tops.dedup();
    Ok(tops.first().filter(|_| tops.len() == 1).copied())
}

/// The node whose subtree holds everything the person may see; memberships side by side are rare and each has
/// its own list, so the first is shown.
async fn widest(state: &State, nodes: &[NodeId]) -> ApiResult<NodeId> {
    let system = state.store.system_read("list customers").await?;
    let mut widest = (usize::MAX, None);
    for node in nodes {
        let depth = system.path(*node).await?.len();
        if depth < widest.0 {
            widest = (depth, Some(*node));
        }
    }
    widest.1.ok_or_else(|| ErrorCode::Forbidden.into())
}

fn entry(action: &'static str, before: Option<&rows::Customer>, after: &rows::Customer) -> Entry {
    let fields =
        |row: &rows::Customer| json!({ "name": row.name, "country": row.country, "provider": row.provider });
    Entry {
        action,
        target_kind: "customer",
        target_id: Some(after.id.0),
        outcome: "done",
        detail: difference(&before.map(fields).unwrap_or_default(), &fields(after)),
    }
}

fn message(row: rows::Customer) -> Customer {
    Customer {
        id: row.id,
        name: row.name,
        provider: row.provider,
        provider_name: row.provider_name,
        country: row.country,
        counts: CustomerCounts {
            sites: row.sites,
            lines: row.lines,
            devices: row.devices,
            confirmed: row.confirmed,
            registrations: row.registrations,
        },
        standing: standing_message(row.standing),
        created_at: row.created_at,
        version: row.version,
    }
}

fn standing_message(row: rows::Standing) -> Standing {
    let (since, by) = row.since.unzip();
    Standing { state: row.state, calls: row.calls, reason: row.reason, since, by, erased_at: row.erased_at }
}
