use cordboard_api::profile::{PasswordChange, Profile};
use cordboard_messages::Key;
use cordboard_types::SignInPassword;
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    api,
    components::{
        button::{PLAIN, sends},
        toast::Toasts,
    },
    form::{Check, Form, PasswordField},
    words::t,
};

pub(super) fn form(profile: RwSignal<Profile>) -> AnyView {
    let form = Form::new("password");
    let toasts = use_context::<Toasts>();
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let old = check.required::<SignInPassword>("/current", &current.get_untracked());
        let fresh = check.required::<SignInPassword>("/new", &new.get_untracked());
        match check.finish(old.zip(fresh).map(|(current, new)| PasswordChange { current, new })) {
            Ok(body) => form.send(
                move |_| api::profile::change_password(body),
                move |()| {
                    current.set(String::new());
                    new.set(String::new());
                    if let Some(toasts) = toasts {
                        toasts.say(Key::PasswordChanged);
                    }
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    let email = profile.with_untracked(|profile| profile.email.to_string());
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            <p class="panel-note">{t(Key::PasswordHelp)}</p>
            {form.summary()}
            // Tells password managers whose password it is.
            <input type="email" autocomplete="username" value=email readonly hidden />
            <PasswordField
                form
                pointer="/current"
                label=Key::PasswordCurrent
                value=current
                autocomplete="current-password"
            />
            <PasswordField form pointer="/new" label=Key::PasswordNew value=new strength=true />
            <div class="form-actions">{sends(form, PLAIN, Key::PasswordChange)}</div>
        </form>
    }
    .into_any()
}
