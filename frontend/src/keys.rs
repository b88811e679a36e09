//! The keyboard, on every page: `/` filters, `j` and `k` move, `?` lists the keys. Single keys can be switched off.

use std::cell::RefCell;

use cordboard_messages::Key;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, prelude::Closure};
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::{
    components::{dialog::Dialog, toggle},
    dom, palette, prefs,
    words::t,
};

const PREF: &str = "keys";

thread_local! {
    static HELP: RefCell<Option<RwSignal<bool>>> = const { RefCell::new(None) };
}

/// Listens. Called once.
pub(crate) fn watch() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let pressed = Closure::<dyn FnMut(KeyboardEvent)>::new(|event: KeyboardEvent| pressed(&event));
    let clicked =
        Closure::<dyn FnMut(web_sys::Event)>::new(|event: web_sys::Event| close_menus(event.target()));
    // They fail only for events without a name.
    drop(document.add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref()));
    drop(document.add_event_listener_with_callback("click", clicked.as_ref().unchecked_ref()));
    pressed.forget();
    clicked.forget();
}

fn pressed(event: &KeyboardEvent) {
    let key = event.key();
    if (event.ctrl_key() || event.meta_key()) && key.eq_ignore_ascii_case("k") {
        event.prevent_default();
        palette::open();
        return;
    }
    if key == "Escape" {
        leave_menu();
        return;
    }
    let alone = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    if !alone || is_typing(event) || dom::find("dialog[open]").is_some() || prefs::kept(PREF).is_some() {
        return;
    }
    match key.as_str() {
        "/" if focus("[data-filter]").is_none() => palette::open(),
        "/" => {}
        "j" => walk(true),
        "k" => walk(false),
        "e" => press("[data-key=e]"),
        "?" => {
            if let Some(help) = HELP.with_borrow(|help| *help) {
                help.set(true);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| match element.tag_name().as_str() {
        "INPUT" => !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio")),
        name => matches!(name, "TEXTAREA" | "SELECT"),
    })
}

fn focus(selector: &str) -> Option<()> {
    dom::find(selector)?.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

fn press(selector: &str) {
    if let Some(element) = dom::find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// To the next row of the first table, or the one before: to what is opened or chosen there.
fn walk(down: bool) {
    let rows = dom::find_all(".table tbody tr");
    let active = dom::active();
    let at = active.and_then(|active| rows.iter().position(|row| row.contains(Some(&active))));
    let to = match (at, down) {
        (None, true) => 0,
        (None, false) => rows.len().saturating_sub(1),
        (Some(at), true) => (at + 1).min(rows.len().saturating_sub(1)),
        (Some(at), false) => at.saturating_sub(1),
    };
    let Some(row) = rows.get(to) else { return };
    let inside = row.query_selector("a, button, input").ok().flatten();
    if let Some(element) = inside.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// Closes the menus that were not pressed.
fn close_menus(target: Option<web_sys::EventTarget>) {
    let target = target.and_then(|target| target.dyn_into::<Element>().ok());
    for menu in dom::find_all("details.menu[open]") {
        if !target.as_ref().is_some_and(|target| menu.contains(Some(target))) {
            drop(menu.remove_attribute("open"));
        }
    }
}

/// Closes the menu one is in, and goes back to its button.
pub(crate) fn leave_menu() {
    for menu in dom::find_all("details.menu[open]") {
        let inside = dom::active().is_some_and(|active| menu.contains(Some(&active)));
        drop(menu.remove_attribute("open"));
        let summary = menu.query_selector("summary").ok().flatten();
        if let Some(summary) = summary.filter(|_| inside).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            drop(summary.focus());
        }
    }
}

/// The list of keys, for the application's root.
pub(crate) fn view() -> impl IntoView {
    let open = RwSignal::new(false);
    HELP.set(Some(open));
    let keys = [
        (if dom::is_apple() { "⌘ K" } else { "Ctrl K" }, Key::KeysPalette),
        ("/", Key::KeysFilter),
        ("j", Key::KeysDown),
        ("k", Key::KeysUp),
        ("e", Key::KeysEdit),
        ("?", Key::KeysHelp),
        ("Esc", Key::KeysClose),
    ];
    let on = RwSignal::new(prefs::kept(PREF).is_none());
    Effect::new(move |_| prefs::keep(PREF, (!on.get()).then_some("off")));
    let rows = move || {
        let row = |(key, what)| view! { <dt><kbd>{key}</kbd></dt><dd>{t(what)}</dd> };
        keys.into_iter().map(row).collect::<Vec<_>>()
    };
    view! {
        <Dialog open title=t(Key::KeysTitle)>
            <dl class="facts keys">{rows()}</dl>
            {toggle::toggle("single-keys", Key::KeysSingle, Some(Key::KeysSingleHelp), on)}
        </Dialog>
    }
}
