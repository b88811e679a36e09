//! Imports as messages.

use cordboard_api::{
    FieldProblem,
    imports::{ImportRow, ImportRowState, ImportState, UserImport},
};
use cordboard_messages::invalid_sentence;
use cordboard_store::{
    PageRequest, Tenant,
    imports::{self as rows, RowState},
    jobs::{Job, JobState},
};
use cordboard_types::Locale;

use super::super::error::ApiResult;
use crate::services::imports::options;

/// Bad rows shown with the preview itself.
const SHOWN: u16 = 20;

/// An import.
///
/// # Errors
/// When the database fails.
pub(super) async fn import(tenant: &Tenant, job: Job, locale: Locale) -> ApiResult<UserImport> {
    let page = PageRequest { after: None, size: SHOWN };
    let bad = tenant.import_rows(job.id, true, &page).await?.items;
    let options = options(&job)?;
    let (waiting, sent) = if options.invite { tenant.import_invitations(job.id).await? } else { (0, 0) };
    Ok(UserImport {
        id: job.id,
        state: state(job.state),
        mode: options.mode,
        total: job.counts.total,
        bad: job.counts.bad,
        done: job.counts.done,
        failed: job.counts.failed,
        bad_rows: bad.into_iter().map(|bad| row(bad, locale)).collect(),
        missing_groups: options.missing,
        invitations_waiting: waiting,
        invitations_sent: sent,
        created_at: job.created_at,
        ended_at: job.ended_at,
        version: job.version,
    })
}

/// A row of an import; reasons in the reader's language.
pub(super) fn row(row: rows::ImportRow, locale: Locale) -> ImportRow {
    let problem = |(column, code): (String, String)| FieldProblem {
        pointer: if column.is_empty() { column } else { format!("/{column}") },
        detail: invalid_sentence(locale, &code),
        code,
    };
    ImportRow {
        number: row.number,
        line: row.line,
        state: match row.state {
            RowState::Bad => ImportRowState::Bad,
            RowState::Ready => ImportRowState::Ready,
            RowState::Done => ImportRowState::Done,
            RowState::Failed => ImportRowState::Failed,
        },
        cells: row.cells,
        user: (row.state == RowState::Done).then_some(row.user),
        problems: row.problems.into_iter().map(problem).collect(),
    }
}

fn state(state: JobState) -> ImportState {
    match state {
        JobState::Reading => ImportState::Reading,
        JobState::Ready => ImportState::Ready,
        JobState::Running => ImportState::Running,
        JobState::Stopping => ImportState::Stopping,
        JobState::Undoing => ImportState::Undoing,
        JobState::Done => ImportState::Done,
        JobState::Cancelled => ImportState::Cancelled,
        JobState::Failed => ImportState::Failed,
    }
}
