//! Rows of the log as they are read: what began and ended is one line.

use std::collections::BTreeSet;

use cordboard_api::audit::{AuditOutcome, AuditRow};
use cordboard_types::NodeId;

use crate::{
    api::{self, Answer, Listing},
    components::data_table::Ask,
};

/// The filters the list declares.
pub(super) const FILTERS: [&str; 6] = ["actor", "action", "outcome", "from", "to", "target"];

pub(super) async fn rows(node: NodeId, ask: Ask, pages: usize) -> Answer<Listing<AuditRow>> {
    let Listing { items, more } = api::audit::page(node, &ask.filters, pages).await?;
    let openings = ask.filters.iter().any(|(id, _)| *id == "outcome");
    Ok(Listing { items: if openings { items } else { folded(items) }, more })
}

/// Without the opening rows whose end is here too. One that has none stays: the server was cut off, or is at it.
fn folded(rows: Vec<AuditRow>) -> Vec<AuditRow> {
    let is_opening = |row: &AuditRow| row.outcome == AuditOutcome::Opened;
    let ended: BTreeSet<_> = rows
        .iter()
        .filter(|row| !is_opening(row))
        .filter_map(|row| row.operation.map(|id| id.to_string()))
        .collect();
    let has_ended = |row: &AuditRow| row.operation.is_some_and(|id| ended.contains(&id.to_string()));
    rows.into_iter().filter(|row| !(is_opening(row) && has_ended(row))).collect()
}

#[cfg(test)]
pub(super) fn row(seq: i64, outcome: AuditOutcome, operation: Option<&str>) -> AuditRow {
    AuditRow {
        customer: None,
        seq,
        at: cordboard_types::Timestamp(0),
        operation: operation.map(|id| id.parse().unwrap()),
        actor_id: None,
        actor: "anna@example.net".into(),
        on_behalf_of: None,
        credential: "session 1".into(),
        ip: "192.0.2.1".into(),
        user_agent: "Firefox".into(),
        request_id: "r".into(),
        action: "device.change".into(),
        target_kind: "device".into(),
        target: None,
        outcome,
        code: None,
        detail: serde_json::Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_opening_without_an_end_stays() {
        let (done, cut) = ("018f4a7e-0000-7000-8000-000000000001", "018f4a7e-0000-7000-8000-000000000002");
        let rows = vec![
            row(4, AuditOutcome::Done, Some(done)),
            row(3, AuditOutcome::Opened, Some(cut)),
            row(2, AuditOutcome::Opened, Some(done)),
            row(1, AuditOutcome::Denied, None),
        ];
        let left: Vec<_> = folded(rows).iter().map(|row| row.seq).collect();
        assert_eq!(left, [4, 3, 1]);
    }
}
