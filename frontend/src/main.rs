//! The web UI, compiled to wasm: one application for providers, their customers and those customers' users.
//!
//! `app` decides by session and address what is shown, `shell` is the frame around a customer's pages,
//! `pages/<page>` knows components and queries; `api` alone knows requests and `live` alone events.

// Some components wait for the page that needs them; development builds show them all in the gallery.
#![cfg_attr(not(debug_assertions), allow(dead_code))]

mod address;
mod api;
mod app;
mod brand;
mod components;
mod dom;
mod form;
mod guard;
mod intl;
mod keys;
mod live;
mod pages;
mod palette;
mod prefs;
mod query;
mod session;
mod shell;
mod words;

fn main() {
    console_error_panic_hook::set_once();
    guard::watch();
    keys::watch();
    // The first thing to read is in the reader's language.
    wasm_bindgen_futures::spawn_local(async {
        words::start().await;
        leptos::mount::mount_to_body(app::App);
    });
}
