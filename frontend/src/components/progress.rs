//! Something that takes a while: what is done, of how many, and a way to stop it.

use cordboard_messages::Key;
use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, de::DeserializeOwned};

use crate::{
    api::{Answer, request::get},
    words::{t, tx},
};

/// Milliseconds between two questions to the server.
const PAUSE_MS: u32 = 1_000;

/// How far something has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub(crate) struct Progress {
    pub(crate) done: u32,
    pub(crate) total: u32,
    pub(crate) finished: bool,
}

pub(crate) fn bar(done: Signal<usize>, total: Signal<usize>, cancel: impl Fn() + 'static) -> impl IntoView {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let text = move || {
        tx(Key::ProgressOf, &[("done", number(done.get()).into()), ("total", number(total.get()).into())])
    };
    view! {
        <div class="progress">
            <progress aria-label=t(Key::ProgressTitle) max=move || total.get().max(1) value=move || done.get()></progress>
            <span class="progress-text" role="status">{text}</span>
            <button type="button" class="button button-small" on:click=move |_| cancel()>{t(Key::FormCancel)}</button>
        </div>
    }
}

/// Follows work at the server by asking `path` until it is finished. The path stands in the page's address or comes
/// with the page's data, so that it is found again after a reload.
pub(crate) fn follow<T>(path: String, read: fn(&T) -> Progress, state: RwSignal<Option<T>>)
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    spawn_local(async move {
        let answer: Answer<T> = get(&path).await;
        // An answer that did not come is asked for again; a page that is gone asks no more.
        let finished = answer.as_ref().is_ok_and(|work| read(work).finished);
        if let Ok(work) = answer
            && state.try_set(Some(work)).is_some()
        {
            return;
        }
        if !finished && state.try_with_untracked(|_| ()).is_some() {
            Timeout::new(PAUSE_MS, move || follow(path, read, state)).forget();
        }
    });
}
