//! A password: shown on demand, with a hint at how good a new one is.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::{
    Form,
    fields::{described, heading, note},
};
use crate::{
    components::icon::{Icon, icon},
    words::t,
};

#[component]
pub(crate) fn PasswordField(
    form: Form,
    #[prop(into)] pointer: String,
    label: Key,
    value: RwSignal<String>,
    #[prop(optional)] help: Option<Key>,
    /// A new one: its strength is hinted at while it is typed.
    #[prop(optional)]
    strength: bool,
    #[prop(default = "new-password")] autocomplete: &'static str,
    #[prop(optional)] optional: bool,
    #[prop(optional)] inputmode: Option<&'static str>,
) -> impl IntoView {
    let id = form.id(&pointer);
    let at = pointer.clone();
    let wrong = Memo::new(move |_| form.error_at(&at).is_some());
    let shown = RwSignal::new(false);
    let described_by = {
        let id = id.clone();
        move || described(&id, help, wrong.get())
    };
    let eye = move || if shown.get() { icon(Icon::EyeOff).into_any() } else { icon(Icon::Eye).into_any() };
    view! {
        <div class="field">
            {heading(id.clone(), label, optional)}
            <div class="input-group">
                <input
                    id=id
                    class="input"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
                    inputmode=inputmode
                    required=!optional
                    aria-invalid=move || wrong.get().then_some("true")
                    aria-describedby=described_by
                    bind:value=value
                />
                <button
                    type="button"
                    class="input-button"
                    aria-pressed=move || shown.get().to_string()
                    aria-label=t(Key::PasswordShow)
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {eye}
                </button>
            </div>
            {strength.then(|| meter(value))}
            {note(form, pointer, help)}
        </div>
    }
}

/// How hard it would be to guess, in four steps. The server decides; this only hints while one types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    Short,
    Weak,
    Fair,
    Good,
}

/// Characters of the shortest password the server takes.
const SHORTEST: usize = 10;

fn strength_of(password: &str) -> Strength {
    let length = password.chars().count();
    let mut different: Vec<_> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    match (length, different.len()) {
        (length, _) if length < SHORTEST => Strength::Short,
        (_, 0..=5) => Strength::Weak,
        (length, different) if length >= 16 && different >= 9 => Strength::Good,
        _ => Strength::Fair,
    }
}

fn meter(value: RwSignal<String>) -> impl IntoView {
    let strength = Memo::new(move |_| value.with(|value| strength_of(value)));
    let class = move || match strength.get() {
        _ if value.with(String::is_empty) => "strength",
        Strength::Short => "strength strength-1",
        Strength::Weak => "strength strength-2",
        Strength::Fair => "strength strength-3",
        Strength::Good => "strength strength-4",
    };
    let word = move || {
        t(match strength.get() {
            Strength::Short => Key::StrengthShort,
            Strength::Weak => Key::StrengthWeak,
            Strength::Fair => Key::StrengthFair,
            Strength::Good => Key::StrengthGood,
        })
    };
    view! {
        <div class=class>
            <span class="strength-bar" aria-hidden="true"></span>
            <span class="strength-word" role="status">{word}</span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_and_variety_count() {
        assert_eq!(strength_of("Tr0ub4dor"), Strength::Short);
        assert_eq!(strength_of("aaaaaaaaaaaaaaaa"), Strength::Weak);
        assert_eq!(strength_of("Tr0ub4dor&3"), Strength::Fair);
        assert_eq!(strength_of("correct horse battery staple"), Strength::Good);
    }
}
