//! The call journal.

use actix_web::{HttpResponse, get, web};
use cordboard_agent_protocol::report::CallResult as Reported;
use cordboard_api::{
    Page, Problem,
    calls::{Call, CallResult},
};
use cordboard_store::calls as rows;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    access::{CallsRead, InCustomer},
    answer,
    error::ApiResult,
    query::PageQuery,
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list);
}

/// Calls of a customer, newest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Call>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/calls")]
async fn list(access: InCustomer<CallsRead>, query: web::Query<PageQuery>) -> ApiResult<HttpResponse> {
    answer::page(access.read().await?.calls(&query.into_inner().into()).await?, message)
}

fn message(row: rows::Call) -> Call {
    Call {
        id: row.id,
        site: row.site,
        from_number: row.from_number,
        from_name: row.from_name,
        to_number: row.to_number,
        to_name: row.to_name,
        started_at: row.started_at,
        answered_at: row.answered_at,
        ended_at: row.ended_at,
        result: result(row.result),
    }
}

fn result(reported: Reported) -> CallResult {
    match reported {
        Reported::Answered => CallResult::Answered,
        Reported::NoAnswer => CallResult::NoAnswer,
        Reported::Busy => CallResult::Busy,
        Reported::Declined => CallResult::Declined,
        Reported::Cancelled => CallResult::Cancelled,
        Reported::Unreachable => CallResult::Unreachable,
        Reported::Failed => CallResult::Failed,
    }
}
