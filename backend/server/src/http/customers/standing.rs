//! Suspending a customer and taking it back; what of a customer is to be seen to.

use actix_web::{HttpResponse, delete, get, post};
use cordboard_api::{
    ErrorCode, Page, Problem,
    customers::{Customer, Suspension},
    limits::Warning,
};
use cordboard_store::Tenant;
use cordboard_types::{CallLock, CustomerState};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{entry, message};
use crate::{
    http::{
        access::{CustomersRead, CustomersSuspend, InCustomer},
        answer,
        body::Body,
        error::ApiResult,
    },
    services::usage,
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(warnings).service(suspend).service(resume);
}

/// What of a customer is to be seen to, the gravest first; all of it.
#[utoipa::path(responses((status = 200, body = Page<Warning>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/warnings")]
async fn warnings(access: InCustomer<CustomersRead>) -> ApiResult<HttpResponse> {
    let items = usage::warnings(&access.read().await?).await?;
    answer::ok(&Page { items, next: None })
}

/// Suspends a customer, at once: its own people read and change nothing, its telephones work as far as is chosen.
/// Emergency calls always work. Again: changes what is chosen.
#[utoipa::path(request_body = Suspension, responses(
    (status = 201, body = Customer), (status = 404, body = Problem),
    (status = 409, description = "`wrong_state`: it is closed", body = Problem), (status = 422, body = Problem),
))]
#[post("/customers/{customer}/suspensions")]
async fn suspend(access: InCustomer<CustomersSuspend>, body: Body<Suspension>) -> ApiResult<HttpResponse> {
    let Suspension { calls, reason } = body.value;
    let tenant = access.write().await?;
    expect(&tenant, |state| state != CustomerState::Closed).await?;
    tenant.suspend(calls, reason.as_str(), &access.actor.name).await?;
    finish(tenant, &access, "customer.suspend", Some(calls)).await.map(|row| answer::created(&row))?
}

/// Takes a suspension back, at once.
#[utoipa::path(responses(
    (status = 200, body = Customer), (status = 404, body = Problem),
    (status = 409, description = "`wrong_state`: it is not suspended", body = Problem),
))]
#[delete("/customers/{customer}/suspension")]
async fn resume(access: InCustomer<CustomersSuspend>) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    expect(&tenant, |state| state == CustomerState::Suspended).await?;
    tenant.activate(&access.actor.name).await?;
    finish(tenant, &access, "customer.resume", None).await.map(|row| answer::ok(&row))?
}

/// Holds the customer and refuses what does not fit how it stands.
pub(super) async fn expect(tenant: &Tenant, fits: impl Fn(CustomerState) -> bool) -> ApiResult<()> {
    tenant.lock_model().await?;
    let state = tenant.customer().await?.standing.state;
    if fits(state) { Ok(()) } else { Err(ErrorCode::WrongState.into()) }
}

async fn finish(
    tenant: Tenant,
    access: &InCustomer<CustomersSuspend>,
    action: &'static str,
    calls: Option<CallLock>,
) -> ApiResult<Customer> {
    let row = tenant.customer().await?;
    let mut entry = entry(action, None, &row);
    entry.detail = json!({ "name": row.name, "calls": calls, "reason": row.standing.reason });
    tenant.audit(&access.actor, entry).await?;
    tenant.commit().await?;
    Ok(message(row))
}
