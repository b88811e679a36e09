//! One cell: a value, a list, yes or no.

use cordboard_types::{Invalid, Locale};

/// What a spreadsheet takes for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Words for yes and for no, in the languages of the product.
const YES: [&str; 5] = ["yes", "ja", "oui", "true", "1"];
const NO: [&str; 7] = ["no", "nee", "nein", "non", "false", "0", ""];

/// Names of languages as the telephone system writes them, in English, Dutch and the language itself.
const LANGUAGES: [(&str, Locale); 10] = [
    ("english", Locale::En),
    ("engels", Locale::En),
    ("german", Locale::De),
    ("duits", Locale::De),
    ("deutsch", Locale::De),
    ("french", Locale::Fr),
    ("frans", Locale::Fr),
    ("français", Locale::Fr),
    ("dutch", Locale::Nl),
    ("nederlands", Locale::Nl),
];

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}

/// A cell that no spreadsheet takes for a formula: one apostrophe in front of what begins like one.
pub(super) fn guarded(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The cell without that apostrophe.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|_| is_formula(text)).unwrap_or(text)
}

/// An empty cell is none.
pub(super) fn optional<T>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, Invalid>,
) -> Result<Option<T>, Invalid> {
    if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some) }
}

/// Several values with a comma between them, each once.
pub(super) fn list<T: PartialEq>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, Invalid>,
) -> Result<Vec<T>, Invalid> {
    let mut values = Vec::new();
    for part in text.split(',').filter(|part| !part.trim().is_empty()) {
        let value = parse(part)?;
        if !values.contains(&value) {
            values.push(value);
        }
    }
    Ok(values)
}

/// The same for groups, where `none` means no membership (P-063).
pub(super) fn groups<T: PartialEq>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, Invalid>,
) -> Result<Vec<T>, Invalid> {
    if text.trim().eq_ignore_ascii_case("none") { Ok(Vec::new()) } else { list(text, parse) }
}

pub(super) fn yes_no(text: &str) -> Result<bool, Invalid> {
    let text = text.trim().to_lowercase();
    if YES.contains(&text.as_str()) {
        return Ok(true);
    }
    if NO.contains(&text.as_str()) { Ok(false) } else { Err(Invalid::YesNo) }
}

pub(super) fn language(text: &str) -> Result<Locale, Invalid> {
    let text = text.trim().to_lowercase();
    let named = LANGUAGES.iter().find(|(name, _)| *name == text).map(|(_, locale)| *locale);
    named.map_or_else(|| Locale::parse(&text), Ok)
}

/// A language by its English name, as the manual's example has it.
pub(super) fn language_name(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "English",
        Locale::Fr => "French",
        Locale::De => "German",
        Locale::Nl => "Dutch",
    }
}
