//! The reader's language: every text of the UI goes through here into the catalogue of messages.
//!
//! The browser holds the catalogues that were read so far, at first the one of the reader's language. A [`Text`]
//! is not a string but the way to one: when the language changes, every text on the page says itself anew.

mod catalogues;
mod text;

use std::cell::RefCell;

use cordboard_api::{ErrorCode, FieldProblem};
use cordboard_messages::Key;
use cordboard_types::Locale;
use leptos::{prelude::*, reactive::graph::Observer};

pub(crate) use text::{Text, Word};

use crate::{dom, prefs};

thread_local! {
    /// No owner has it: it lives as long as the page.
    static LOCALE: ArcRwSignal<Locale> = ArcRwSignal::new(Locale::En);
    static CHOSEN: RefCell<Locale> = const { RefCell::new(Locale::En) };
}

/// The language of the person who reads; whoever is drawn reactively is drawn again when it changes.
pub(crate) fn locale() -> Locale {
    LOCALE.with(|locale| if Observer::get().is_some() { locale.get() } else { locale.get_untracked() })
}

/// Reads the catalogue of the language that `early.js` has found out. Called once, before anything is drawn.
pub(crate) async fn start() {
    speak(dom::language().parse().unwrap_or_default()).await;
}

/// Changes the language as soon as its catalogue is here, and keeps it in this browser. Where it cannot be had the
/// page goes on in the language it has.
pub(crate) async fn speak(locale: Locale) {
    CHOSEN.set(locale);
    let here = catalogues::load(locale).await;
    // While this one was on its way another may have been chosen.
    if here && CHOSEN.with_borrow(|chosen| *chosen == locale) {
        dom::set_language(locale.as_str());
        prefs::keep("locale", Some(locale.as_str()));
        LOCALE.with(|now| {
            if now.get_untracked() != locale {
                now.set(locale);
            }
        });
    }
}

/// A sentence.
pub(crate) fn t(key: Key) -> Text {
    Text::from(key)
}

/// A sentence about something.
pub(crate) fn tx(key: Key, args: &[(&'static str, Word)]) -> Text {
    let args = args.to_vec();
    Text::new(move || {
        let args: Vec<_> = args.iter().map(|(name, word)| (*name, word.arg())).collect();
        catalogues::sentence(locale(), |catalogue| catalogue.text(key, &args))
    })
}

/// What is wrong with a field.
pub(crate) fn problem(problem: &FieldProblem) -> Text {
    let code = problem.code.clone();
    Text::new(move || invalid(&code))
}

/// The sentence of a refused field's code.
pub(crate) fn invalid(code: &str) -> String {
    catalogues::sentence(locale(), |catalogue| catalogue.invalid(code))
}

/// The sentence of an error code.
pub(crate) fn error(code: ErrorCode) -> Text {
    Text::new(move || catalogues::sentence(locale(), |catalogue| catalogue.error(code.as_str(), &[])))
}

/// The sentence of an error code that came as text; the code itself where it is none of this contract.
pub(crate) fn code(code: &str) -> Text {
    let known = ErrorCode::ALL.iter().copied().find(|known| known.as_str() == code);
    known.map_or_else(|| code.into(), error)
}

fn plain(key: Key) -> String {
    catalogues::sentence(locale(), |catalogue| catalogue.text(key, &[]))
}
