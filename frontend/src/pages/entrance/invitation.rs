//! The link of an invitation: who invites to what, and the password with which one comes in.

use cordboard_api::{
    people::InvitationFound,
    sessions::{CurrentSession, SignIn},
};
use cordboard_messages::Key;
use cordboard_types::SignInPassword;
use leptos::{ev::SubmitEvent, prelude::*};

use super::done::to_sign_in;
use crate::{
    address::{self, Address},
    api::{self, Answer, Failure},
    components::{
        button::{PRIMARY, sends},
        feedback,
    },
    dom,
    form::{Check, Form, PasswordField},
    query::Query,
    session,
    words::{t, tx},
};

pub(super) fn card() -> AnyView {
    let token = StoredValue::new(dom::take_fragment());
    let found = Query::new(&[], move || api::doors::invitation(token.get_value()));
    let over = move |failure: Failure| {
        view! {
            <div class="entrance-card">
                <h1>{t(Key::InvitationTitle)}</h1>
                {feedback::failed(&failure, move || found.refetch())}
                {to_sign_in()}
            </div>
        }
        .into_any()
    };
    found.view_or(feedback::page_skeleton, over, move |found| ask(token, &found.get_untracked())).into_any()
}

fn ask(token: StoredValue<String>, found: &InvitationFound) -> AnyView {
    let form = Form::new("invitation");
    let password = RwSignal::new(String::new());
    let email = found.email.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let secret = check.required::<SignInPassword>("/password", &password.get_untracked());
        match check.finish(secret) {
            Ok(password) => {
                let sign_in = SignIn { email: email.clone(), password };
                form.send(
                    move |_| enter(token.get_value(), sign_in),
                    |person| {
                        address::go(&Address::Home.to_string());
                        session::began(person);
                    },
                );
            }
            Err(problems) => form.refuse(problems),
        }
    };
    let about = [("by", found.invited_by.as_str().into()), ("node", found.node_name.as_str().into())];
    let (text, label, strength) = if found.has_password {
        (Key::InvitationKnown, Key::SignInPassword, false)
    } else {
        (Key::InvitationNew, Key::PasswordNew, true)
    };
    view! {
        <form class="entrance-card" novalidate on:submit=submit>
            <h1>{tx(Key::InvitationHello, &[("name", found.name.as_str().into())])}</h1>
            <p>{tx(Key::InvitationText, &about)}</p>
            <p class="muted">{t(text)}</p>
            {form.summary()}
            <div class="field">
                <label for="invitation-email">{t(Key::SignInEmail)}</label>
                <input
                    id="invitation-email"
                    class="input"
                    type="email"
                    readonly
                    autocomplete="username"
                    value=found.email.to_string()
                />
            </div>
            <PasswordField form pointer="/password" label value=password strength />
            {sends(form, PRIMARY, Key::InvitationAccept)}
        </form>
    }
    .into_any()
}

/// Takes the role and signs in with the same password.
async fn enter(token: String, body: SignIn) -> Answer<CurrentSession> {
    api::doors::accept(token, body.password.clone()).await?;
    api::sessions::sign_in(body).await
}
