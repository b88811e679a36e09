//! A switch: on or off, in force at once.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::words::t;

pub(crate) fn toggle(id: &'static str, label: Key, help: Option<Key>, on: RwSignal<bool>) -> AnyView {
    let help_id = format!("{id}-help");
    let described = help.map(|_| help_id.clone());
    view! {
        <div class="toggle">
            <input
                id=id
                class="toggle-input"
                type="checkbox"
                role="switch"
                aria-describedby=described
                prop:checked=move || on.get()
                on:change=move |event| on.set(event_target_checked(&event))
            />
            <label for=id>{t(label)}</label>
            {help.map(|help| view! { <p class="field-help" id=help_id>{t(help)}</p> })}
        </div>
    }
    .into_any()
}
