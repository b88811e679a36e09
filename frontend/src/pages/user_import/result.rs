//! What became of an import that has ended.

use cordboard_api::imports::{ImportState, UserImport};
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::{self, Place},
    components::{
        feedback,
        lamp::{Light, lamp},
        page::panel,
    },
    shell::Here,
    words::{Text, t, tx},
};

pub(super) fn view(here: Here, import: RwSignal<UserImport>) -> AnyView {
    let body = move || import.with(about);
    let actions = view! {
        <div class="form-actions">
            <a class="button button-primary" href=here.to(Place::Users)>{t(Key::ImportToUsers)}</a>
            <a class="button" href=here.to(Place::ImportUsers)>{t(Key::ImportMore)}</a>
        </div>
    };
    panel(Key::ImportEnded, None, view! { {body}{actions} })
}

fn about(import: &UserImport) -> AnyView {
    let (light, text) = outcome(import);
    view! {
        <p role="status">{lamp(light, text)}</p>
        {rejected(import)}
        {invitations(import)}
    }
    .into_any()
}

fn outcome(import: &UserImport) -> (Light, Text) {
    let made = [("count", import.done.into())];
    match import.state {
        ImportState::Cancelled if import.done == 0 => (Light::Unknown, t(Key::ImportCancelled)),
        ImportState::Cancelled => (Light::Attention, tx(Key::ImportStopped, &made)),
        ImportState::Failed => (Light::Trouble, t(Key::ImportFailed)),
        _ => (Light::On, tx(Key::ImportDone, &made)),
    }
}

/// Rows without a user, and the way to them.
fn rejected(import: &UserImport) -> Option<AnyView> {
    let count = import.bad.saturating_add(import.failed);
    let show = || {
        let only = address::with_query(&address::path(), &[("only", "bad".to_owned())]);
        view! { <a class="button button-small" href=only data-noscroll="">{t(Key::ImportShowBad)}</a> }
            .into_any()
    };
    (count > 0).then(|| feedback::notice(tx(Key::ImportRejected, &[("count", count.into())]), Some(show())))
}

fn invitations(import: &UserImport) -> Option<AnyView> {
    let (waiting, sent) = (import.invitations_waiting, import.invitations_sent);
    (waiting.saturating_add(sent) > 0).then(|| {
        let text = tx(Key::ImportInvitations, &[("waiting", waiting.into()), ("sent", sent.into())]);
        view! { <p>{text}</p> }.into_any()
    })
}
