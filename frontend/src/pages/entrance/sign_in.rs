use cordboard_api::sessions::SignIn;
use cordboard_messages::Key;
use cordboard_types::{Email, SignInPassword};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    address::{Address, Door},
    api,
    components::button::{PRIMARY, sends},
    form::{Check, Form, PasswordField, TextField},
    session,
    words::t,
};

pub(super) fn card() -> AnyView {
    let form = Form::new("sign-in");
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let address = check.required::<Email>("/email", &email.get_untracked());
        let secret = check.required::<SignInPassword>("/password", &password.get_untracked());
        let body = address.zip(secret).map(|(email, password)| SignIn { email, password });
        match check.finish(body) {
            Ok(body) => form.send(move |_| api::sessions::sign_in(body), session::began),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="entrance-card" novalidate on:submit=submit>
            <h1>{t(Key::SignInTitle)}</h1>
            {form.summary()}
            <TextField
                form
                pointer="/email"
                label=Key::SignInEmail
                value=email
                kind="email"
                autocomplete="username"
            />
            <PasswordField
                form
                pointer="/password"
                label=Key::SignInPassword
                value=password
                autocomplete="current-password"
            />
            {sends(form, PRIMARY, Key::SignInButton)}
            <p><a href=Address::Door(Door::Forgotten).to_string()>{t(Key::SignInForgotten)}</a></p>
        </form>
    }
    .into_any()
}
