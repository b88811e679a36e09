//! The open change set, and publishing it.

use actix_web::{HttpResponse, get, post, web};
use cordboard_api::{
    ErrorCode, Page, Problem,
    changes::{Change, ChangeAction, Publish, Published},
};
use cordboard_store::changes as rows;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{InCustomer, ReleasesPublish, ReleasesRead},
    answer,
    body::Body,
    error::{ApiError, ApiResult},
    query::PageQuery,
};
use crate::{State, services::publish::publish};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(release);
}

/// The open change set of a customer, oldest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Change>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/changes")]
async fn list(access: InCustomer<ReleasesRead>, query: web::Query<PageQuery>) -> ApiResult<HttpResponse> {
    let rows = access.read().await?.changes(&query.into_inner().into()).await?;
    answer::page(rows, message)
}

/// Publishes the open change set, or the targets named. No device is contacted.
#[utoipa::path(request_body = Publish, responses(
    (status = 201, body = Published), (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[post("/customers/{customer}/releases")]
async fn release(
    state: web::Data<State>,
    access: InCustomer<ReleasesPublish>,
    body: Body<Publish>,
) -> ApiResult<HttpResponse> {
    let selected = body.value.targets.map(ids).transpose()?;
    let published = publish(&state, access.tenant(), &access.actor, selected.as_deref()).await?;
    answer::created(&published)
}

/// What is no id names nothing here.
fn ids(texts: Vec<String>) -> ApiResult<Vec<Uuid>> {
    let id = |(place, text): (usize, String)| {
        text.parse().map_err(|_| ApiError::at(ErrorCode::UnknownReference, &format!("/targets/{place}")))
    };
    texts.into_iter().enumerate().map(id).collect()
}

fn message(row: rows::ChangeRow) -> Change {
    Change {
        id: row.id,
        at: row.at,
        author: row.author,
        action: match row.action {
            rows::ChangeAction::Created => ChangeAction::Created,
            rows::ChangeAction::Changed => ChangeAction::Changed,
            rows::ChangeAction::Deleted => ChangeAction::Deleted,
        },
        resource: row.resource,
        name: row.name,
        targets: row.targets,
    }
}
