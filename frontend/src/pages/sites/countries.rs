//! The countries one can choose, with the time zone most of their sites are in.

use cordboard_messages::Key;
use cordboard_types::{COUNTRIES, Country, Invalid};

use crate::{
    form::{Check, Choice},
    words::{Text, t},
};

fn key(country: &Country) -> Option<Key> {
    let key = match country.code {
        "AT" => Key::CountryAt,
        "BE" => Key::CountryBe,
        "CH" => Key::CountryCh,
        "DE" => Key::CountryDe,
        "FR" => Key::CountryFr,
        "GB" => Key::CountryGb,
        "LU" => Key::CountryLu,
        "NL" => Key::CountryNl,
        _ => return None,
    };
    Some(key)
}

/// Sorted by name, as people look for them.
pub(crate) fn choices() -> Vec<Choice> {
    let mut choices: Vec<_> =
        COUNTRIES.iter().map(|country| Choice::new(&country.code, name(country.code))).collect();
    choices.sort_by_cached_key(|choice| choice.label.get());
    choices
}

/// The name of a country, or its code where it is not one of ours.
pub(crate) fn name(code: &str) -> Text {
    Country::find(code).and_then(key).map_or_else(|| code.into(), t)
}

pub(crate) fn time_zone(code: &str) -> Option<&'static str> {
    Country::find(code).map(|country| country.time_zone)
}

/// The code of a chosen country.
pub(crate) fn checked(check: &mut Check, code: &str) -> Option<String> {
    checked_at(check, "/country", code)
}

pub(crate) fn checked_at(check: &mut Check, pointer: &str, code: &str) -> Option<String> {
    if time_zone(code).is_some() {
        return Some(code.to_owned());
    }
    check.refuse(pointer, if code.is_empty() { Invalid::Empty } else { Invalid::Choice });
    None
}
