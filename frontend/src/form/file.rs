//! A file of the person's own machine.

use cordboard_messages::Key;
use leptos::{ev::Event, prelude::*};
use wasm_bindgen::JsCast as _;
use web_sys::{File, HtmlInputElement};

use super::{
    Form,
    fields::{described, heading, note},
};
use crate::words::tx;

/// `chosen` is called with each file as it is chosen; what is kept outlives the field.
#[component]
pub(crate) fn FileField(
    form: Form,
    #[prop(into)] pointer: String,
    label: Key,
    file: RwSignal<Option<File>, LocalStorage>,
    accept: &'static str,
    chosen: impl Fn(File) + 'static,
    #[prop(optional)] help: Option<Key>,
) -> impl IntoView {
    let id = form.id(&pointer);
    let at = pointer.clone();
    let wrong = Memo::new(move |_| form.error_at(&at).is_some());
    let described_by = {
        let id = id.clone();
        move || described(&id, help, wrong.get())
    };
    let take = move |event: Event| {
        if let Some(found) = first(&event) {
            file.set(Some(found.clone()));
            chosen(found);
        }
    };
    // A field that is drawn again is empty; what was chosen before still counts.
    let kept = move || {
        let file = file.get()?;
        Some(
            view! { <p class="field-help breakable">{tx(Key::FileChosen, &[("name", file.name().into())])}</p> },
        )
    };
    view! {
        <div class="field">
            {heading(id.clone(), label, false)}
            <input
                id=id
                class="input input-file"
                type="file"
                accept=accept
                required=true
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=described_by
                on:change=take
            />
            {kept}
            {note(form, pointer, help)}
        </div>
    }
}

fn first(event: &Event) -> Option<File> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    input.files()?.item(0)
}
