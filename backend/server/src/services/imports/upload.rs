//! A file becomes rows and a preview.

use std::collections::HashSet;

use bytes::Bytes;
use cordboard_api::ErrorCode;
use cordboard_domain::user_csv::{self, Encoding, FileRow, Options, RowProblem, RowReason, UserRow};
use cordboard_store::{
    Tenant,
    imports::{ImportRow, RowState},
    jobs::Counts,
    users::pin,
};
use cordboard_types::{JobId, SiteId, UserId};
use serde_json::json;

use super::{ImportOptions, groups::Directory};
use crate::{
    http::{
        access::{InCustomer, UsersWrite},
        error::{ApiError, ApiResult},
    },
    services::{record::audit, users::site_or_only},
};

/// Rows written in one transaction.
const PIECE: usize = 500;
/// Most rows of a file.
const MOST: usize = 50_000;

/// A file and how it is to be read.
#[derive(Debug)]
pub struct File {
    /// Its bytes.
    pub bytes: Bytes,
    /// How its letters are written.
    pub encoding: Encoding,
    /// How its rows are written.
    pub options: Options,
    /// The users' site, where one was named.
    pub site: Option<SiteId>,
}

/// Reads a file, finds what is wrong with each row, and keeps the rows. Answers the job in a transaction that is still
/// open.
///
/// # Errors
/// A file that is not written as it was said, or with too many rows; an unknown site.
pub async fn upload(
    access: &InCustomer<UsersWrite>,
    tenant: Tenant,
    file: File,
) -> ApiResult<(Tenant, JobId)> {
    let mut options = ImportOptions::of(site_or_only(&tenant, file.site).await?);
    tenant.site(options.site).await.map_err(|error| error.referring("/site"))?;
    drop(tenant);
    let rows = tokio::task::spawn_blocking(move || parse(&file)).await.map_err(ApiError::internal)??;
    let mut rows = known_to(&access.read().await?, rows, &mut options).await?;
    let counts = counts(&rows)?;
    let tenant = access.write().await?;
    let job = tenant.create_job("user_import", &access.actor, &options.text()?).await?;
    tenant.commit().await?;
    let mut number = 0u32;
    while !rows.is_empty() {
        let piece: Vec<_> = rows.drain(..rows.len().min(PIECE)).collect();
        let tenant = access.write().await?;
        keep(&tenant, job, &mut number, piece).await?;
        tenant.commit().await?;
    }
    let tenant = access.write().await?;
    tenant.job_is_ready(job, counts).await?;
    let detail = json!({ "rows": counts.total, "bad": counts.bad });
    audit(&tenant, &access.actor, "user_import.upload", "user_import", job.0, detail).await?;
    Ok((tenant, job))
}

fn parse(file: &File) -> ApiResult<Vec<FileRow>> {
    let text = user_csv::decode(&file.bytes, file.encoding)
        .map_err(|_| ApiError::at(ErrorCode::WrongEncoding, "/encoding"))?;
    let rows = user_csv::read(&text, file.options);
    if rows.len() > MOST { Err(ErrorCode::BodyTooLarge.into()) } else { Ok(rows) }
}

/// The rows against what is there: numbers and names in use are reasons (P-061), missing groups are noted.
async fn known_to(
    tenant: &Tenant,
    mut rows: Vec<FileRow>,
    options: &mut ImportOptions,
) -> ApiResult<Vec<FileRow>> {
    let directory = Directory::of(tenant).await?;
    let users: Vec<_> = rows.iter().filter_map(|row| row.user.as_ref().ok()).collect();
    let logins: Vec<_> = users.iter().map(|user| user.login.clone()).collect();
    let extensions: Vec<_> = users.iter().map(|user| user.extension.clone()).collect();
    let (logins, extensions) =
        (tenant.logins_in_use(&logins).await?, tenant.extensions_in_use(&extensions).await?);
    for row in &mut rows {
        let Ok(user) = &row.user else { continue };
        let mut problems = taken(user, &logins, &extensions);
        if user.hunt_groups.iter().any(|name| directory.is_out_of_reach(name)) {
            problems.push(RowProblem { column: "hunt_groups", reason: RowReason::UnknownReference });
        }
        if !problems.is_empty() {
            row.user = Err(problems);
        }
    }
    options.missing = directory.missing(rows.iter().filter_map(|row| row.user.as_ref().ok()));
    Ok(rows)
}

/// What of a user's is in use already. Nobody becomes the administrator from a file.
pub(super) fn taken(
    user: &UserRow,
    logins: &HashSet<String>,
    extensions: &HashSet<String>,
) -> Vec<RowProblem> {
    let login = logins.contains(user.login.as_str()) || user.login.is_admin();
    let extension = extensions.contains(user.extension.as_str());
    let problem = |column, reason| RowProblem { column, reason };
    let login = login.then(|| problem("login", RowReason::LoginTaken));
    let extension = extension.then(|| problem("extension", RowReason::ExtensionTaken));
    login.into_iter().chain(extension).collect()
}

fn counts(rows: &[FileRow]) -> ApiResult<Counts> {
    let count = |count: usize| u32::try_from(count).map_err(ApiError::internal);
    let bad = rows.iter().filter(|row| row.user.is_err()).count();
    Ok(Counts { total: count(rows.len())?, bad: count(bad)?, ..Counts::default() })
}

async fn keep(tenant: &Tenant, job: JobId, number: &mut u32, rows: Vec<FileRow>) -> ApiResult<()> {
    let ids: Vec<_> = rows.iter().map(|_| UserId::new()).collect();
    let pins: Vec<_> = ids.iter().zip(&rows).filter_map(|(id, row)| Some((*id, pin_of(row)?))).collect();
    let secrets: Vec<_> = pins.iter().map(|(id, digits)| (pin(*id), *digits)).collect();
    let sealed = tenant.seal_to_come(&secrets).await?;
    let mut sealed = pins.iter().map(|(id, _)| *id).zip(sealed).collect::<std::collections::HashMap<_, _>>();
    let mut kept = Vec::with_capacity(rows.len());
    for (row, user) in rows.iter().zip(ids) {
        *number = number.saturating_add(1);
        let problems = row.user.as_ref().err().into_iter().flatten();
        kept.push(ImportRow {
            number: *number,
            line: u32::try_from(row.line).unwrap_or(u32::MAX),
            user,
            cells: row.cells.clone(),
            pin: sealed.remove(&user),
            state: if row.user.is_ok() { RowState::Ready } else { RowState::Bad },
            problems: problems.map(reason).collect(),
        });
    }
    Ok(tenant.add_import_rows(job, &kept).await?)
}

fn pin_of(row: &FileRow) -> Option<&str> {
    row.user.as_ref().ok()?.pin.as_ref().map(cordboard_types::UserPin::as_str)
}

/// A problem as it is kept.
pub(super) fn reason(problem: &RowProblem) -> (String, String) {
    (problem.column.to_owned(), problem.reason.code().to_owned())
}
