//! Every sentence people read, by language: the web UI, problem answers and mails take them from here.
//!
//! `locales/<tag>.ftl` holds a language (Fluent). The build makes [`Key`] of the ids; sentences of error codes
//! are looked up by code: `error-<code>` and `invalid-<code>`.

mod bundle;

use std::borrow::Cow;

use cordboard_types::Locale;

include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// What a sentence is about: the value of one of its `{ $variables }`.
#[derive(Debug, Clone)]
pub enum Arg<'a> {
    /// A name, an address, a date that is already written out.
    Text(Cow<'a, str>),
    /// A count; plural forms depend on it.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

/// The sentence in the reader's language, in English where that language is not in the catalogue.
#[must_use]
pub fn text(locale: Locale, key: Key, args: &[(&str, Arg<'_>)]) -> String {
    bundle::sentence(locale, key.id(), args).unwrap_or_else(|| key.id().to_owned())
}

/// The sentence of an `ErrorCode`, `mac_taken`. An unknown code gets the sentence of `internal`.
#[must_use]
pub fn error_sentence(locale: Locale, code: &str, args: &[(&str, Arg<'_>)]) -> String {
    bundle::sentence(locale, &format!("error-{code}"), args)
        .or_else(|| bundle::sentence(locale, "error-internal", &[]))
        .unwrap_or_else(|| code.to_owned())
}

/// The sentence of a field's code: of an `Invalid`, else of an `ErrorCode`.
#[must_use]
pub fn invalid_sentence(locale: Locale, code: &str) -> String {
    bundle::sentence(locale, &format!("invalid-{code}"), &[])
        .unwrap_or_else(|| error_sentence(locale, code, &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_code_may_be_of_either_kind() {
        assert_ne!(invalid_sentence(Locale::En, "mac"), invalid_sentence(Locale::En, "mac_taken"));
        assert_eq!(invalid_sentence(Locale::En, "mac_taken"), error_sentence(Locale::En, "mac_taken", &[]));
    }

    #[test]
    fn an_unknown_code_still_says_something() {
        assert_eq!(error_sentence(Locale::En, "nonsense", &[]), error_sentence(Locale::En, "internal", &[]));
    }

    #[test]
    fn a_key_knows_its_id() {
        assert_eq!(Key::NavOverview.id(), "nav-overview");
        assert_eq!(Key::Minutes15.id(), "minutes-15");
    }

    #[test]
    fn a_language_without_a_catalogue_reads_english() {
        assert_eq!(text(Locale::Nl, Key::AppName, &[]), "Cordboard");
    }
}
