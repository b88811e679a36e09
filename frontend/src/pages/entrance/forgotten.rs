use cordboard_messages::Key;
use cordboard_types::Email;
use leptos::{ev::SubmitEvent, prelude::*};

use super::done::{done, to_sign_in};
use crate::{
    api,
    components::button::{PRIMARY, sends},
    form::{Check, Form, TextField},
    words::t,
};

pub(super) fn card() -> AnyView {
    let form = Form::new("forgotten");
    let email = RwSignal::new(String::new());
    let sent = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let address = check.required::<Email>("/email", &email.get_untracked());
        match check.finish(address) {
            Ok(address) => form.send(move |_| api::doors::forgot(address), move |()| sent.set(true)),
            Err(problems) => form.refuse(problems),
        }
    };
    let ask = move || {
        view! {
            <form class="entrance-card" novalidate on:submit=submit>
                <h1>{t(Key::ForgottenTitle)}</h1>
                <p class="muted">{t(Key::ForgottenText)}</p>
                {form.summary()}
                <TextField
                    form
                    pointer="/email"
                    label=Key::SignInEmail
                    value=email
                    kind="email"
                    autocomplete="username"
                />
                {sends(form, PRIMARY, Key::ForgottenSend)}
                {to_sign_in()}
            </form>
        }
        .into_any()
    };
    (move || if sent.get() { done(Key::ForgottenTitle, Key::ForgottenSent) } else { ask() }).into_any()
}
