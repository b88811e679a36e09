//! How the page looks in this browser: theme, contrast, density.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{prefs::Look, words::t};

fn select(look: Look, id: &'static str, label: Key, choices: &[(&'static str, Key)]) -> AnyView {
    let now = look.get().unwrap_or_default();
    let options: Vec<_> = choices
        .iter()
        .map(|(value, name)| view! { <option value=*value selected=now == *value>{t(*name)}</option> })
        .collect();
    let change = move |event| {
        let value = event_target_value(&event);
        look.set((!value.is_empty()).then_some(value.as_str()));
    };
    view! {
        <div class="field">
            <label for=id>{t(label)}</label>
            <select id=id class="input" on:change=change>{options}</select>
        </div>
    }
    .into_any()
}

pub(crate) fn theme(id: &'static str) -> AnyView {
    let choices = [("", Key::ThemeSystem), ("light", Key::ThemeLight), ("dark", Key::ThemeDark)];
    select(Look::Theme, id, Key::ThemeLabel, &choices)
}

pub(crate) fn contrast(id: &'static str) -> AnyView {
    let choices = [("", Key::ThemeSystem), ("normal", Key::ContrastNormal), ("more", Key::ContrastMore)];
    select(Look::Contrast, id, Key::ContrastLabel, &choices)
}

pub(crate) fn density(id: &'static str) -> AnyView {
    let choices = [("", Key::DensityComfortable), ("compact", Key::DensityCompact)];
    select(Look::Density, id, Key::DensityLabel, &choices)
}
