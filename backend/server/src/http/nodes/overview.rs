//! A provider at a glance.

use actix_web::{HttpResponse, get, web};
use cordboard_api::{
    Page, Problem,
    nodes::{Concern, Overview},
};
use cordboard_store::overview as rows;
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    State,
    http::{
        access::{CustomersRead, InNode},
        answer,
        error::ApiResult,
        query::PageQuery,
    },
    services::usage::CONNECTED,
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(overview);
}

/// How much there is below a node, and which customers need somebody, the gravest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Overview), (status = 404, body = Problem)))]
#[get("/nodes/{node}/overview")]
async fn overview(
    state: web::Data<State>,
    access: InNode<CustomersRead>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let subtree = state.store.subtree(access.node).await?;
    let counts = subtree.overview().await?;
    let concerns = subtree.concerns(subtree.now().plus(-CONNECTED), &query.into_inner().into()).await?;
    answer::ok(&message(&counts, concerns))
}

fn message(counts: &rows::Overview, concerns: cordboard_store::Paged<rows::Concern>) -> Overview {
    Overview {
        customers: counts.customers,
        suspended: counts.suspended,
        closed: counts.closed,
        sites: counts.sites,
        devices: counts.devices,
        registrations: counts.registrations,
        concerns: Page { items: concerns.items.into_iter().map(concern).collect(), next: concerns.next },
    }
}

fn concern(row: rows::Concern) -> Concern {
    Concern {
        customer: row.customer,
        name: row.name,
        state: row.state,
        erased_at: row.erased_at,
        agents_away: row.agents_away,
        failed: row.failed,
        agents_missing: row.agents_missing,
        emergency_missing: row.emergency_missing,
    }
}
