//! The audit log as a file: batch by batch, so that neither the server's memory nor a transaction holds all of it.

mod csv;
mod syslog;

use bytes::Bytes;
use cordboard_api::audit::{AuditForm, AuditOutcome, AuditRow, OnBehalfOf};
use cordboard_store::{
    Result, Store, StoreError,
    audit::{Filter, Row, Scope},
};
use cordboard_types::{OperationId, PersonId, TenantId, Timestamp};
use futures_util::{Stream, stream};
use serde_json::Value;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// Rows read at a time.
const BATCH: u64 = 500;

/// Whose log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// A customer's.
    Customer(TenantId),
    /// The platform's, or a part of it.
    Platform(Scope),
}

/// Content type of a form.
#[must_use]
pub fn content_type(form: AuditForm) -> &'static str {
    match form {
        AuditForm::Csv => "text/csv; charset=utf-8; header=present",
        AuditForm::Ndjson => "application/x-ndjson",
        AuditForm::Syslog => "text/plain; charset=utf-8",
    }
}

/// A name for the file.
#[must_use]
pub fn file_name(form: AuditForm) -> &'static str {
    match form {
        AuditForm::Csv => "audit.csv",
        AuditForm::Ndjson => "audit.ndjson",
        AuditForm::Syslog => "audit.log",
    }
}

fn head(form: AuditForm) -> String {
    if form == AuditForm::Csv { csv::head() } else { String::new() }
}

fn line(form: AuditForm, row: Row) -> String {
    match form {
        AuditForm::Csv => csv::line(&row),
        AuditForm::Ndjson => serde_json::to_string(&message(row)).unwrap_or_default() + "\n",
        AuditForm::Syslog => syslog::line(&row),
    }
}

/// The rows of a filter, oldest first. An error cuts the answer off, so that nobody takes a part for the whole.
pub fn stream(
    store: Store,
    source: Source,
    form: AuditForm,
    filter: Filter,
) -> impl Stream<Item = Result<Bytes>> + 'static {
    let start = Some((head(form), 0));
    stream::try_unfold((start, store, source, filter), move |(place, store, source, filter)| async move {
        let Some((mut text, after)) = place else { return Ok(None) };
        let rows = batch(&store, source, &filter, after).await?;
        let next = rows.last().map(|row| (String::new(), row.seq));
        text.extend(rows.into_iter().map(|row| line(form, row)));
        Ok::<_, StoreError>(Some((Bytes::from(text), (next, store, source, filter))))
    })
}

async fn batch(store: &Store, source: Source, filter: &Filter, after: i64) -> Result<Vec<Row>> {
    match source {
        Source::Customer(tenant) => store.read(tenant).await?.audit_batch(filter, after, BATCH).await,
        Source::Platform(scope) => {
            let system = store.system_read("export the audit log").await?;
            system.audit_batch(scope, filter, after, BATCH).await
        }
    }
}

/// A row as the API tells it.
#[must_use]
pub fn message(row: Row) -> AuditRow {
    AuditRow {
        customer: row.tenant,
        seq: row.seq,
        at: row.at,
        operation: row.operation.map(OperationId),
        actor_id: row.actor_id.map(PersonId),
        actor: row.actor,
        on_behalf_of: row.on_behalf_of.map(|(id, name)| OnBehalfOf { id: PersonId(id), name }),
        credential: row.credential,
        ip: row.ip,
        user_agent: row.user_agent,
        request_id: row.request_id,
        action: row.action,
        target_kind: row.target_kind,
        target: row.target_id.map(|id| id.to_string()),
        outcome: outcome(&row.outcome),
        code: row.code,
        detail: serde_json::from_str(&row.detail).unwrap_or(Value::String(row.detail)),
    }
}

const OUTCOMES: [(AuditOutcome, &str); 4] = [
    (AuditOutcome::Opened, "opened"),
    (AuditOutcome::Done, "done"),
    (AuditOutcome::Denied, "denied"),
    (AuditOutcome::Failed, "failed"),
];

/// An outcome as it lies in a row.
#[must_use]
pub fn outcome_word(outcome: AuditOutcome) -> &'static str {
    OUTCOMES.iter().find(|(known, _)| *known == outcome).map_or("failed", |(_, word)| word)
}

fn outcome(word: &str) -> AuditOutcome {
    OUTCOMES.iter().find(|(_, known)| *known == word).map_or(AuditOutcome::Failed, |(outcome, _)| *outcome)
}

/// A time as text, `2027-01-15T08:00:00.5Z`.
fn rfc3339(at: Timestamp) -> String {
    let time = OffsetDateTime::from_unix_timestamp_nanos(i128::from(at.0) * 1_000_000).ok();
    time.and_then(|time| time.format(&Rfc3339).ok()).unwrap_or_else(|| at.0.to_string())
}

fn id(id: Option<uuid::Uuid>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

#[cfg(test)]
fn row() -> Row {
    Row {
        tenant: None,
        seq: 7,
        at: Timestamp(1_800_000_000_500),
        operation: None,
        actor_id: None,
        actor: "anna@example.net".into(),
        on_behalf_of: None,
        credential: "session 1".into(),
        ip: "192.0.2.1".into(),
        user_agent: "curl".into(),
        request_id: "r".into(),
        action: "device.change".into(),
        target_kind: "device".into(),
        target_id: None,
        outcome: "denied".into(),
        code: Some("forbidden".into()),
        detail: r#"{"name":"a]\"b"}"#.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_outcome_has_the_word_of_the_contract() {
        for (known, word) in OUTCOMES {
            assert_eq!((outcome(word), outcome_word(known)), (known, word));
            assert_eq!(serde_json::to_value(known).unwrap(), word);
        }
    }

    #[test]
    fn a_line_of_json_is_what_the_api_answers() {
        let line = super::line(AuditForm::Ndjson, row());
        assert!(line.ends_with("}\n") && line.lines().count() == 1);
        assert_eq!(serde_json::from_str::<AuditRow>(&line).unwrap(), message(row()));
    }
}
