//! A second factor is asked for where the person works, and there is none yet.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::done::{go_on, other_person};
use crate::{pages::own::setup, words::t};

pub(super) fn card() -> AnyView {
    let open = RwSignal::new(true);
    // Whether it was set up or given up: what is due now is asked of the server.
    Effect::new(move |_| {
        if !open.get() {
            go_on();
        }
    });
    view! {
        <section class="entrance-card">
            <h1>{t(Key::FactorTitle)}</h1>
            <p class="muted">{t(Key::FactorAsked)}</p>
            {setup::steps(|| (), open)}
            <p>{other_person()}</p>
        </section>
    }
    .into_any()
}
