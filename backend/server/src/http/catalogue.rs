//! The models one can choose.

use actix_web::{HttpResponse, get, web};
use cordboard_api::{Page, Problem, catalogue::Model, devices::DeviceKind};
use cordboard_catalogue::{Kind, Model as Row};
use utoipa_actix_web::service_config::ServiceConfig;

use super::{access::Anyone, answer, error::ApiResult};
use crate::State;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list);
}

/// Every model of the catalogue, by vendor and family.
#[utoipa::path(responses((status = 200, body = Page<Model>), (status = 401, body = Problem)))]
#[get("/catalogue/models")]
async fn list(state: web::Data<State>, _access: Anyone) -> ApiResult<HttpResponse> {
    answer::ok(&Page { items: state.catalogue.models().map(message).collect(), next: None })
}

fn message(row: &Row) -> Model {
    Model {
        id: row.id.as_str().to_owned(),
        vendor: row.vendor.clone(),
        family: row.family.clone(),
        name: row.name.clone(),
        kind: match row.kind {
            Kind::Phone => DeviceKind::Phone,
            Kind::DectSystem => DeviceKind::DectSystem,
        },
        accounts: row.accounts,
        handsets: row.handsets,
        redirect: row.redirect,
        admin_password: row.admin_password,
        user_login: row.user_login,
    }
}
