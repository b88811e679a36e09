//! A one-time code: six digits of an authenticator app.

use cordboard_messages::Key;
use leptos::{ev::Event, prelude::*};

use super::{
    Form,
    fields::{described, heading, note},
};

const DIGITS: usize = 6;

/// Takes digits only, however they are pasted, and calls `complete` with the last one.
#[component]
pub(crate) fn CodeField(
    form: Form,
    #[prop(into)] pointer: String,
    label: Key,
    value: RwSignal<String>,
    complete: impl Fn() + Copy + 'static,
    #[prop(optional)] help: Option<Key>,
) -> impl IntoView {
    let id = form.id(&pointer);
    let at = pointer.clone();
    let wrong = Memo::new(move |_| form.error_at(&at).is_some());
    let described_by = {
        let id = id.clone();
        move || described(&id, help, wrong.get())
    };
    let typed = move |event: Event| {
        let digits = digits(&event_target_value(&event));
        let whole = digits.len() == DIGITS && value.with_untracked(|before| *before != digits);
        value.set(digits);
        if whole {
            complete();
        }
    };
    view! {
        <div class="field">
            {heading(id.clone(), label, false)}
            <input
                id=id
                class="input input-code"
                inputmode="numeric"
                autocomplete="one-time-code"
                maxlength="12"
                required=true
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=described_by
                prop:value=move || value.get()
                on:input=typed
            />
            {note(form, pointer, help)}
        </div>
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pasted_codes_lose_their_spaces() {
        assert_eq!(digits(" 123 456 "), "123456");
        assert_eq!(digits("12a"), "12");
    }
}
