//! What is done to all selected rows: one after the other, each with its own result.

use std::{future::Future, pin::Pin, sync::Arc};

use cordboard_messages::Key;
use leptos::{prelude::*, task::spawn_local};

use super::Parts;
use crate::{
    api::{Answer, Failure},
    components::{
        button::{DANGER, cancels},
        dialog::{self, Dialog, consequences},
        lamp::{Light, lamp},
        progress,
    },
    words::{Text, t, tx},
};

type Act<T> = Arc<dyn Fn(T) -> Pin<Box<dyn Future<Output = Answer<()>>>> + Send + Sync>;

/// An action on many rows.
#[derive(Clone)]
pub(crate) struct Bulk<T> {
    name: Key,
    act: Act<T>,
    /// What is lost and what stays, where that is to be said first.
    asks: Option<(&'static [Key], &'static [Key])>,
}

impl<T> Bulk<T> {
    pub(crate) fn new<Fut>(name: Key, act: impl Fn(T) -> Fut + Send + Sync + 'static) -> Self
    where
        Fut: Future<Output = Answer<()>> + 'static,
    {
        Self { name, act: Arc::new(move |item| Box::pin(act(item))), asks: None }
    }

    /// Says before what is lost and what stays.
    pub(crate) fn asks(mut self, lost: &'static [Key], kept: &'static [Key]) -> Self {
        self.asks = Some((lost, kept));
        self
    }
}

/// How far it has come, and what became of each row.
#[derive(Clone, Copy)]
struct Run {
    results: RwSignal<Vec<(String, Option<Failure>)>>,
    total: RwSignal<usize>,
    running: RwSignal<bool>,
    shown: RwSignal<bool>,
}

pub(super) fn bar<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>) -> Option<AnyView> {
    let actions = parts.table.with_value(|table| table.bulk.clone());
    if actions.is_empty() {
        return None;
    }
    let run = Run {
        results: RwSignal::new(Vec::new()),
        total: RwSignal::new(0),
        running: RwSignal::new(false),
        shown: RwSignal::new(false),
    };
    let some = Memo::new(move |_| count(parts) > 0);
    let asked = RwSignal::new(None::<Bulk<T>>);
    let buttons = move || {
        let button = |action: Bulk<T>| {
            let name = action.name;
            let press = move |_| match action.asks {
                Some(_) => asked.set(Some(action.clone())),
                None => spawn_local(work(parts, run, Arc::clone(&action.act))),
            };
            view! { <button type="button" class="button" on:click=press>{t(name)}</button> }
        };
        actions.iter().cloned().map(button).collect::<Vec<_>>()
    };
    let bar = view! {
        <Show when=move || some.get()>
            <section class="bulk-bar" aria-label=t(Key::BulkTitle)>
                <strong role="status">{move || tx(Key::BulkCount, &[("count", count(parts).into())])}</strong>
                {buttons()}
                <button type="button" class="button button-quiet" on:click=move |_| parts.selected.set(Vec::new())>
                    {t(Key::BulkClear)}
                </button>
            </section>
        </Show>
        {question(parts, run, asked)}
        <Dialog open=run.shown title=t(Key::BulkResult)>{results(run)}</Dialog>
    };
    Some(bar.into_any())
}

/// Before an action that cannot be taken back.
fn question<T: Clone + PartialEq + Send + Sync + 'static>(
    parts: Parts<T>,
    run: Run,
    asked: RwSignal<Option<Bulk<T>>>,
) -> impl IntoView {
    let open = dialog::about(asked);
    let title = Text::new(move || {
        asked.with(|asked| asked.as_ref().map(|bulk| t(bulk.name).get())).unwrap_or_default()
    });
    let body = move || {
        let bulk = asked.get_untracked()?;
        let (lost, kept) = bulk.asks?;
        let go = move |_| {
            open.set(false);
            spawn_local(work(parts, run, Arc::clone(&bulk.act)));
        };
        Some(view! {
            <p><strong>{tx(Key::BulkCount, &[("count", count(parts).into())])}</strong></p>
            {consequences(lost, kept)}
            <div class="form-actions">
                <button type="button" class=DANGER on:click=go>{t(bulk.name)}</button>
                {cancels(open)}
            </div>
        })
    };
    view! { <Dialog open title>{body()}</Dialog> }
}

fn count<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>) -> u32 {
    u32::try_from(parts.selected.with(Vec::len)).unwrap_or(u32::MAX)
}

async fn work<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>, run: Run, act: Act<T>) {
    let rows = parts.selected.get_untracked();
    run.results.set(Vec::new());
    run.total.set(rows.len());
    run.running.set(true);
    run.shown.set(true);
    for row in rows {
        // Cancelled, or the page is gone.
        if run.running.try_get_untracked() != Some(true) {
            return;
        }
        let (id, name) = (parts.id(&row), parts.name(&row));
        let failure = act(row).await.err();
        let done = failure.is_none();
        run.results.try_update(|results| results.push((name, failure)));
        if done {
            // What is left selected is what did not work.
            parts.selected.try_update(|chosen| chosen.retain(|row| parts.id(row) != id));
        }
    }
    run.running.try_set(false);
}

fn results(run: Run) -> impl IntoView {
    let list = move || {
        let row = |(name, failure): (String, Option<Failure>)| {
            let result = match failure {
                None => lamp(Light::On, Key::BulkDone),
                Some(failure) => lamp(Light::Trouble, failure.title()),
            };
            view! { <li><strong>{name}</strong>{result}</li> }
        };
        run.results.get().into_iter().map(row).collect::<Vec<_>>()
    };
    let done = Signal::derive(move || run.results.with(Vec::len));
    let running = move || {
        run.running.get().then(|| progress::bar(done, run.total.into(), move || run.running.set(false)))
    };
    view! { {running}<ul class="rows">{list}</ul> }
}
