//! Name and address; where another tab has changed the name in the meantime, both are shown.

use cordboard_api::profile::{Profile, ProfileChange};
use cordboard_messages::Key;
use cordboard_types::Label;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use crate::{
    api,
    components::{
        button::{PLAIN, sends},
        merge::{self, Difference},
        toast::Toasts,
    },
    form::{Check, Form, TextField},
    query::Query,
    session,
    words::t,
};

pub(super) fn form(query: Query<Profile>, profile: RwSignal<Profile>) -> AnyView {
    let form = Form::new("profile");
    let toasts = use_context::<Toasts>();
    let base = StoredValue::new(profile.get_untracked());
    let name = RwSignal::new(base.with_value(|profile| profile.name.to_string()));
    let differences = RwSignal::new(Vec::new());
    let send = move || {
        let mut check = Check::default();
        let typed = check.required::<Label>("/name", &name.get_untracked());
        match check.finish(typed) {
            Ok(typed) => form.send(
                move |_| {
                    let body = ProfileChange { name: Some(typed), locale: None };
                    api::profile::change(base.with_value(|base| base.version), body)
                },
                move |saved: Profile| {
                    session::changed(&saved);
                    base.set_value(saved);
                    query.refetch();
                    if let Some(toasts) = toasts {
                        toasts.say(Key::Saved);
                    }
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    form.on_stale(move || spawn_local(compare(form, base, name, differences, send)));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let email = base.with_value(|profile| profile.email.to_string());
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {merge::view(differences, send)}
            <TextField form pointer="/name" label=Key::ProfileName value=name autocomplete="name" />
            <div class="field">
                <label for="profile-email">{t(Key::SignInEmail)}</label>
                <input id="profile-email" class="input" type="email" readonly autocomplete="email" value=email />
                <p class="field-help">{t(Key::ProfileEmailHelp)}</p>
            </div>
            <div class="form-actions">{sends(form, PLAIN, Key::FormSave)}</div>
        </form>
    }
    .into_any()
}

/// What was typed here beside what the other tab has saved; where that was something else it is no matter.
async fn compare(
    form: Form,
    base: StoredValue<Profile>,
    name: RwSignal<String>,
    differences: RwSignal<Vec<Difference>>,
    send: impl Fn(),
) {
    let Ok(theirs) = api::profile::read().await else { return };
    let found = Difference::of(Key::ProfileName, name, theirs.name.as_str());
    base.set_value(theirs);
    form.forget();
    if found.is_none() {
        send();
    }
    differences.set(found.into_iter().collect());
}
