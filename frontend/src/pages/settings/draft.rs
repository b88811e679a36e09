//! What is typed for one setting, and the value it makes.

use cordboard_api::{FieldProblem, settings::SettingChange};
use cordboard_types::{Colour, Email, HostName, Invalid, Label, Locale, SettingName};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::form::Check;

/// Where the server finds fault with a value.
pub(super) const VALUE: &str = "/value";

#[derive(Clone, Copy)]
pub(super) struct Draft {
    pub(super) name: SettingName,
    /// Of all but networks; a picture is `image/png;base64,…`.
    pub(super) text: RwSignal<String>,
    pub(super) list: RwSignal<Vec<String>>,
    pub(super) lock: RwSignal<bool>,
}

impl Draft {
    pub(super) fn of(name: SettingName, value: &Value, lock: bool) -> Self {
        Self {
            name,
            text: RwSignal::new(text_of(value)),
            list: RwSignal::new(list_of(value)),
            lock: RwSignal::new(lock),
        }
    }

    pub(super) fn body(self) -> Result<SettingChange, Vec<FieldProblem>> {
        let list = self.list.get_untracked();
        let value = if self.name == SettingName::SignInNetworks {
            Ok(json!(list))
        } else {
            value_of(self.name, self.text.get_untracked().trim())
        };
        value.map(|value| SettingChange { value, lock: self.lock.get_untracked() })
    }
}

pub(super) fn list_of(value: &Value) -> Vec<String> {
    let texts = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

pub(super) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Object(picture) => {
            let part = |name: &str| picture.get(name).and_then(Value::as_str).unwrap_or_default();
            format!("{};base64,{}", part("media_type"), part("data"))
        }
        Value::Null | Value::Array(_) => String::new(),
        other => other.to_string(),
    }
}

fn value_of(name: SettingName, text: &str) -> Result<Value, Vec<FieldProblem>> {
    use SettingName as S;
    let mut check = Check::default();
    let value = match name {
        S::Locale => check.chosen::<Locale>(VALUE, text).map(|locale| json!(locale)),
        S::BrandName | S::MailSenderName => check.required::<Label>(VALUE, text).map(|label| json!(label)),
        S::BrandColour => check.required::<Colour>(VALUE, text).map(|colour| json!(colour.to_string())),
        S::MailSenderAddress => check.required::<Email>(VALUE, text).map(|email| json!(email)),
        S::HostName => check.required::<HostName>(VALUE, text).map(|host| json!(host)),
        S::SecondFactorRequired => check.chosen::<bool>(VALUE, text).map(Value::from),
        S::SessionIdleMinutes => whole(&mut check, text).map(Value::from),
        S::BrandLogo => picture(&mut check, text),
        S::TimeZone | S::Country | S::Tones | S::NumberFormat | S::AreaCode | S::SignInNetworks => {
            some(&mut check, text).map(Value::from)
        }
    };
    check.finish(value)
}

/// What the server alone knows the values of.
fn some(check: &mut Check, text: &str) -> Option<String> {
    if text.is_empty() {
        check.refuse(VALUE, Invalid::Empty);
        return None;
    }
    Some(text.to_owned())
}

fn whole(check: &mut Check, text: &str) -> Option<u64> {
    text.parse().map_err(|_| check.refuse(VALUE, Invalid::Range)).ok()
}

fn picture(check: &mut Check, text: &str) -> Option<Value> {
    let parts = text.split_once(";base64,");
    if parts.is_none() {
        check.refuse(VALUE, Invalid::Empty);
    }
    parts.map(|(media_type, data)| json!({ "media_type": media_type, "data": data }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_reads_back_as_it_was() {
        for (name, value) in [
            (SettingName::Locale, json!("de")),
            (SettingName::SecondFactorRequired, json!(true)),
            (SettingName::SessionIdleMinutes, json!(60)),
            (SettingName::BrandLogo, json!({ "media_type": "image/png", "data": "iVBOR" })),
            (SettingName::AreaCode, json!("044")),
        ] {
            assert_eq!(value_of(name, &text_of(&value)).unwrap(), value, "{name}");
        }
        assert_eq!(list_of(&json!(["192.0.2.0/24"])), ["192.0.2.0/24"]);
    }

    #[test]
    fn what_is_no_value_is_said_before_it_is_sent() {
        for (name, text, code) in [
            (SettingName::BrandColour, "green", "colour"),
            (SettingName::SessionIdleMinutes, "an hour", "range"),
            (SettingName::BrandLogo, "", "empty"),
            (SettingName::MailSenderAddress, "desk", "email"),
            (SettingName::AreaCode, "", "empty"),
        ] {
            let problems = value_of(name, text).unwrap_err();
            assert_eq!((problems[0].pointer.as_str(), problems[0].code.as_str()), (VALUE, code), "{name}");
        }
    }
}
