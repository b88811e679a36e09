//! The countries one can choose, with the time zone most of their sites are in.

use cordboard_messages::Key;
use cordboard_types::Invalid;

use crate::{
    form::{Check, Choice},
    words::t,
};

const COUNTRIES: [(&str, Key, &str); 10] = [
    ("AT", Key::CountryAt, "Europe/Vienna"),
    ("BE", Key::CountryBe, "Europe/Brussels"),
    ("CH", Key::CountryCh, "Europe/Zurich"),
    ("DE", Key::CountryDe, "Europe/Berlin"),
    ("FR", Key::CountryFr, "Europe/Paris"),
    ("GB", Key::CountryGb, "Europe/London"),
    ("IT", Key::CountryIt, "Europe/Rome"),
    ("LI", Key::CountryLi, "Europe/Vaduz"),
    ("LU", Key::CountryLu, "Europe/Luxembourg"),
    ("NL", Key::CountryNl, "Europe/Amsterdam"),
];

/// Sorted by name, as people look for them.
pub(crate) fn choices() -> Vec<Choice> {
    let mut choices: Vec<_> =
        COUNTRIES.into_iter().map(|(code, name, _)| Choice::new(&code, t(name))).collect();
    choices.sort_by(|one, other| one.label.cmp(&other.label));
    choices
}

/// The name of a country, or its code where it is not one of ours.
pub(crate) fn name(code: &str) -> String {
    let known = COUNTRIES.iter().find(|(known, ..)| *known == code);
    known.map_or_else(|| code.to_owned(), |(_, name, _)| t(*name))
}

pub(crate) fn time_zone(code: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|(known, ..)| *known == code).map(|(.., zone)| *zone)
}

/// The code of a chosen country.
pub(crate) fn checked(check: &mut Check, code: &str) -> Option<String> {
    if time_zone(code).is_some() {
        return Some(code.to_owned());
    }
    check.refuse("/country", if code.is_empty() { Invalid::Empty } else { Invalid::Choice });
    None
}
