//! The brand under whose host name the page is open: its name, its logo, its colour.

use cordboard_api::settings::{BrandAccent, Branding};
use cordboard_messages::Key;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    api, dom, prefs,
    words::{Text, t},
};

thread_local! {
    /// No owner has it: it lives as long as the page.
    static BRAND: ArcRwSignal<Option<Branding>> = ArcRwSignal::new(None);
}

/// Asks for it: once at the start, and when somebody may have changed it. Without an answer all stays as it is.
pub(crate) fn refresh() {
    spawn_local(async {
        if let Ok(brand) = api::settings::branding(dom::host()).await {
            wear(&brand);
            BRAND.with(|known| known.set(Some(brand)));
        }
    });
}

/// `early.js` paints the kept colours the next time.
fn wear(brand: &Branding) {
    let parts = [("light", &brand.light), ("dark", &brand.dark)];
    for (name, made) in parts {
        dom::set_root_colour(&format!("--brand-{name}"), made.as_ref().map(|made| made.accent.as_str()));
    }
    let kept = |(name, made): (&str, &Option<BrandAccent>)| Some(format!("{name}={}", made.as_ref()?.accent));
    let kept: Vec<_> = parts.into_iter().filter_map(kept).collect();
    prefs::keep("brand", (!kept.is_empty()).then(|| kept.join(";")).as_deref());
}

fn part<T>(of: impl Fn(&Branding) -> Option<T>) -> Option<T> {
    BRAND.with(|brand| brand.with(|brand| brand.as_ref().and_then(of)))
}

/// What the product is called here.
pub(crate) fn name() -> Text {
    Text::new(|| part(|brand| Some(brand.name.clone())).unwrap_or_else(|| t(Key::AppName).get()))
}

/// Where its picture is.
pub(crate) fn logo() -> Option<String> {
    part(|brand| brand.logo.clone())
}
