//! Several short texts: each becomes a chip with Enter, a comma or a space.

use cordboard_messages::Key;
use leptos::{ev::KeyboardEvent, prelude::*};

use super::{
    Form,
    fields::{described, heading, note},
};
use crate::{
    components::icon::{Icon, icon},
    words::tx,
};

#[component]
pub(crate) fn ChipsField(
    form: Form,
    #[prop(into)] pointer: String,
    label: Key,
    values: RwSignal<Vec<String>>,
    #[prop(optional)] help: Option<Key>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let id = form.id(&pointer);
    let at = pointer.clone();
    let wrong = Memo::new(move |_| form.error_at(&at).is_some());
    let typed = RwSignal::new(String::new());
    let take = move || {
        let fresh = parts(&typed.get_untracked());
        typed.set(String::new());
        values.update(|values| {
            for text in fresh {
                if !values.contains(&text) {
                    values.push(text);
                }
            }
        });
    };
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" | "," | " " if typed.with_untracked(|typed| !typed.trim().is_empty()) => {
            event.prevent_default();
            take();
        }
        "Backspace" if typed.with_untracked(String::is_empty) => {
            values.update(|values| drop(values.pop()));
        }
        _ => {}
    };
    let described_by = {
        let id = id.clone();
        move || described(&id, help, wrong.get())
    };
    view! {
        <div class="field">
            {heading(id.clone(), label, optional)}
            <div class="input chips-input">
                <For each=move || values.get() key=Clone::clone let(text)>{chip(values, text)}</For>
                <input
                    id=id
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=move || wrong.get().then_some("true")
                    aria-describedby=described_by
                    bind:value=typed
                    on:keydown=pressed
                    on:blur=move |_| take()
                />
            </div>
            {note(form, pointer, help)}
        </div>
    }
}

fn chip(values: RwSignal<Vec<String>>, text: String) -> impl IntoView {
    let label = tx(Key::ChipRemove, &[("name", text.as_str().into())]);
    let own = text.clone();
    let remove = move |_| values.update(|values| values.retain(|other| *other != own));
    view! {
        <span class="chip">
            <span>{text}</span>
            <button type="button" aria-label=label on:click=remove>{icon(Icon::Close)}</button>
        </span>
    }
}

fn parts(text: &str) -> Vec<String> {
    let parts = text.split([',', ';', ' ', '\n', '\t']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_list_becomes_several() {
        assert_eq!(parts("10.0.0.0/8, 192.168.1.1\n::1"), ["10.0.0.0/8", "192.168.1.1", "::1"]);
        assert!(parts(" , ").is_empty());
    }
}
