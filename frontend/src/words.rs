//! The reader's language: every text of the UI goes through here into the catalogue of messages.

use std::cell::Cell;

use cordboard_messages::{Arg, Key};
use cordboard_types::Locale;

thread_local! {
    static LOCALE: Cell<Locale> = const { Cell::new(Locale::En) };
}

/// The language of the person who reads.
pub(crate) fn locale() -> Locale {
    LOCALE.get()
}

/// Set once it is known who signed in.
pub(crate) fn set_locale(locale: Locale) {
    LOCALE.set(locale);
}

/// A sentence.
pub(crate) fn t(key: Key) -> String {
    cordboard_messages::text(locale(), key, &[])
}

/// A sentence about something.
pub(crate) fn tx(key: Key, args: &[(&str, Arg<'_>)]) -> String {
    cordboard_messages::text(locale(), key, args)
}

/// The sentence of a refused field.
pub(crate) fn invalid(code: &str) -> String {
    cordboard_messages::invalid_sentence(locale(), code)
}

/// The sentence of an error code.
pub(crate) fn error(code: &str) -> String {
    cordboard_messages::error_sentence(locale(), code, &[])
}
