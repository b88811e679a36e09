//! Everything of a user that can be changed.

use cordboard_api::users::{User, UserChange};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{
    body,
    merge::differences,
    query, sections,
    values::{Fields, Values},
};
use crate::{
    api,
    components::{
        button::{PRIMARY, sends},
        merge::{self, Difference},
        toast::Toasts,
    },
    form::Form,
    guard,
    query::Query,
    shell::Here,
    words::{Text, t},
};

/// What the form knows beside its fields.
#[derive(Clone, Copy)]
struct Editor {
    here: Here,
    form: Form,
    fields: Fields,
    query: Query<User>,
    /// The user as it was when typing began. What others save does not overwrite what is typed: the version goes
    /// along, and the server compares.
    base: StoredValue<User>,
    differences: RwSignal<Vec<Difference>>,
    toasts: Option<Toasts>,
}

pub(super) fn section(here: Here, query: Query<User>, user: RwSignal<User>) -> AnyView {
    let base = StoredValue::new(user.get_untracked());
    let editor = Editor {
        here,
        form: Form::new("user"),
        fields: base.with_value(|user| Fields::of(Values::of(user))),
        query,
        base,
        differences: RwSignal::new(Vec::new()),
        toasts: use_context(),
    };
    editor.form.on_stale(move || spawn_local(editor.compare()));
    editor.view()
}

impl Editor {
    fn view(self) -> AnyView {
        let Self { here, form, fields, .. } = self;
        let may = here.may(Permission::UsersWrite);
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            self.send();
        };
        view! {
            <form class="form form-wide" data-guard=form.name() novalidate on:submit=submit>
                {form.summary()}
                {merge::view(self.differences, move || self.send())}
                <fieldset class="form" disabled=!may>
                    {sections::section(Key::UserSectionPerson, view! {
                        {sections::names(form, fields)}
                        {sections::name(form, fields)}
                        {sections::reached(form, fields)}
                        {sections::person(here, form, fields)}
                    })}
                    {sections::section(Key::UserSectionLogin, view! {
                        {sections::extension(form, fields)}
                        {sections::login(form, fields, false)}
                    })}
                    {sections::section(Key::UserSectionCalls, view! {
                        {sections::voicemail(form, fields)}
                        {sections::clip(form, fields)}
                        {sections::switches(form, fields)}
                    })}
                </fieldset>
                {may.then(|| view! { <div class="form-actions form-foot">{sends(form, PRIMARY, Key::FormSave)}</div> })}
            </form>
        }
        .into_any()
    }

    fn send(self) {
        let before = self.base.with_value(Values::of);
        match body::change(&before, &self.fields.typed()) {
            Ok(body) if body == UserChange::default() => {
                guard::saved(self.form.name());
                self.form.forget();
                self.say(Key::SavedNothing);
            }
            Ok(body) => {
                let is_draft = body.name.is_some() || body.extension.is_some();
                let user = self.base.get_value();
                self.form.send(
                    move |_| async move { api::users::change(self.here.customer, &user, body).await },
                    move |user: User| self.saved(user, is_draft),
                );
            }
            Err(problems) => self.form.refuse(problems),
        }
    }

    fn saved(self, user: User, is_draft: bool) {
        self.fields.fill(Values::of(&user));
        self.base.set_value(user);
        self.query.refetch();
        self.here.saved();
        self.say(if is_draft { Key::SavedDraft } else { Key::Saved });
    }

    fn say(self, key: Key) {
        if let Some(toasts) = self.toasts {
            toasts.say(t(key));
        }
    }

    /// What somebody else saved, beside one's own; where they do not touch it goes on by itself.
    async fn compare(self) {
        let id = self.base.with_value(|user| user.id);
        let Ok(theirs) = api::users::one(self.here.customer, id).await else { return };
        let before = self.base.with_value(Values::of);
        let person = people(self.here).await;
        let found = differences(self.fields, &before, &Values::of(&theirs), person);
        self.base.set_value(theirs);
        self.form.forget();
        if found.is_empty() {
            self.send();
        }
        self.differences.set(found);
    }
}

/// The names of people, where one may see them.
async fn people(here: Here) -> impl Fn(&str) -> Text + Clone {
    let people = query::all_people(here.customer).await.unwrap_or_default();
    move |id| {
        let found = people.iter().find(|one| one.person.to_string() == id);
        found.map_or_else(|| id.into(), |one| one.name.to_string().into())
    }
}
