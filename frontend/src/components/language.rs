//! The choice of the language, each by its own name.

use cordboard_messages::Key;
use cordboard_types::Locale;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    api, session,
    words::{self, t},
};

/// Languages by the names their readers know them by; these are no messages.
pub(crate) const LANGUAGES: [(Locale, &str); 4] =
    [(Locale::De, "Deutsch"), (Locale::En, "English"), (Locale::Fr, "Français"), (Locale::Nl, "Nederlands")];

/// A language by its own name.
pub(crate) fn name(locale: Locale) -> &'static str {
    LANGUAGES.into_iter().find(|(own, _)| *own == locale).map_or("", |(_, name)| name)
}

/// Changes the language at once, and keeps it with the person who is signed in.
pub(crate) fn choose(locale: Locale) {
    spawn_local(async move {
        words::speak(locale).await;
        let own = session::now().is_some_and(|person| person.acting.is_none() && person.due.is_none());
        // Where it could not be kept it still holds in this browser.
        if own && let Ok(profile) = api::profile::speak(locale).await {
            session::changed(&profile);
        }
    });
}

/// A field with the language in force.
pub(crate) fn select(id: &'static str) -> impl IntoView {
    let options: Vec<_> = LANGUAGES
        .into_iter()
        .map(|(locale, name)| {
            let selected = move || words::locale() == locale;
            view! { <option value=locale.as_str() lang=locale.as_str() selected=selected>{name}</option> }
        })
        .collect();
    let change = |event| {
        if let Ok(locale) = event_target_value(&event).parse() {
            choose(locale);
        }
    };
    view! {
        <div class="field">
            <label for=id>{t(Key::LanguageLabel)}</label>
            <select id=id class="input" on:change=change>{options}</select>
        </div>
    }
}
