//! Every sentence people read, by language: the web UI, problem answers and mails take them from here.
//!
//! `locales/<tag>.ftl` holds a language (Fluent). The build makes [`Key`] of the ids; sentences of error codes
//! are looked up by code: `error-<code>` and `invalid-<code>`. With the feature `embedded` all languages are in
//! the binary; without it whoever reads brings the text of a [`Catalogue`].

mod catalogue;
#[cfg(feature = "embedded")]
mod embedded;
mod number;

use std::borrow::Cow;

pub use catalogue::Catalogue;
#[cfg(feature = "embedded")]
pub use embedded::{catalogue, error_sentence, invalid_sentence, text};

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

#[cfg(all(test, feature = "embedded"))]
mod tests {
    use cordboard_types::Locale;

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
    fn numbers_in_sentences_are_grouped_as_the_language_does() {
        let many = |locale| text(locale, Key::DeviceHandsets, &[("count", 12_345.into())]);
        assert!(many(Locale::En).contains("12,345"), "{}", many(Locale::En));
        assert!(many(Locale::De).contains("12.345"), "{}", many(Locale::De));
    }
}
