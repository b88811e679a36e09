//! RFC 5424: facility 13 (log audit), the action as message id, every field as structured data.

use cordboard_store::audit::Row;

use super::{id, rfc3339};

/// 13 × 8; the severity is added.
const FACILITY: u8 = 104;
/// The number that stands for everybody without one (RFC 5612).
const NAME: &str = "audit@32473";
/// Longest message id.
const MESSAGE_ID: usize = 32;

pub(super) fn line(row: &Row) -> String {
    let severity = if matches!(row.outcome.as_str(), "denied" | "failed") { 4 } else { 6 };
    let message_id: String = row.action.chars().filter(char::is_ascii_graphic).take(MESSAGE_ID).collect();
    let message_id = if message_id.is_empty() { "-" } else { &message_id };
    let (behalf_id, behalf) = row.on_behalf_of.clone().unzip();
    let fields = [
        ("customer", id(row.tenant.map(|tenant| tenant.0))),
        ("seq", row.seq.to_string()),
        ("operation", id(row.operation)),
        ("actor", row.actor.clone()),
        ("actorId", id(row.actor_id)),
        ("behalf", behalf.unwrap_or_default()),
        ("behalfId", id(behalf_id)),
        ("credential", row.credential.clone()),
        ("ip", row.ip.clone()),
        ("userAgent", row.user_agent.clone()),
        ("request", row.request_id.clone()),
        ("targetKind", row.target_kind.clone()),
        ("target", id(row.target_id)),
        ("outcome", row.outcome.clone()),
        ("code", row.code.clone().unwrap_or_default()),
        ("detail", row.detail.clone()),
    ];
    let data: String = fields
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!(" {name}=\"{}\"", escaped(value)))
        .collect();
    let (priority, at) = (FACILITY + severity, rfc3339(row.at));
    let words = format!("{} {} {}", one_line(&row.actor), row.action, row.outcome);
    format!("<{priority}>1 {at} - cordboard - {message_id} [{NAME}{data}] {words}\n")
}

/// §6.3.3: three characters are escaped. A control character would end the line.
fn escaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    for character in one_line(value).chars() {
        if matches!(character, '"' | '\\' | ']') {
            text.push('\\');
        }
        text.push(character);
    }
    text
}

fn one_line(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::{super::row, *};

    #[test]
    fn a_row_is_one_message() {
        assert_eq!(
            line(&row()),
            "<108>1 2027-01-15T08:00:00.5Z - cordboard - device.change [audit@32473 seq=\"7\" \
             actor=\"anna@example.net\" credential=\"session 1\" ip=\"192.0.2.1\" userAgent=\"curl\" request=\"r\" \
             targetKind=\"device\" outcome=\"denied\" code=\"forbidden\" \
             detail=\"{\\\"name\\\":\\\"a\\]\\\\\\\"b\\\"}\"] anna@example.net device.change denied\n"
        );
    }

    #[test]
    fn a_line_break_in_a_field_makes_no_second_message() {
        let row = Row { actor: "a\n<108>1 forged".into(), ..row() };
        assert_eq!(line(&row).lines().count(), 1);
    }
}
