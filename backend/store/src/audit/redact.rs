//! The second net under those who write details: a field named like a secret is blanked.

use serde_json::Value;

const BLANK: &str = "••••••••";
/// Names of fields that hold secrets, alone or behind another word.
const SECRETS: &[&str] = &["password", "pin", "secret", "token", "access_key", "private_key", "seed", "ha1"];

/// Blanks what looks like a secret. A truth value or nothing tells of a secret without telling it.
pub(super) fn redact(mut detail: Value) -> Value {
    walk(&mut detail);
    detail
}

fn walk(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if is_secret(name) { blank(field) } else { walk(field) }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(walk),
        _ => {}
    }
}

fn blank(field: &mut Value) {
    if !matches!(field, Value::Null | Value::Bool(_)) {
        *field = Value::from(BLANK);
    }
}

fn is_secret(name: &str) -> bool {
    let ends = |secret: &&str| {
        name.strip_suffix(*secret).is_some_and(|start| start.is_empty() || start.ends_with('_'))
    };
    SECRETS.iter().any(ends)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_secret_that_slipped_in_is_blanked_wherever_it_is() {
        let detail = json!({ "name": "Anna", "after": { "admin_password": "4711", "pin": ["1"], "spin": 1 },
            "list": [{ "token": "cb_1" }], "before": { "admin_password": null, "user_password": true } });
        assert_eq!(
            redact(detail),
            json!({ "name": "Anna", "after": { "admin_password": BLANK, "pin": BLANK, "spin": 1 },
                "list": [{ "token": BLANK }], "before": { "admin_password": null, "user_password": true } })
        );
    }
}
