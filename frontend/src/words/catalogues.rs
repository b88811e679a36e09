//! The catalogues this page has read: one file a language, loaded when somebody reads it.

use std::{cell::RefCell, rc::Rc};

use cordboard_messages::Catalogue;
use cordboard_types::Locale;
use gloo_net::http::Request;

use crate::dom;

thread_local! {
    static READ: RefCell<Vec<(Locale, Rc<Catalogue>)>> = const { RefCell::new(Vec::new()) };
}

/// Loads a catalogue unless it is here; `false` where it is not to be had.
pub(super) async fn load(locale: Locale) -> bool {
    if find(locale).is_some() {
        return true;
    }
    let address = dom::asset(&format!("locale-{locale}"));
    let Ok(answer) = Request::get(&address).send().await else { return false };
    match answer.text().await {
        Ok(text) if answer.ok() => {
            let catalogue = Rc::new(Catalogue::read(locale, &text));
            READ.with_borrow_mut(|read| read.push((locale, catalogue)));
            true
        }
        _ => false,
    }
}

/// What a catalogue says; nothing while there is none.
#[cfg(not(test))]
pub(super) fn sentence(locale: Locale, say: impl FnOnce(&Catalogue) -> String) -> String {
    find(locale).map_or_else(String::new, |catalogue| say(&catalogue))
}

#[cfg(test)]
pub(super) fn sentence(locale: Locale, say: impl FnOnce(&Catalogue) -> String) -> String {
    say(cordboard_messages::catalogue(locale))
}

fn find(locale: Locale) -> Option<Rc<Catalogue>> {
    READ.with_borrow(|read| read.iter().find(|(own, _)| *own == locale).map(|(_, found)| Rc::clone(found)))
}
