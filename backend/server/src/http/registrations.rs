//! Registrations in force, as the sites' agents report them.

use actix_web::{HttpResponse, get, web};
use cordboard_api::{Page, Problem, devices::LineRef, registrations::Registration};
use cordboard_store::{
    PageRequest,
    registrations::{self as rows, RegistrationFilter},
};
use cordboard_types::LineId;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{InCustomer, RegistrationsRead},
    answer,
    error::ApiResult,
    query::PageQuery,
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list);
}

/// Which registrations.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct RegistrationQuery {
    /// Only those of this line.
    #[serde(default)]
    line: Option<Uuid>,
    /// Cursor of the page before.
    #[serde(default)]
    after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    #[serde(default)]
    size: Option<u16>,
}

/// Registrations of a customer, by extension.
#[utoipa::path(params(RegistrationQuery), responses(
    (status = 200, body = Page<Registration>), (status = 404, body = Problem),
))]
#[get("/customers/{customer}/registrations")]
async fn list(
    access: InCustomer<RegistrationsRead>,
    query: web::Query<RegistrationQuery>,
) -> ApiResult<HttpResponse> {
    let RegistrationQuery { line, after, size } = query.into_inner();
    let page: PageRequest = PageQuery { after, size }.into();
    let which = RegistrationFilter { line: line.map(LineId), device: None };
    answer::page(access.read().await?.registrations(which, &page).await?, message)
}

/// A registration.
pub(super) fn message(row: rows::Registration) -> Registration {
    Registration {
        line: LineRef { id: row.line, extension: row.extension, name: row.line_name },
        device: row.device,
        device_name: row.device_name,
        user_agent: row.user_agent,
        ip: row.ip,
        port: row.port,
        transport: row.transport,
        contact: row.contact,
        registered_at: row.registered_at,
        expires_at: row.expires_at,
    }
}
