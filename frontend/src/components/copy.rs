//! Text that is copied with one press.

use cordboard_messages::Key;
use leptos::{prelude::*, task::spawn_local};

use super::{
    icon::{Icon, icon},
    toast::Toasts,
};
use crate::{
    dom,
    words::{t, tx},
};

fn press(text: String) -> impl Fn() {
    let toasts = use_context::<Toasts>();
    move || {
        let text = text.clone();
        spawn_local(async move {
            let key = if dom::copy(&text).await { Key::CopyDone } else { Key::CopyFailed };
            if let Some(toasts) = toasts {
                toasts.say(t(key));
            }
        });
    }
}

/// A MAC, an address, a number: shown, and copied when pressed.
pub(crate) fn copied(text: impl Into<String>) -> AnyView {
    let text = text.into();
    let press = press(text.clone());
    view! {
        <button
            type="button"
            class="copy"
            aria-label=tx(Key::CopyValue, &[("value", text.as_str().into())])
            on:click=move |_| press()
        >
            {text.clone()}
            {icon(Icon::Copy)}
        </button>
    }
    .into_any()
}

/// Something long to carry elsewhere, with a button beside it.
pub(crate) fn copy_box(text: impl Into<String>, label: Key) -> AnyView {
    let text = text.into();
    view! { <div class="secret"><code>{text.clone()}</code>{copy_button(text, label)}</div> }.into_any()
}

/// Copies something that stands beside it.
pub(crate) fn copy_button(text: String, label: Key) -> AnyView {
    let press = press(text);
    view! {
        <button type="button" class="button button-small" on:click=move |_| press()>{icon(Icon::Copy)}{t(label)}</button>
    }
    .into_any()
}
