//! A small menu under its button. It closes when something else is pressed, and with Escape: see `keys`.

use leptos::prelude::*;

pub(crate) fn menu(class: &'static str, button: AnyView, sheet: AnyView) -> AnyView {
    view! {
        <details class="menu">
            <summary class=class>{button}</summary>
            <div class="menu-float">{sheet}</div>
        </details>
    }
    .into_any()
}
