//! What was done, said shortly and without asking for anything; some of it can be taken back for a while.

use std::sync::Arc;

use cordboard_messages::Key;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::words::{Text, t};

/// How long one stays, in milliseconds.
const STAY_MS: u32 = 6_000;
/// How long something can be taken back.
const UNDO_MS: u32 = 10_000;

#[derive(Clone)]
struct Toast {
    id: u32,
    text: Text,
    undo: Option<Arc<dyn Fn() + Send + Sync>>,
}

#[derive(Clone, Copy)]
pub(crate) struct Toasts(RwSignal<Vec<Toast>>);

impl Toasts {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    pub(crate) fn say(self, text: impl Into<Text>) {
        self.show(text.into(), None, STAY_MS);
    }

    /// Says what was done and offers to take it back.
    pub(crate) fn say_undo(self, text: impl Into<Text>, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text.into(), Some(Arc::new(undo)), UNDO_MS);
    }

    fn show(self, text: Text, undo: Option<Arc<dyn Fn() + Send + Sync>>, stay: u32) {
        let id = self.0.with_untracked(|toasts| toasts.last().map_or(0, |last| last.id.wrapping_add(1)));
        self.0.update(|toasts| toasts.push(Toast { id, text, undo }));
        Timeout::new(stay, move || self.remove(id)).forget();
    }

    fn remove(self, id: u32) {
        self.0.try_update(|toasts| toasts.retain(|toast| toast.id != id));
    }

    pub(crate) fn view(self) -> impl IntoView {
        view! {
            <div class="toasts" role="status" aria-live="polite">
                <For each=move || self.0.get() key=|toast| toast.id let(toast)>{self.one(toast)}</For>
            </div>
        }
    }

    fn one(self, toast: Toast) -> impl IntoView {
        let id = toast.id;
        let undo = toast.undo.map(|undo| {
            let press = move |_| {
                undo();
                self.remove(id);
            };
            view! { <button type="button" class="toast-undo" on:click=press>{icon(Icon::Undo)}{t(Key::ToastUndo)}</button> }
        });
        view! { <div class="toast">{icon(Icon::Check)}<span>{toast.text}</span>{undo}</div> }
    }
}
