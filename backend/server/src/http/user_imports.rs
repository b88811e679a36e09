//! Users from a file: preview, start, progress, cancel.

mod file;
mod message;

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use cordboard_api::{
    Page, Problem,
    imports::{FileEncoding, FileSeparator, ImportRow, ImportStart, UserImport},
    page::{MAX_PAGE_SIZE, PAGE_SIZE},
};
use cordboard_domain::user_csv::{Encoding, Options, Separator};
use cordboard_store::PageRequest;
use cordboard_types::{JobId, SiteId};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use self::file::CsvFile;
use super::{
    access::{InCustomer, UsersRead, UsersWrite},
    answer,
    body::Body,
    error::ApiResult,
    idempotency::IdempotencyKey,
    problem::locale,
};
use crate::{
    State,
    services::imports::{self, File},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(create).service(read).service(rows).service(start).service(cancel);
}

/// How the file is written.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct FileQuery {
    /// UTF-8 unless chosen.
    #[serde(default)]
    encoding: FileEncoding,
    /// A comma unless chosen.
    #[serde(default)]
    separator: FileSeparator,
    /// Whether the first line names the columns.
    #[serde(default)]
    header: bool,
    /// Whether a row without a PIN gets one that nobody knows, as from an export; else it is bad.
    #[serde(default)]
    generate_pins: bool,
    /// The users' site; may be left out where the customer has one.
    #[serde(default)]
    site: Option<SiteId>,
}

/// Which rows.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct RowsQuery {
    /// `bad`: those that are refused or could not be done.
    #[serde(default)]
    only: Option<Only>,
    /// Cursor of the page before.
    #[serde(default)]
    after: Option<String>,
    /// Rows, 1 to 200; 50 unless chosen.
    #[serde(default)]
    size: Option<u16>,
}

#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
enum Only {
    Bad,
}

/// Takes a file of users (fifteen columns in the manual's order, at most 8 MiB) and answers what would come of it.
/// Nothing is written to the users until it is started.
#[utoipa::path(
    request_body(content = String, content_type = "text/csv"),
    params(FileQuery, ("Idempotency-Key" = Option<String>, Header)),
    responses(
        (status = 201, body = UserImport), (status = 404, body = Problem), (status = 413, body = Problem),
        (status = 415, body = Problem), (status = 422, description = "`wrong_encoding`", body = Problem),
    ),
)]
#[post("/customers/{customer}/user-imports")]
async fn create(
    access: InCustomer<UsersWrite>,
    request: HttpRequest,
    query: web::Query<FileQuery>,
    key: IdempotencyKey,
    file: CsvFile,
) -> ApiResult<HttpResponse> {
    let once = key.once(access.who.person, &file.hash);
    let tenant = access.write().await?;
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let query = query.into_inner();
    let encoding = match query.encoding {
        FileEncoding::Utf8 => Encoding::Utf8,
        FileEncoding::Iso => Encoding::Iso,
    };
    let separator = separator(query.separator);
    let options = Options { separator, header: query.header, without_pin: query.generate_pins };
    let file = File { bytes: file.bytes, encoding, options, site: query.site };
    let (tenant, job) = imports::upload(&access, tenant, file).await?;
    let answer = message::import(&tenant, tenant.job(job).await?, locale(request.headers())).await?;
    once.finish(tenant, &answer).await
}

/// How far an import is.
#[utoipa::path(responses((status = 200, body = UserImport), (status = 404, body = Problem)))]
#[get("/customers/{customer}/user-imports/{import}")]
async fn read(
    access: InCustomer<UsersRead>,
    request: HttpRequest,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let tenant = access.read().await?;
    let job = tenant.job(JobId(path.1)).await?;
    let version = job.version;
    answer::versioned(&message::import(&tenant, job, locale(request.headers())).await?, version)
}

/// Rows of the file with what became of each.
#[utoipa::path(params(RowsQuery), responses((status = 200, body = Page<ImportRow>), (status = 404, body = Problem)))]
#[get("/customers/{customer}/user-imports/{import}/rows")]
async fn rows(
    access: InCustomer<UsersRead>,
    request: HttpRequest,
    path: web::Path<(Uuid, Uuid)>,
    query: web::Query<RowsQuery>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.read().await?, JobId(path.1));
    tenant.job(id).await?;
    let RowsQuery { only, after, size } = query.into_inner();
    let page = PageRequest { after, size: size.unwrap_or(PAGE_SIZE).clamp(1, MAX_PAGE_SIZE) };
    let rows = tenant.import_rows(id, only.is_some(), &page).await?;
    let language = locale(request.headers());
    answer::page(rows, |row| message::row(row, language))
}

/// Starts an import whose preview is there.
#[utoipa::path(request_body = ImportStart, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = UserImport),
    (status = 403, description = "Groups or invitations need more rights than importing users.", body = Problem),
    (status = 404, body = Problem), (status = 409, description = "It was started or ended.", body = Problem),
    (status = 422, description = "`bad_rows`", body = Problem),
))]
#[post("/customers/{customer}/user-imports/{import}/start")]
async fn start(
    state: web::Data<State>,
    access: InCustomer<UsersWrite>,
    request: HttpRequest,
    path: web::Path<(Uuid, Uuid)>,
    key: IdempotencyKey,
    body: Body<ImportStart>,
) -> ApiResult<HttpResponse> {
    let once = key.once(access.who.person, &body.hash);
    let tenant = access.write().await?;
    if let Some(answer) = once.begin(&tenant).await? {
        return Ok(answer);
    }
    let id = JobId(path.1);
    imports::start(&state, &access, &tenant, id, &body.value).await?;
    let answer = message::import(&tenant, tenant.job(id).await?, locale(request.headers())).await?;
    let answer = once.finish(tenant, &answer).await?;
    imports::go_on(&state);
    Ok(answer)
}

/// Ends an import after the rows at hand. Of all-or-nothing nothing is left; of good rows those that are done stay.
#[utoipa::path(responses(
    (status = 204), (status = 404, body = Problem), (status = 409, description = "It has ended.", body = Problem),
))]
#[post("/customers/{customer}/user-imports/{import}/cancel")]
async fn cancel(
    state: web::Data<State>,
    access: InCustomer<UsersWrite>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let (tenant, id) = (access.write().await?, JobId(path.1));
    imports::cancel(&access, &tenant, id).await?;
    tenant.commit().await?;
    imports::go_on(&state);
    Ok(answer::done())
}

/// What separates cells, in the words of the reader.
pub(super) fn separator(chosen: FileSeparator) -> Separator {
    match chosen {
        FileSeparator::Comma => Separator::Comma,
        FileSeparator::Semicolon => Separator::Semicolon,
        FileSeparator::Tab => Separator::Tab,
    }
}
