//! The mark and the name: two jacks and the cord that joins them, or the picture of whose house it is.

use leptos::prelude::*;

use crate::brand;

pub(crate) fn brand() -> impl IntoView {
    let mark = || match brand::logo() {
        Some(address) => view! { <img class="brand-logo" src=address alt="" /> }.into_any(),
        None => view! {
            <svg viewBox="0 0 36 24" aria-hidden="true">
                <circle class="brand-jack" cx="6" cy="7" r="4" />
                <circle class="brand-jack" cx="30" cy="7" r="4" />
                <path class="brand-cord" d="M6 7c0 18 24 18 24 0" />
            </svg>
        }
        .into_any(),
    };
    view! { {mark}<span class="brand-name">{brand::name()}</span> }
}
