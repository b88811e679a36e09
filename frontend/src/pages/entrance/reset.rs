//! The link of a mail to who forgot the password.

use cordboard_messages::Key;
use cordboard_types::SignInPassword;
use leptos::{ev::SubmitEvent, prelude::*};

use super::done::{done, to_sign_in};
use crate::{
    api,
    components::button::{PRIMARY, sends},
    dom,
    form::{Check, Form, PasswordField},
    words::t,
};

pub(super) fn card() -> AnyView {
    let form = Form::new("reset");
    let token = StoredValue::new(dom::take_fragment());
    let password = RwSignal::new(String::new());
    let set = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let secret = check.required::<SignInPassword>("/password", &password.get_untracked());
        match check.finish(secret) {
            Ok(secret) => {
                form.send(move |_| api::doors::reset(token.get_value(), secret), move |()| set.set(true));
            }
            Err(problems) => form.refuse(problems),
        }
    };
    let ask = move || {
        view! {
            <form class="entrance-card" novalidate on:submit=submit>
                <h1>{t(Key::NewPasswordTitle)}</h1>
                <p class="muted">{t(Key::ResetText)}</p>
                {form.summary()}
                <PasswordField form pointer="/password" label=Key::PasswordNew value=password strength=true />
                {sends(form, PRIMARY, Key::PasswordSet)}
                {to_sign_in()}
            </form>
        }
        .into_any()
    };
    (move || if set.get() { done(Key::NewPasswordTitle, Key::ResetDone) } else { ask() }).into_any()
}
