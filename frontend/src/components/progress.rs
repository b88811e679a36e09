//! Something that takes a while: what is done, of how many, and a way to stop it.

use cordboard_messages::Key;
use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};
use serde::Deserialize;

use super::{
    feedback,
    lamp::{Light, lamp},
};
use crate::{
    api::{Answer, Failure, request::get},
    words::{t, tx},
};

/// Milliseconds between two questions to the server.
const PAUSE_MS: u32 = 1_000;

/// How far something at the server has come: what every answer about work begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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

/// Follows work at the server by asking `path` until it is finished. The path comes with the page's address or data,
/// so that the work is found again after a reload.
pub(crate) fn followed(path: String, cancel: impl Fn() + Copy + Send + 'static) -> AnyView {
    let state = RwSignal::new(None::<Result<Progress, Failure>>);
    ask(path.clone(), state);
    let count = move |part: fn(&Progress) -> u32| {
        Signal::derive(move || {
            let known = state.get().and_then(Result::ok);
            known.and_then(|progress| usize::try_from(part(&progress)).ok()).unwrap_or_default()
        })
    };
    let (done, total) = (count(|progress| progress.done), count(|progress| progress.total));
    let stage = Memo::new(move |_| match state.get() {
        None => Ok(None),
        Some(Ok(progress)) => Ok(Some(progress.finished)),
        Some(Err(failure)) => Err(failure),
    });
    (move || match stage.get() {
        Ok(None) => feedback::rows_skeleton(),
        Ok(Some(false)) => bar(done, total, cancel).into_any(),
        Ok(Some(true)) => lamp(Light::On, Key::ProgressDone),
        Err(failure) => {
            let path = path.clone();
            feedback::failed(&failure, move || ask(path.clone(), state))
        }
    })
    .into_any()
}

/// A server that does not answer is asked again; one that refuses is not. A page that is gone asks no more.
fn ask(path: String, state: RwSignal<Option<Result<Progress, Failure>>>) {
    spawn_local(async move {
        let answer: Answer<Progress> = get(&path).await;
        let over = match &answer {
            Ok(progress) => progress.finished,
            Err(failure) => *failure != Failure::Offline,
        };
        let away = answer.as_ref().is_err_and(|failure| *failure == Failure::Offline);
        let gone = if away { state.is_disposed() } else { state.try_set(Some(answer)).is_some() };
        if !over && !gone {
            Timeout::new(PAUSE_MS, move || ask(path, state)).forget();
        }
    });
}
