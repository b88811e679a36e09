//! The controls of a form: label above, help below, the error at the field.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::Form;
use crate::{
    components::icon::{Icon, icon},
    words::{Text, t},
};

/// One option of a choice.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    /// What is sent.
    pub(crate) value: String,
    /// What is read.
    pub(crate) label: Text,
    /// Heading it stands under.
    pub(crate) group: Option<String>,
}

impl Choice {
    pub(crate) fn new(value: &impl ToString, label: impl Into<Text>) -> Self {
        Self { value: value.to_string(), label: label.into(), group: None }
    }
}

pub(crate) fn note(form: Form, pointer: String, help: Option<Key>) -> impl IntoView {
    let (id, at) = (form.id(&pointer), pointer);
    let help = help.map(|help| view! { <p class="field-help" id=format!("{id}-help")>{t(help)}</p> });
    let error = move || {
        form.error_at(&at).map(|error| {
            view! { <p class="field-error" id=format!("{id}-error")>{icon(Icon::CircleAlert)}<span>{error}</span></p> }
        })
    };
    view! { {help}{error} }
}

pub(super) fn described(id: &str, help: Option<Key>, wrong: bool) -> Option<String> {
    match (help.is_some(), wrong) {
        (false, false) => None,
        (true, false) => Some(format!("{id}-help")),
        (false, true) => Some(format!("{id}-error")),
        (true, true) => Some(format!("{id}-error {id}-help")),
    }
}

pub(super) fn heading(id: String, label: Key, optional: bool) -> impl IntoView {
    let mark = optional.then(|| view! { " "<span class="field-optional">{t(Key::FieldOptional)}</span> });
    view! { <label for=id>{t(label)}{mark}</label> }
}

/// A line of text.
#[component]
pub(crate) fn TextField(
    form: Form,
    #[prop(into)] pointer: String,
    label: Key,
    value: RwSignal<String>,
    #[prop(optional)] help: Option<Key>,
    #[prop(optional)] optional: bool,
    #[prop(default = "text")] kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] inputmode: Option<&'static str>,
    #[prop(optional)] placeholder: Option<&'static str>,
) -> impl IntoView {
    let id = form.id(&pointer);
    let at = pointer.clone();
    let wrong = Memo::new(move |_| form.error_at(&at).is_some());
    let described_by = {
        let id = id.clone();
        move || described(&id, help, wrong.get())
    };
    view! {
        <div class="field">
            {heading(id.clone(), label, optional)}
            <input
                id=id
                class=format!("input {class}")
                type=kind
                autocomplete=autocomplete
                inputmode=inputmode
                placeholder=placeholder
                spellcheck="false"
                required=!optional
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=described_by
                bind:value=value
            />
            {note(form, pointer, help)}
        </div>
    }
}

/// One of many, from a list that may still be loading. Nothing is chosen beforehand.
#[component]
pub(crate) fn SelectField(
    form: Form,
    #[prop(into)] pointer: String,
    label: Key,
    value: RwSignal<String>,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(optional)] help: Option<Key>,
    #[prop(optional)] optional: bool,
) -> impl IntoView {
    let id = form.id(&pointer);
    let at = pointer.clone();
    let wrong = Memo::new(move |_| form.error_at(&at).is_some());
    let described_by = {
        let id = id.clone();
        move || described(&id, help, wrong.get())
    };
    view! {
        <div class="field">
            {heading(id.clone(), label, optional)}
            <select
                id=id
                class="input"
                required=!optional
                aria-invalid=move || wrong.get().then_some("true")
                aria-describedby=described_by
                on:change=move |event| value.set(event_target_value(&event))
            >
                <option value="" selected=move || value.with(String::is_empty)>{t(Key::FieldChoose)}</option>
                {move || options(&choices.get(), value)}
            </select>
            {note(form, pointer, help)}
        </div>
    }
}

/// Options in the groups they name, in the order of the list.
fn options(choices: &[Choice], value: RwSignal<String>) -> Vec<AnyView> {
    choices
        .chunk_by(|one, next| one.group == next.group)
        .map(|group| {
            let options: Vec<_> = group.iter().cloned().map(|choice| option(choice, value)).collect();
            match group.first().and_then(|choice| choice.group.clone()) {
                Some(name) => view! { <optgroup label=name>{options}</optgroup> }.into_any(),
                None => options.into_any(),
            }
        })
        .collect()
}

fn option(choice: Choice, value: RwSignal<String>) -> impl IntoView {
    let own = choice.value.clone();
    view! { <option value=choice.value selected=move || value.with(|value| *value == own)>{choice.label}</option> }
}

/// One of few, each with its meaning beside it.
#[component]
pub(crate) fn ChoiceCards(
    form: Form,
    pointer: &'static str,
    label: Key,
    value: RwSignal<String>,
    /// Value, name and meaning of each.
    choices: Vec<(&'static str, Key, Key)>,
    /// The values that cannot be chosen; their meaning says why.
    #[prop(optional)]
    closed: &'static [&'static str],
) -> impl IntoView {
    let (name, id) = (form.id(pointer), form.id(pointer));
    let cards: Vec<_> = choices
        .into_iter()
        .map(|(own, title, meaning)| {
            let (name, title_id) = (name.clone(), format!("{name}-{own}"));
            let (labelled_by, meaning_id) = (title_id.clone(), format!("{title_id}-means"));
            let described_by = meaning_id.clone();
            let is_closed = closed.contains(&own);
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name
                        value=own
                        disabled=is_closed
                        aria-labelledby=labelled_by
                        aria-describedby=described_by
                        prop:checked=move || value.with(|value| value == own)
                        on:change=move |_| value.set(own.to_owned())
                    />
                    <strong id=title_id>{t(title)}</strong>
                    <small id=meaning_id>{t(meaning)}</small>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="field" id=id tabindex="-1">
            <legend>{t(label)}</legend>
            <div class="choices">{cards}</div>
            {note(form, pointer.to_owned(), None)}
        </fieldset>
    }
}
