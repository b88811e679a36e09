//! A new password is due before anything else.

use cordboard_api::profile::PasswordChange;
use cordboard_messages::Key;
use cordboard_types::SignInPassword;
use leptos::{ev::SubmitEvent, prelude::*};

use super::done::{go_on, other_person};
use crate::{
    api,
    components::button::{PRIMARY, sends},
    form::{Check, Form, PasswordField},
    words::t,
};

pub(super) fn card() -> AnyView {
    let form = Form::new("new-password");
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let old = check.required::<SignInPassword>("/current", &current.get_untracked());
        let fresh = check.required::<SignInPassword>("/new", &new.get_untracked());
        match check.finish(old.zip(fresh).map(|(current, new)| PasswordChange { current, new })) {
            Ok(body) => form.send(move |_| api::profile::change_password(body), |()| go_on()),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="entrance-card" novalidate on:submit=submit>
            <h1>{t(Key::NewPasswordTitle)}</h1>
            <p class="muted">{t(Key::NewPasswordText)}</p>
            {form.summary()}
            <PasswordField
                form
                pointer="/current"
                label=Key::PasswordCurrent
                value=current
                autocomplete="current-password"
            />
            <PasswordField form pointer="/new" label=Key::PasswordNew value=new strength=true />
            {sends(form, PRIMARY, Key::PasswordSet)}
            <p>{other_person()}</p>
        </form>
    }
    .into_any()
}
