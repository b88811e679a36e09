//! Several of many, found by words; what is chosen stands above the list.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::{
    Choice, Form,
    fields::{heading, note},
};
use crate::{
    components::icon::{Icon, icon},
    words::{t, tx},
};

#[component]
pub(crate) fn MultiSelectField(
    form: Form,
    #[prop(into)] pointer: String,
    label: Key,
    /// Values of what is chosen.
    values: RwSignal<Vec<String>>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(optional)] help: Option<Key>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let id = form.id(&pointer);
    let words = RwSignal::new(String::new());
    let chosen = move || {
        let all = choices.get();
        let named = |value: String| all.iter().find(|choice| choice.value == value).cloned();
        values.get().into_iter().filter_map(named).map(|choice| chip(values, choice)).collect::<Vec<_>>()
    };
    let shown = move || {
        let wanted = words.get().trim().to_lowercase();
        let fits = |choice: &Choice| choice.label.get().to_lowercase().contains(&wanted);
        choices.get().into_iter().filter(fits).map(|choice| option(values, choice)).collect::<Vec<_>>()
    };
    let nothing = move || {
        let wanted = words.get().trim().to_lowercase();
        let none =
            choices.with(|all| !all.iter().any(|choice| choice.label.get().to_lowercase().contains(&wanted)));
        none.then(|| view! { <p class="field-help">{t(Key::PaletteNothing)}</p> })
    };
    view! {
        <div class="field">
            {heading(id.clone(), label, optional)}
            <ul class="chips">{chosen}</ul>
            <div class="multi">
                <label class="search-field">
                    {icon(Icon::Search)}
                    <input
                        id=id
                        class="input"
                        type="search"
                        autocomplete="off"
                        placeholder=t(Key::MultiSearch)
                        bind:value=words
                    />
                </label>
                <div class="multi-list" role="group" aria-label=t(label)>{shown}{nothing}</div>
            </div>
            {note(form, pointer, help)}
        </div>
    }
}

fn turn(values: RwSignal<Vec<String>>, value: &str) {
    values.update(|values| {
        let before = values.len();
        values.retain(|other| other != value);
        if values.len() == before {
            values.push(value.to_owned());
        }
    });
}

fn option(values: RwSignal<Vec<String>>, choice: Choice) -> impl IntoView {
    let Choice { value, label, .. } = choice;
    let own = value.clone();
    let checked = move || values.with(|values| values.contains(&own));
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=checked on:change=move |_| turn(values, &value) />
            <span>{label}</span>
        </label>
    }
}

fn chip(values: RwSignal<Vec<String>>, choice: Choice) -> impl IntoView {
    let label = tx(Key::ChipRemove, &[("name", choice.label.clone().into())]);
    view! {
        <li class="chip">
            <span>{choice.label.clone()}</span>
            <button type="button" aria-label=label on:click=move |_| turn(values, &choice.value)>{icon(Icon::Close)}</button>
        </li>
    }
}
