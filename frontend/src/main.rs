//! The web UI, compiled to wasm.
use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main>"Cordboard"</main> });
}
