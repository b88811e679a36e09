//! All languages inside the binary, each parsed when it is first read.

use std::sync::OnceLock;

use cordboard_types::Locale;

use crate::{Arg, Catalogue, Key, source};

/// The catalogue of a language.
#[must_use]
pub fn catalogue(locale: Locale) -> &'static Catalogue {
    static EN: OnceLock<Catalogue> = OnceLock::new();
    static FR: OnceLock<Catalogue> = OnceLock::new();
    static DE: OnceLock<Catalogue> = OnceLock::new();
    static NL: OnceLock<Catalogue> = OnceLock::new();
    let cell = match locale {
        Locale::En => &EN,
        Locale::Fr => &FR,
        Locale::De => &DE,
        Locale::Nl => &NL,
    };
    // The build has refused a language that lacks a sentence, so none has to be borrowed from another one.
    cell.get_or_init(|| Catalogue::read(locale, source(locale.as_str()).unwrap_or_default()))
}

/// The sentence in the reader's language.
#[must_use]
pub fn text(locale: Locale, key: Key, args: &[(&str, Arg<'_>)]) -> String {
    catalogue(locale).text(key, args)
}

/// The sentence of an `ErrorCode`, `mac_taken`. An unknown code gets the sentence of `internal`.
#[must_use]
pub fn error_sentence(locale: Locale, code: &str, args: &[(&str, Arg<'_>)]) -> String {
    catalogue(locale).error(code, args)
}

/// The sentence of a field's code: of an `Invalid`, else of an `ErrorCode`.
#[must_use]
pub fn invalid_sentence(locale: Locale, code: &str) -> String {
    catalogue(locale).invalid(code)
}
