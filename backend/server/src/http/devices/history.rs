//! What became of a device: its files, releases, fetches and registrations.

use actix_web::{HttpResponse, get, web};
use cordboard_api::{
    Page, Problem,
    changes::Release,
    devices::{Fetch, RenderedFile},
    registrations::Registration,
};
use cordboard_domain::SlottedFile;
use cordboard_store::{registrations::RegistrationFilter, releases, targets::Target};
use cordboard_types::DeviceId;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    super::{
        access::{DevicesRead, InCustomer, RegistrationsRead, ReleasesRead},
        answer,
        error::ApiResult,
        query::PageQuery,
        registrations,
    },
    message::fetch,
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(files).service(list_releases).service(fetches).service(list_registrations);
}

/// Files of the release in force with their secrets masked; none before the first release.
#[utoipa::path(responses((status = 200, body = Page<RenderedFile>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/devices/{device}/files")]
async fn files(access: InCustomer<DevicesRead>, path: web::Path<(Uuid, Uuid)>) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.read().await?, DeviceId(path.1));
    tenant.device(id).await?;
    let files = tenant.files_in_force(Target::Device(id)).await?;
    answer::ok(&Page { items: files.iter().map(masked).collect(), next: None })
}

/// Releases of a device, newest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Release>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/devices/{device}/releases")]
async fn list_releases(
    access: InCustomer<ReleasesRead>,
    path: web::Path<(Uuid, Uuid)>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.read().await?, DeviceId(path.1));
    tenant.device(id).await?;
    let rows = tenant.releases(Target::Device(id), &query.into_inner().into()).await?;
    answer::page(rows, release)
}

/// Fetches of a device, newest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Fetch>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/devices/{device}/fetches")]
async fn fetches(
    access: InCustomer<DevicesRead>,
    path: web::Path<(Uuid, Uuid)>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.read().await?, DeviceId(path.1));
    tenant.device(id).await?;
    answer::page(tenant.fetches(id, &query.into_inner().into()).await?, fetch)
}

/// Registrations of a device's credential sets in force.
#[utoipa::path(params(PageQuery), responses(
    (status = 200, body = Page<Registration>), (status = 404, body = Problem),
))]
#[get("/customers/{customer}/devices/{device}/registrations")]
async fn list_registrations(
    access: InCustomer<RegistrationsRead>,
    path: web::Path<(Uuid, Uuid)>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.read().await?, DeviceId(path.1));
    tenant.device(id).await?;
    let which = RegistrationFilter { line: None, device: Some(id) };
    let rows = tenant.registrations(which, &query.into_inner().into()).await?;
    answer::page(rows, registrations::message)
}

fn masked(file: &SlottedFile) -> RenderedFile {
    RenderedFile {
        name: file.name.clone(),
        content_type: file.content_type.clone(),
        text: String::from_utf8_lossy(&file.masked()).into_owned(),
    }
}

fn release(row: releases::Release) -> Release {
    Release {
        id: row.id,
        number: row.number,
        at: row.at,
        author: row.author,
        catalogue_version: row.catalogue_version,
        files: row.files,
    }
}
