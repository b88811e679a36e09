//! Name and extension of a user, and the end of it.

use cordboard_api::{
    FieldProblem,
    users::{User, UserChange},
};
use cordboard_messages::Key;
use cordboard_types::{Extension, Label, Permission};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    address::{self, Place},
    api,
    components::{
        button::{DANGER, PLAIN, acts, cancels, opens, sends},
        dialog::{Dialog, consequences},
        page::panel,
        toast::Toasts,
    },
    form::{Check, Form, TextField},
    query::Query,
    shell::Here,
    words::{Text, t, tx},
};

pub(super) fn section(here: Here, query: Query<User>, user: RwSignal<User>) -> Option<AnyView> {
    here.may(Permission::UsersWrite).then(|| {
        let deleting = RwSignal::new(false);
        let button = opens(deleting, DANGER, Key::UserDelete);
        let body = view! { {change(here, query, user)}{removal(here, user, deleting)} };
        panel(t(Key::UserSettings), Some(button.into_any()), body)
    })
}

fn change(here: Here, query: Query<User>, user: RwSignal<User>) -> impl IntoView {
    let form = Form::new("user");
    let toasts = use_context::<Toasts>();
    // What others save does not overwrite what is typed: the version at the start goes along, and the server
    // compares.
    let base = StoredValue::new(user.get_untracked());
    let name = RwSignal::new(base.with_value(|user| user.name.to_string()));
    let extension = RwSignal::new(base.with_value(|user| user.extension.to_string()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body(&base.get_value(), &name.get_untracked(), &extension.get_untracked()) {
            Ok(body) => form.send(
                move |_| async move { api::users::change(here.customer, &base.get_value(), body).await },
                move |user: User| {
                    base.set_value(user);
                    query.refetch();
                    here.saved();
                    if let Some(toasts) = toasts {
                        toasts.say(t(Key::SavedDraft));
                    }
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            <div class="form-grid">
                <TextField form pointer="/name" label=Key::UserName value=name help=Key::UserNameHelp />
                <TextField
                    form
                    pointer="/extension"
                    label=Key::UserExtension
                    value=extension
                    inputmode="numeric"
                />
            </div>
            <div class="form-actions">
                {sends(form, PLAIN, Key::FormSave)}
            </div>
        </form>
    }
}

/// Only what differs is sent.
fn body(user: &User, name: &str, extension: &str) -> Result<UserChange, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    let extension = check.required::<Extension>("/extension", extension);
    check.finish(name.zip(extension).map(|(name, extension)| UserChange {
        name: (name != user.name).then_some(name),
        extension: (extension != user.extension).then_some(extension),
        ..UserChange::default()
    }))
}

fn removal(here: Here, user: RwSignal<User>, open: RwSignal<bool>) -> impl IntoView {
    let name = Text::new(move || user.with(|user| user.name.to_string()));
    let title = tx(Key::UserDeleteTitle, &[("name", name.into())]);
    view! {
        <Dialog open=open title>
            {move || {
                let form = Form::new("deletion");
                let remove = move |_| {
                    let user = user.get_untracked();
                    form.send(
                        move |_| async move { api::users::remove(here.customer, &user).await },
                        move |()| {
                            here.saved();
                            address::go(&here.to(Place::Users));
                        },
                    );
                };
                view! {
                    {form.summary()}
                    {consequences(&[Key::UserDeleteLost, Key::UserDeleteCalls], &[Key::UserDeleteKept])}
                    <div class="form-actions">
                        {acts(form, DANGER, Key::UserDelete, remove)}
                        {cancels(open)}
                    </div>
                }
            }}
        </Dialog>
    }
}
