//! One import: its preview, its progress, what became of it. The address finds it again after a reload.

use cordboard_api::{
    events::Topic,
    imports::{ImportMode, ImportState, UserImport},
};
use cordboard_messages::Key;
use cordboard_types::JobId;
use leptos::{prelude::*, task::spawn_local};

use super::{STEPS, decide, result, rows};
use crate::{
    api,
    components::{feedback, page::head, page::panel, progress, wizard::steps},
    form::Form,
    query::Query,
    shell::Here,
    words::{t, tx},
};

/// What the page shows; numbers change without changing this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Reading,
    Preview,
    Running,
    /// It ends, or what it made is taken back.
    Ending,
    Ended,
}

fn phase(state: ImportState) -> Phase {
    match state {
        ImportState::Reading => Phase::Reading,
        ImportState::Ready => Phase::Preview,
        ImportState::Running => Phase::Running,
        ImportState::Stopping | ImportState::Undoing => Phase::Ending,
        ImportState::Done | ImportState::Cancelled | ImportState::Failed => Phase::Ended,
    }
}

pub(crate) fn page(here: Here, id: JobId) -> AnyView {
    let query = Query::new(&[Topic::Job], move || api::imports::one(here.customer, id));
    let body = query.view(feedback::page_skeleton, move |import| about(here, query, import));
    view! { {head(Key::UsersImport, None, None)}{body} }.into_any()
}

fn about(here: Here, query: Query<UserImport>, import: RwSignal<UserImport>) -> AnyView {
    let phase = Memo::new(move |_| import.with(|import| phase(import.state)));
    Effect::new(move |before: Option<Phase>| {
        let now = phase.get();
        // Users were made: there may be something to publish.
        if now == Phase::Ended && before.is_some_and(|before| before != now) {
            here.saved();
        }
        now
    });
    let at = Signal::derive(move || match phase.get() {
        Phase::Reading | Phase::Preview => 2,
        Phase::Running | Phase::Ending => 3,
        Phase::Ended => STEPS.len(),
    });
    let body = move || match phase.get() {
        Phase::Reading => view! { <p role="status">{t(Key::ImportReading)}</p> }.into_any(),
        Phase::Preview => {
            view! { {decide::view(here, query, import)}{rows::section(here, import)} }.into_any()
        }
        Phase::Running => running(here, query, import),
        Phase::Ending => ending(import),
        Phase::Ended => view! { {result::view(here, import)}{rows::section(here, import)} }.into_any(),
    };
    view! { <div class="stack">{steps(STEPS.to_vec(), at)}{body}</div> }.into_any()
}

/// Rows that become users.
pub(super) fn good(import: &UserImport) -> u32 {
    import.total.saturating_sub(import.bad)
}

fn count(value: u32) -> usize {
    usize::try_from(value).unwrap_or(usize::MAX)
}

fn running(here: Here, query: Query<UserImport>, import: RwSignal<UserImport>) -> AnyView {
    let form = Form::new("import");
    let cancel = move || {
        let id = import.with_untracked(|import| import.id);
        form.send(move |_| api::imports::cancel(here.customer, id), move |()| query.refetch());
    };
    let done = Signal::derive(move || import.with(|import| count(import.done.saturating_add(import.failed))));
    let total = Signal::derive(move || import.with(|import| count(good(import))));
    let meaning = if import.with_untracked(|import| import.mode) == Some(ImportMode::AllOrNothing) {
        Key::ImportCancelTakesBack
    } else {
        Key::ImportCancelKeeps
    };
    let body = view! {
        {form.summary()}
        {progress::bar(done, total, cancel)}
        <p class="panel-note">{t(Key::ImportGoesOn)}" "{t(meaning)}</p>
    };
    panel(Key::ImportRunning, None, body)
}

fn ending(import: RwSignal<UserImport>) -> AnyView {
    let text = move || {
        import.with(|import| match import.state {
            ImportState::Undoing => tx(Key::ImportUndoing, &[("count", import.done.into())]),
            _ => t(Key::ImportStopping),
        })
    };
    panel(Key::ImportRunning, None, view! { <p role="status">{text}</p> })
}

/// Gives an import up whose preview waits.
pub(super) fn give_up(here: Here, id: JobId) {
    spawn_local(async move {
        // Whether it could be told or not: an import nobody starts does nothing.
        drop(api::imports::cancel(here.customer, id).await);
    });
}
