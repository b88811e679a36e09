//! The web UI, compiled to wasm.
use cordboard_messages::{Key, text};
use leptos::prelude::*;

fn main() {
    let name = text(cordboard_types::Locale::En, Key::AppName, &[]);
    mount_to_body(move || view! { <main>{name}</main> });
}
