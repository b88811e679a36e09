//! The control of one setting.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use cordboard_messages::Key;
use cordboard_types::{COUNTRIES, SettingName};
use leptos::{ev::Event, html, prelude::*, task::spawn_local};

use super::{
    draft::{Draft, VALUE},
    words,
};
use crate::{
    components::language::LANGUAGES,
    dom,
    form::{ChipsField, Choice, ChoiceCards, Form, SelectField, TextField, note},
    pages::sites::countries,
    words::t,
};

pub(super) fn view(form: Form, draft: Draft) -> AnyView {
    use SettingName as S;
    let (label, help) = words::of(draft.name);
    match draft.name {
        S::Locale => select(form, draft, languages()),
        S::TimeZone => select(form, draft, time_zones()),
        S::Country | S::Tones => select(form, draft, countries::choices()),
        S::NumberFormat => cards(form, draft, NUMBER_FORMATS),
        S::SecondFactorRequired => cards(form, draft, SECOND_FACTOR),
        S::SignInNetworks => {
            view! { <ChipsField form pointer=VALUE label values=draft.list help optional=true /> }.into_any()
        }
        S::BrandLogo => logo(form, draft),
        S::BrandColour => colour(form, draft),
        S::AreaCode | S::SessionIdleMinutes => text(form, draft, "text", Some("numeric")),
        S::MailSenderAddress => text(form, draft, "email", None),
        S::BrandName | S::MailSenderName | S::HostName => text(form, draft, "text", None),
    }
}

const NUMBER_FORMATS: &[(&str, Key, Key)] = &[
    ("national", Key::SettingNational, Key::SettingNationalMeans),
    ("international", Key::SettingInternational, Key::SettingInternationalMeans),
];

const SECOND_FACTOR: &[(&str, Key, Key)] = &[
    ("false", Key::SettingFactorOwn, Key::SettingFactorOwnMeans),
    ("true", Key::SettingFactorAll, Key::SettingFactorAllMeans),
];

fn languages() -> Vec<Choice> {
    LANGUAGES.into_iter().map(|(locale, name)| Choice::new(&locale, name)).collect()
}

fn time_zones() -> Vec<Choice> {
    let mut zones: Vec<_> = COUNTRIES.iter().map(|country| country.time_zone).collect();
    zones.sort_unstable();
    zones.dedup();
    zones.into_iter().map(|zone| Choice::new(&zone, zone)).collect()
}

fn select(form: Form, draft: Draft, choices: Vec<Choice>) -> AnyView {
    let (label, help) = words::of(draft.name);
    view! { <SelectField form pointer=VALUE label value=draft.text choices help /> }.into_any()
}

fn cards(form: Form, draft: Draft, choices: &[(&'static str, Key, Key)]) -> AnyView {
    let (label, _) = words::of(draft.name);
    view! { <ChoiceCards form pointer=VALUE label value=draft.text choices=choices.to_vec() /> }.into_any()
}

fn text(form: Form, draft: Draft, kind: &'static str, inputmode: Option<&'static str>) -> AnyView {
    let (label, help) = words::of(draft.name);
    match inputmode {
        Some(mode) => {
            view! { <TextField form pointer=VALUE label value=draft.text help kind inputmode=mode class="input-short" /> }
                .into_any()
        }
        None => view! { <TextField form pointer=VALUE label value=draft.text help kind /> }.into_any(),
    }
}

/// The browser's own picker beside the text: one may paste what the style guide says.
fn colour(form: Form, draft: Draft) -> AnyView {
    let (label, help) = words::of(draft.name);
    let picked =
        move || draft.text.with(|text| super::preview::hex(text)).unwrap_or_else(|| "#000000".to_owned());
    view! {
        <div class="field-row-end">
            <TextField form pointer=VALUE label value=draft.text help class="input-mono" placeholder="#1a7f37" />
            <input
                class="input input-colour"
                type="color"
                aria-label=t(Key::SettingColourPick)
                prop:value=picked
                on:input=move |event| draft.text.set(event_target_value(&event))
            />
        </div>
    }
    .into_any()
}

fn logo(form: Form, draft: Draft) -> AnyView {
    let (label, help) = words::of(draft.name);
    let input = NodeRef::<html::Input>::new();
    let chosen = move |_: Event| {
        let Some(input) = input.get_untracked() else { return };
        spawn_local(async move {
            if let Some((kind, content)) = dom::chosen_file(&input).await {
                let text = format!("{kind};base64,{}", STANDARD.encode(content));
                // The dialog may be closed by now.
                draft.text.try_set(text);
            }
        });
    };
    let id = form.id(VALUE);
    view! {
        <div class="field">
            <label for=id.clone()>{t(label)}</label>
            <input
                node_ref=input
                id=id.clone()
                class="input input-file"
                type="file"
                accept="image/png,image/svg+xml"
                aria-describedby=format!("{id}-help")
                aria-invalid=move || form.error_at(VALUE).is_some().then_some("true")
                on:change=chosen
            />
            {note(form, VALUE.to_owned(), Some(help))}
        </div>
    }
    .into_any()
}
