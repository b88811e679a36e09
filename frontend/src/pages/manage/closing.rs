//! Closing a customer: after an export, with a while in which it can be opened again, then erased.

use cordboard_api::customers::{Customer, Export};
use cordboard_messages::Key;
use cordboard_types::CustomerState;
use leptos::prelude::*;

use super::{exports::is_done, suspension::done};
use crate::{
    api,
    components::{
        button::{DANGER, PRIMARY, acts, cancels, opens},
        confirm::{self, Question},
        dialog::{Dialog, consequences},
        page::panel,
        time,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{Text, t, tx},
};

const QUESTION: Question = Question {
    title: Key::CloseTitle,
    lost: &[Key::CloseLostPhones, Key::CloseLostPeople, Key::CloseLostAll],
    kept: &[Key::CloseKeptGrace, Key::CloseKeptExport, Key::CloseKeptAudit],
    act: Key::Close,
};

pub(super) fn section(here: Here, customer: RwSignal<Customer>, exports: Query<Vec<Export>>) -> AnyView {
    let state = Memo::new(move |_| customer.with(|customer| customer.standing.state));
    let body = move || match state.get() {
        CustomerState::Closed => closed(here, customer),
        CustomerState::Active | CustomerState::Suspended => open(here, customer, exports),
    };
    body.into_any()
}

fn open(here: Here, customer: RwSignal<Customer>, exports: Query<Vec<Export>>) -> AnyView {
    let asking = RwSignal::new(false);
    let ready = Memo::new(move |_| exports.data().is_some_and(|list| list.iter().any(is_done)));
    let name = Text::new(move || customer.with(|customer| customer.name.to_string()));
    let done = done(here, asking);
    let close = move |form: Form| {
        let name = customer.with_untracked(|customer| customer.name.to_string());
        form.send(move |_| api::customers::close(here.customer, name), done);
    };
    let step = move || t(if ready.get() { Key::CloseReady } else { Key::CloseFirst });
    let button = move || ready.get().then(|| opens(asking, DANGER, Key::Close));
    let body = view! {
        <ol class="checklist">
            <li>{t(Key::CloseStepExport)}</li>
            <li>{t(Key::CloseStepClose)}</li>
            <li>{t(Key::CloseStepErase)}</li>
        </ol>
        <p class="panel-note">{step}</p>
        {confirm::dialog(asking, QUESTION, name, close)}
    };
    panel(t(Key::CloseSection), Some(button.into_any()), body)
}

fn closed(here: Here, customer: RwSignal<Customer>) -> AnyView {
    let asking = RwSignal::new(false);
    let until = move || {
        let at = customer.with(|customer| customer.standing.erased_at);
        at.map(|at| tx(Key::CloseUntil, &[("time", time::text(at).into())]))
    };
    let question = move || {
        let form = Form::new("reopen");
        let done = done(here, asking);
        let act = move |_| form.send(move |_| api::customers::reopen(here.customer), done);
        view! {
            {form.summary()}
            {consequences(&[Key::ReopenLost], &[Key::ReopenKept])}
            <div class="form-actions">{acts(form, PRIMARY, Key::Reopen, act)}{cancels(asking)}</div>
        }
    };
    let body = view! {
        <p>{until}</p>
        <Dialog open=asking title=t(Key::Reopen)>{question}</Dialog>
    };
    panel(t(Key::CloseSection), Some(opens(asking, PRIMARY, Key::Reopen)), body)
}
