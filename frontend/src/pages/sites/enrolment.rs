//! Connecting an agent: a one-time token and the command that uses it.

use cordboard_api::sites::{Enrolment, Site};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use crate::{
    api,
    components::{
        button::{PRIMARY, acts},
        copy::copy_box,
        dialog::Dialog,
        time,
    },
    form::Form,
    shell::Here,
    words::{t, tx},
};

pub(super) fn button(here: Here, site: RwSignal<Site>) -> Option<AnyView> {
    here.may(Permission::AgentsWrite).then(|| {
        let open = RwSignal::new(false);
        // The first agent is what a new site is waiting for; another one replaces it.
        let class = move || {
            if site.with(|site| site.agent.is_none()) { "button button-primary" } else { "button" }
        };
        view! {
            <button type="button" class=class on:click=move |_| open.set(true)>
                {t(Key::AgentConnect)}
            </button>
            <Dialog open=open title=t(Key::AgentConnect)>{move || steps(here, site)}</Dialog>
        }
        .into_any()
    })
}

fn steps(here: Here, site: RwSignal<Site>) -> AnyView {
    let form = Form::new("enrolment");
    let given = RwSignal::new(None::<Enrolment>);
    let ask = move |_| {
        let id = site.with_untracked(|site| site.id);
        form.send(move |key| api::sites::enrol(here.customer, id, key), move |token| given.set(Some(token)));
    };
    let before = move || {
        view! {
            <p>{t(Key::EnrolHelp)}</p>
            {form.summary()}
            <div class="form-actions">
                {acts(form, PRIMARY, Key::EnrolToken, ask)}
            </div>
        }
        .into_any()
    };
    (move || given.get().map_or_else(before, |given| shown(&given))).into_any()
}

fn shown(enrolment: &Enrolment) -> AnyView {
    let until = tx(Key::EnrolUntil, &[("time", time::text(enrolment.expires_at).into())]);
    view! {
        <p>{t(Key::EnrolRun)}</p>
        {copy_box(enrolment.command.clone(), Key::EnrolCopyCommand)}
        <p>{t(Key::EnrolTokenAlone)}</p>
        {copy_box(enrolment.token.clone(), Key::EnrolCopyToken)}
        <p class="panel-note">{until}</p>
    }
    .into_any()
}
