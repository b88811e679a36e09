//! The second step: the code of the authenticator app, or a recovery code.

use cordboard_messages::Key;
use cordboard_types::Invalid;
use leptos::{ev::SubmitEvent, prelude::*};

use super::done::other_person;
use crate::{
    api,
    components::button::{PRIMARY, sends},
    form::{Check, CodeField, Form, TextField},
    session,
    words::t,
};

pub(super) fn card() -> AnyView {
    let form = Form::new("second-factor");
    let code = RwSignal::new(String::new());
    let recovery = RwSignal::new(false);
    let send = move || {
        let typed = code.get_untracked().trim().to_owned();
        if typed.is_empty() {
            let mut check = Check::default();
            check.refuse("/code", Invalid::Empty);
            form.refuse(check.finish(None::<()>).err().unwrap_or_default());
            return;
        }
        form.send(move |_| api::sessions::second_factor(typed), session::began);
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let field = move || {
        if recovery.get() {
            view! {
                <TextField
                    form
                    pointer="/code"
                    label=Key::SecondFactorRecovery
                    value=code
                    help=Key::SecondFactorRecoveryHelp
                    class="input-mono"
                />
            }
            .into_any()
        } else {
            view! { <CodeField form pointer="/code" label=Key::SecondFactorCode value=code complete=send /> }
                .into_any()
        }
    };
    let swap = move |_| {
        code.set(String::new());
        recovery.update(|recovery| *recovery = !*recovery);
    };
    let other = move || if recovery.get() { Key::SecondFactorUseApp } else { Key::SecondFactorUseRecovery };
    view! {
        <form class="entrance-card" novalidate on:submit=submit>
            <h1>{t(Key::SecondFactorTitle)}</h1>
            <p class="muted">{t(Key::SecondFactorHelp)}</p>
            {form.summary()}
            {field}
            {sends(form, PRIMARY, Key::SecondFactorSend)}
            <p class="entrance-more">
                <button type="button" class="link" on:click=swap>{move || t(other())}</button>
                {other_person()}
            </p>
        </form>
    }
    .into_any()
}
