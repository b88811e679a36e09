//! Closing a customer: archive first, then a grace period, then erasure.

use actix_web::{HttpResponse, delete, get, http::header, post, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    customers::{Closure, Customer, Export, ExportState},
    nodes::Erasure,
};
use cordboard_store::{erasure::Certificate, exports as rows};
use cordboard_types::CustomerState;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{entry, message, standing::expect};
use crate::{
    State,
    http::{
        access::{CustomersClose, InCustomer, InNode, NodesRead},
        answer,
        body::Body,
        error::{ApiError, ApiResult},
        query::PageQuery,
    },
    services::{closing, revocation},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(request_export).service(list_exports).service(read_export).service(fetch_archive);
    config.service(close).service(reopen).service(list_erasures);
}

/// Asks for an archive of all that is kept of the customer, secrets left out. It is written in the background.
#[utoipa::path(responses((status = 201, body = Export), (status = 404, body = Problem)))]
#[post("/customers/{customer}/exports")]
async fn request_export(
    state: web::Data<State>,
    access: InCustomer<CustomersClose>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    let id = tenant.request_export(&access.actor.name).await?;
    let customer = tenant.customer().await?;
    tenant.audit(&access.actor, entry("customer.export", None, &customer)).await?;
    let export = export_message(tenant.export(id).await?);
    tenant.commit().await?;
    let (state, customer) = (state.get_ref().clone(), access.tenant());
    tokio::spawn(async move {
        if let Err(error) = closing::export(&state, customer, id).await {
            tracing::error!(tenant = %customer, export = %id, %error, "an export failed");
        }
    });
    answer::created(&export)
}

/// The customer's archives, newest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Export>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/exports")]
async fn list_exports(
    access: InCustomer<CustomersClose>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let rows = access.read().await?.exports(&query.into_inner().into()).await?;
    answer::page(rows, export_message)
}

/// How far an archive is.
#[utoipa::path(responses((status = 200, body = Export), (status = 404, body = Problem)))]
#[get("/customers/{customer}/exports/{export}")]
async fn read_export(
    access: InCustomer<CustomersClose>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    answer::ok(&export_message(access.read().await?.export(path.1).await?))
}

/// The archive itself: one JSON object a line, `{"table": …, "row": {…}}`.
#[utoipa::path(responses(
    (status = 200, content_type = "application/x-ndjson"),
    (status = 404, description = "Unknown, or not finished", body = Problem),
))]
#[get("/customers/{customer}/exports/{export}/archive")]
async fn fetch_archive(
    state: web::Data<State>,
    access: InCustomer<CustomersClose>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let tenant = access.read().await?;
    let done = tenant.export(path.1).await?.state == rows::ExportState::Done;
    if !done {
        return Err(ErrorCode::NotFound.into());
    }
    let blob =
        state.blobs.get(&closing::archive(access.tenant(), path.1)?).await.map_err(ApiError::internal)?;
    let blob = blob.ok_or(ErrorCode::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type(blob.content_type)
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}.ndjson\"", path.1)))
        .body(blob.bytes))
}

/// Closes a customer, at once: its phones and agents are refused. It can be opened again until its grace period is over;
/// then everything of it is erased. There must be an archive.
#[utoipa::path(request_body = Closure, responses(
    (status = 201, body = Customer), (status = 404, body = Problem),
    (status = 409, description = "`export_needed`, `wrong_state`", body = Problem),
    (status = 422, description = "`name_differs`", body = Problem),
))]
#[post("/customers/{customer}/closures")]
async fn close(
    state: web::Data<State>,
    access: InCustomer<CustomersClose>,
    body: Body<Closure>,
) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    expect(&tenant, |state| state != CustomerState::Closed).await?;
    let customer = tenant.customer().await?;
    if body.value.confirm_name.trim() != customer.name.as_str() {
        return Err(ApiError::at(ErrorCode::NameDiffers, "/confirm_name"));
    }
    if !tenant.has_export().await? {
        return Err(ErrorCode::ExportNeeded.into());
    }
    let erase_at = tenant.now().plus(state.settings.close_grace_ms());
    tenant.close(&access.actor.name, erase_at).await?;
    let revoked = tenant.revoke_all_keys(&access.actor).await?;
    tenant.audit(&access.actor, entry("customer.close", None, &customer)).await?;
    let closed = message(tenant.customer().await?);
    tenant.commit().await?;
    revocation::everywhere(&state, revoked).await?;
    answer::created(&closed)
}

/// Opens a closed customer again: phones and agents are served as before. A first contact that was armed is not.
#[utoipa::path(responses(
    (status = 200, body = Customer), (status = 404, body = Problem),
    (status = 409, description = "`wrong_state`: it is not closed", body = Problem),
))]
#[delete("/customers/{customer}/closure")]
async fn reopen(state: web::Data<State>, access: InCustomer<CustomersClose>) -> ApiResult<HttpResponse> {
    let tenant = access.write().await?;
    expect(&tenant, |state| state == CustomerState::Closed).await?;
    let customer = tenant.customer().await?;
    // From this moment on it is being erased.
    if customer.standing.erased_at.is_none_or(|at| at <= tenant.now()) {
        return Err(ErrorCode::WrongState.into());
    }
    tenant.activate(&access.actor.name).await?;
    tenant.restore_steady_keys().await?;
    tenant.audit(&access.actor, entry("customer.reopen", None, &customer)).await?;
    let opened = message(tenant.customer().await?);
    tenant.commit().await?;
    revocation::up_to_date(&state).await?;
    answer::ok(&opened)
}

/// What shows that customers of a provider were erased, newest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Erasure>), (status = 404, body = Problem)))]
#[get("/nodes/{node}/erasures")]
async fn list_erasures(
    state: web::Data<State>,
    access: InNode<NodesRead>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("list erasures").await?;
    answer::page(system.erasures(access.node, &query.into_inner().into()).await?, erasure_message)
}

fn export_message(row: rows::Export) -> Export {
    Export {
        id: row.id.to_string(),
        state: match row.state {
            rows::ExportState::Waiting => ExportState::Waiting,
            rows::ExportState::Running => ExportState::Running,
            rows::ExportState::Done => ExportState::Done,
            rows::ExportState::Failed => ExportState::Failed,
        },
        requested_at: row.requested_at,
        requested_by: row.requested_by,
        finished_at: row.finished_at,
        rows: row.rows,
        bytes: row.bytes,
        sha256: row.sha256,
    }
}

fn erasure_message(row: Certificate) -> Erasure {
    Erasure {
        id: row.id.to_string(),
        customer: row.customer,
        customer_name: row.customer_name,
        closed_by: row.closed_by,
        started_at: row.started_at,
        finished_at: row.finished_at,
        counts: row.counts,
        sha256: row.sha256,
    }
}
