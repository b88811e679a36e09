//! Signing in. It takes the place of whatever page was asked for; the address stays.

use cordboard_api::sessions::SignIn;
use cordboard_messages::Key;
use cordboard_types::{Email, SignInPassword};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    api,
    components::{
        brand::brand,
        button::{PRIMARY, sends},
    },
    dom,
    form::{Check, Form, TextField},
    session,
    words::t,
};

pub(crate) fn page() -> AnyView {
    Effect::new(|_| dom::set_title(&t(Key::AppName).get()));
    view! {
        <div class="entrance">
            <header class="entrance-board">
                <span class="brand">{brand()}</span>
                <img class="entrance-picture" src=dom::asset("board") alt="" width="420" height="330" />
                <p class="entrance-claim">{t(Key::SignInClaim)}</p>
            </header>
            <main class="entrance-main">{form()}</main>
        </div>
    }
    .into_any()
}

fn form() -> impl IntoView {
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
            <TextField
                form
                pointer="/password"
                label=Key::SignInPassword
                value=password
                kind="password"
                autocomplete="current-password"
            />
            {sends(form, PRIMARY, Key::SignInButton)}
        </form>
    }
}
