//! What was done, said shortly and without asking for anything.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::words::Text;

/// How long one stays, in milliseconds.
const STAY_MS: u32 = 6_000;

#[derive(Clone, Copy)]
pub(crate) struct Toasts(RwSignal<Vec<(u32, Text)>>);

impl Toasts {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    pub(crate) fn say(self, text: impl Into<Text>) {
        let (list, text) = (self.0, text.into());
        let id = list.with_untracked(|toasts| toasts.last().map_or(0, |(id, _)| id.wrapping_add(1)));
        list.update(|toasts| toasts.push((id, text)));
        Timeout::new(STAY_MS, move || {
            list.try_update(|toasts| toasts.retain(|(other, _)| *other != id));
        })
        .forget();
    }

    pub(crate) fn view(self) -> impl IntoView {
        view! {
            <div class="toasts" role="status" aria-live="polite">
                <For each=move || self.0.get() key=|(id, _)| *id let((_, text))>
                    <p class="toast">{icon(Icon::Check)}{text}</p>
                </For>
            </div>
        }
    }
}
