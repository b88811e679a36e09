//! What a brand looks like on the sign-in page, on light and on dark paper.

use cordboard_messages::Key;
use cordboard_types::{
    Colour,
    colour::{Theme, accent},
};
use leptos::prelude::*;

use crate::words::t;

/// What is shown; each part follows what is typed.
#[derive(Clone, Copy)]
pub(super) struct Brand {
    pub(super) name: Signal<String>,
    /// `image/png;base64,…`; empty for none.
    pub(super) logo: Signal<String>,
    pub(super) colour: Signal<String>,
}

/// A colour as the browser's own picker takes it.
pub(super) fn hex(text: &str) -> Option<String> {
    Colour::parse(text).ok().map(|colour| colour.to_string())
}

pub(super) fn view(brand: Brand) -> AnyView {
    view! {
        <figure class="brand-previews">
            <figcaption class="panel-note">{t(Key::SettingPreview)}</figcaption>
            {paper(brand, "light", Theme::Light)}
            {paper(brand, "dark", Theme::Dark)}
        </figure>
    }
    .into_any()
}

fn paper(brand: Brand, theme: &'static str, of: Theme) -> impl IntoView {
    let made = Memo::new(move |_| {
        brand.colour.with(|text| Colour::parse(text).ok()).map(|colour| accent(colour, of))
    });
    let ink = move || made.get().map(|made| made.accent);
    let on_ink = move || made.get().map(|made| made.on_accent);
    let logo = move || {
        let data = brand.logo.get();
        (!data.is_empty()).then(|| view! { <img class="brand-logo" src=format!("data:{data}") alt="" /> })
    };
    view! {
        <div class="brand-preview" data-theme=theme style:--preview=ink style:--on-preview=on_ink>
            <div class="brand-preview-board">{logo}<strong>{move || brand.name.get()}</strong></div>
            <div class="brand-preview-card">
                <strong>{t(Key::SignInTitle)}</strong>
                <span class="brand-preview-link">{t(Key::SignInForgotten)}</span>
                <span class="brand-preview-button">{t(Key::SignInButton)}</span>
            </div>
        </div>
    }
}
