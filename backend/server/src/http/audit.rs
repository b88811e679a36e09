//! The audit log: searched in pages, taken out of the house as a stream.

use actix_web::{HttpResponse, get, http::header, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    audit::{AuditForm, AuditOutcome, AuditRow},
};
use cordboard_store::{
    PageRequest,
    audit::{Filter, Scope},
};
use cordboard_types::{NodeId, Timestamp};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{AuditExport, AuditRead, InCustomer, InNode},
    answer,
    error::ApiResult,
    query::PageQuery,
};
use crate::{
    State,
    services::audit_export::{Source, content_type, file_name, message, outcome_word, stream},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(of_customer).service(export_customer).service(of_node).service(export_node);
}

/// Which page, and which rows.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct AuditQuery {
    /// Cursor of the page before.
    after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    size: Option<u16>,
    /// Beginning of the actor's name.
    actor: Option<String>,
    /// Beginning of the action.
    action: Option<String>,
    /// Id of what it was done to.
    target: Option<Uuid>,
    /// What the row tells.
    #[param(inline)]
    outcome: Option<AuditOutcome>,
    /// From then on.
    from: Option<i64>,
    /// Before then.
    to: Option<i64>,
}

impl From<AuditQuery> for (Filter, PageRequest) {
    fn from(query: AuditQuery) -> Self {
        let AuditQuery { after, size, actor, action, target, outcome, from, to } = query;
        let outcome = outcome.map(|outcome| outcome_word(outcome).to_owned());
        let (from, to) = (from.map(Timestamp), to.map(Timestamp));
        (Filter { actor, action, target, outcome, from, to }, PageQuery { after, size }.into())
    }
}

/// Which form, and which rows.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct ExportQuery {
    /// `csv` unless chosen.
    #[param(inline)]
    format: Option<AuditForm>,
    /// Beginning of the actor's name.
    actor: Option<String>,
    /// Beginning of the action.
    action: Option<String>,
    /// Id of what it was done to.
    target: Option<Uuid>,
    /// What the row tells.
    #[param(inline)]
    outcome: Option<AuditOutcome>,
    /// From then on.
    from: Option<i64>,
    /// Before then.
    to: Option<i64>,
}

impl From<ExportQuery> for (AuditForm, Filter) {
    fn from(query: ExportQuery) -> Self {
        let ExportQuery { format, actor, action, target, outcome, from, to } = query;
        let outcome = outcome.map(|outcome| outcome_word(outcome).to_owned());
        let (from, to) = (from.map(Timestamp), to.map(Timestamp));
        (format.unwrap_or(AuditForm::Csv), Filter { actor, action, target, outcome, from, to })
    }
}

/// The log of a customer, newest first.
#[utoipa::path(params(AuditQuery), responses(
    (status = 200, body = Page<AuditRow>), (status = 400, body = Problem), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
))]
#[get("/customers/{customer}/audit")]
async fn of_customer(
    access: InCustomer<AuditRead>,
    query: web::Query<AuditQuery>,
) -> ApiResult<HttpResponse> {
    let (filter, page) = query.into_inner().into();
    answer::page(access.read().await?.audit_page(&filter, &page).await?, message)
}

/// The log of a customer as a file, oldest first.
#[utoipa::path(params(ExportQuery), responses(
    (status = 200, content((String = "text/csv"), (String = "application/x-ndjson"), (String = "text/plain"))), (status = 400, body = Problem),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
#[get("/customers/{customer}/audit/export")]
async fn export_customer(
    state: web::Data<State>,
    access: InCustomer<AuditExport>,
    query: web::Query<ExportQuery>,
) -> ApiResult<HttpResponse> {
    Ok(export(&state, Source::Customer(access.tenant()), query.into_inner()))
}

/// The log of the platform, or what of it concerns a provider or reseller, newest first. A customer's is the
/// customer's own; a site has none.
#[utoipa::path(params(AuditQuery), responses(
    (status = 200, body = Page<AuditRow>), (status = 400, body = Problem), (status = 401, body = Problem),
    (status = 403, body = Problem), (status = 404, body = Problem),
))]
#[get("/nodes/{node}/audit")]
async fn of_node(
    state: web::Data<State>,
    access: InNode<AuditRead>,
    query: web::Query<AuditQuery>,
) -> ApiResult<HttpResponse> {
    let (filter, page) = query.into_inner().into();
    let rows = match source(&access)? {
        Source::Customer(tenant) => state.store.read(tenant).await?.audit_page(&filter, &page).await?,
        Source::Platform(scope) => {
            state.store.system_read("list the audit log").await?.audit_page(scope, &filter, &page).await?
        }
    };
    answer::page(rows, message)
}

/// The same as a file, oldest first.
#[utoipa::path(params(ExportQuery), responses(
    (status = 200, content((String = "text/csv"), (String = "application/x-ndjson"), (String = "text/plain"))), (status = 400, body = Problem),
    (status = 401, body = Problem), (status = 403, body = Problem), (status = 404, body = Problem),
))]
#[get("/nodes/{node}/audit/export")]
async fn export_node(
    state: web::Data<State>,
    access: InNode<AuditExport>,
    query: web::Query<ExportQuery>,
) -> ApiResult<HttpResponse> {
    Ok(export(&state, source(&access)?, query.into_inner()))
}

fn source<P>(access: &InNode<P>) -> ApiResult<Source> {
    match access.tenant() {
        Some(tenant) if NodeId::from(tenant) == access.node => Ok(Source::Customer(tenant)),
        Some(_) => Err(ErrorCode::NotFound.into()),
        None if access.path.len() == 1 => Ok(Source::Platform(Scope::Platform)),
        None => Ok(Source::Platform(Scope::Node(access.node))),
    }
}

fn export(state: &State, source: Source, query: ExportQuery) -> HttpResponse {
    let (form, filter) = query.into();
    HttpResponse::Ok()
        .content_type(content_type(form))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", file_name(form))))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(stream(state.store.clone(), source, form, filter))
}
