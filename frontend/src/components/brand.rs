//! The mark: two jacks and the cord that joins them.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::words::t;

pub(crate) fn brand() -> impl IntoView {
    view! {
        <svg viewBox="0 0 36 24" aria-hidden="true">
            <circle class="brand-jack" cx="6" cy="7" r="4" />
            <circle class="brand-jack" cx="30" cy="7" r="4" />
            <path class="brand-cord" d="M6 7c0 18 24 18 24 0" />
        </svg>
        <span class="brand-name">{t(Key::AppName)}</span>
    }
}
