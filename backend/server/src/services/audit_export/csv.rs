//! RFC 4180, and no cell that a spreadsheet takes for a formula.

use cordboard_store::audit::Row;

use super::{id, rfc3339};

const COLUMNS: [&str; 18] = [
    "customer",
    "seq",
    "at",
    "outcome",
    "action",
    "actor",
    "actor_id",
    "on_behalf_of",
    "on_behalf_of_id",
    "credential",
    "ip",
    "user_agent",
    "target_kind",
    "target",
    "code",
    "operation",
    "request_id",
    "detail",
];

pub(super) fn head() -> String {
    COLUMNS.join(",") + "\r\n"
}

pub(super) fn line(row: &Row) -> String {
    let (behalf_id, behalf) = row.on_behalf_of.clone().unzip();
    let cells: [String; COLUMNS.len()] = [
        id(row.tenant.map(|tenant| tenant.0)),
        row.seq.to_string(),
        rfc3339(row.at),
        row.outcome.clone(),
        row.action.clone(),
        row.actor.clone(),
        id(row.actor_id),
        behalf.unwrap_or_default(),
        id(behalf_id),
        row.credential.clone(),
        row.ip.clone(),
        row.user_agent.clone(),
        row.target_kind.clone(),
        id(row.target_id),
        row.code.clone().unwrap_or_default(),
        id(row.operation),
        row.request_id.clone(),
        row.detail.clone(),
    ];
    cells.map(|text| cell(&text)).join(",") + "\r\n"
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::{super::row, *};

    #[test]
    fn a_cell_is_never_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        assert_eq!(cell("\r=1"), "\"'\r=1\"");
        assert_eq!(cell("=HYPERLINK(\"a\",1)"), "\"'=HYPERLINK(\"\"a\"\",1)\"");
        assert_eq!(cell("a=b"), "a=b");
    }

    #[test]
    fn a_row_is_a_line_with_a_cell_for_each_column() {
        let line = line(&row());
        assert_eq!(
            line,
            ",7,2027-01-15T08:00:00.5Z,denied,device.change,anna@example.net,,,,session 1,192.0.2.1,curl,device,,\
             forbidden,,r,\"{\"\"name\"\":\"\"a]\\\"\"b\"\"}\"\r\n"
        );
        assert_eq!(head().matches(',').count(), COLUMNS.len() - 1);
    }
}
