//! The command palette: one field that leads everywhere. Ctrl-K or ⌘K opens it on every page.

mod find;
mod list;
mod offer;

use std::cell::RefCell;

use cordboard_messages::Key;
use gloo_timers::callback::Timeout;
use leptos::{html, prelude::*, task::spawn_local};
use web_sys::KeyboardEvent;

pub(crate) use offer::{Hit, offer};

use crate::{
    components::{
        dialog::Dialog,
        icon::{Icon, icon},
    },
    dom, guard, session,
    words::t,
};

/// Milliseconds after the last key before anybody is asked.
const PAUSE_MS: u32 = 150;
const LIST: &str = "palette-list";

thread_local! {
    static OPEN: RefCell<Option<RwSignal<bool>>> = const { RefCell::new(None) };
}

/// What is typed and what was found.
#[derive(Clone, Copy)]
struct State {
    open: RwSignal<bool>,
    words: RwSignal<String>,
    hits: RwSignal<Vec<Hit>>,
    /// The place in the list that Enter takes.
    at: RwSignal<usize>,
    searching: RwSignal<bool>,
}

/// Opens it, for who is signed in.
pub(crate) fn open() {
    let ready = session::now().is_some_and(|person| person.due.is_none());
    if let Some(open) = OPEN.with_borrow(|open| *open).filter(|_| ready) {
        open.update(|open| *open = !*open);
    }
}

/// The button on the board, for those who do not know the keys.
pub(crate) fn button() -> impl IntoView {
    view! {
        <button type="button" class="board-button board-search" aria-label=t(Key::PaletteOpen) on:click=|_| open()>
            {icon(Icon::Search)}
            <span class="board-search-word">{t(Key::PaletteButton)}</span>
            <kbd>{if dom::is_apple() { "⌘ K" } else { "Ctrl K" }}</kbd>
        </button>
    }
}

/// The palette itself, for the application's root.
pub(crate) fn view() -> impl IntoView {
    let state = State {
        open: RwSignal::new(false),
        words: RwSignal::new(String::new()),
        hits: RwSignal::new(Vec::new()),
        at: RwSignal::new(0),
        searching: RwSignal::new(false),
    };
    OPEN.set(Some(state.open));
    Effect::new(move |_| {
        if state.open.get() {
            state.words.set(String::new());
            search(state);
        }
    });
    view! { <Dialog open=state.open title=t(Key::PaletteTitle) class="palette">{move || body(state)}</Dialog> }
}

fn body(state: State) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            drop(field.focus());
        }
    });
    let waiting = StoredValue::new_local(None::<Timeout>);
    let typed = move |event| {
        state.words.set(event_target_value(&event));
        // Pages are here already; Enter takes the first of them at once.
        state.at.set(0);
        state.hits.set(find::pages(&state.words.get_untracked()));
        waiting.set_value(Some(Timeout::new(PAUSE_MS, move || search(state))));
    };
    let active = move || state.hits.with(|hits| hits.get(state.at.get()).map(|_| list::id(state.at.get())));
    view! {
        <div class="palette-field">
            {icon(Icon::Search)}
            <input
                node_ref=field
                class="palette-input"
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls=LIST
                aria-autocomplete="list"
                aria-activedescendant=active
                aria-label=t(Key::PaletteTitle)
                placeholder=t(Key::PalettePlaceholder)
                autocomplete="off"
                spellcheck="false"
                prop:value=move || state.words.get()
                on:input=typed
                on:keydown=move |event| pressed(state, &event)
            />
        </div>
        {list::view(state)}
        <p class="palette-help"><kbd>"↑"</kbd><kbd>"↓"</kbd>{t(Key::PaletteMove)}<kbd>"↵"</kbd>{t(Key::PaletteGo)}<kbd>"Esc"</kbd>{t(Key::PaletteClose)}</p>
    }
}

fn pressed(state: State, event: &KeyboardEvent) {
    let last = state.hits.with_untracked(Vec::len).saturating_sub(1);
    let at = state.at.get_untracked();
    let to = match event.key().as_str() {
        "ArrowDown" => {
            if at >= last {
                0
            } else {
                at + 1
            }
        }
        "ArrowUp" => {
            if at == 0 {
                last
            } else {
                at - 1
            }
        }
        "Enter" => {
            event.prevent_default();
            if let Some(hit) = state.hits.with_untracked(|hits| hits.get(at).cloned()) {
                take(state, &hit);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    state.at.set(to);
    dom::reveal(&list::id(to));
}

fn take(state: State, hit: &Hit) {
    state.open.set(false);
    guard::leave_for(&hit.href);
}

/// Pages at once, then whatever the server finds. An answer to words that have changed is dropped.
fn search(state: State) {
    let words = state.words.get_untracked();
    state.at.set(0);
    state.hits.set(find::pages(&words));
    if words.trim().chars().count() < 2 {
        return;
    }
    state.searching.set(true);
    spawn_local(async move {
        let found = find::things(&words).await;
        if state.words.with_untracked(|now| *now == words) {
            state.searching.set(false);
            state.hits.update(|hits| hits.extend(found));
        }
    });
}
