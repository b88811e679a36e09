//! Who it is, and how one reaches them.

use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::super::{query, values::Fields};
use crate::{
    components::language::LANGUAGES,
    form::{Choice, Form, SelectField, TextField},
    shell::Here,
};

pub(in crate::pages::users) fn names(form: Form, fields: Fields) -> AnyView {
    follow(fields);
    view! {
        <div class="form-grid">
            <TextField form pointer="/first_name" label=Key::UserFirstName value=fields.first_name optional=true />
            <TextField form pointer="/last_name" label=Key::UserLastName value=fields.last_name optional=true />
        </div>
    }
    .into_any()
}

/// The shown name follows first and last name for as long as it is made of them.
fn follow(fields: Fields) {
    Effect::new(move |before: Option<String>| {
        let made = format!("{} {}", fields.first_name.get().trim(), fields.last_name.get().trim());
        let made = made.trim().to_owned();
        let was_made = before.is_some_and(|before| before != made && fields.name.get_untracked() == before);
        if was_made && !made.is_empty() {
            fields.name.set(made.clone());
        }
        made
    });
}

pub(in crate::pages::users) fn name(form: Form, fields: Fields) -> AnyView {
    view! { <TextField form pointer="/name" label=Key::UserName value=fields.name help=Key::UserNameHelp /> }
        .into_any()
}

pub(in crate::pages::users) fn reached(form: Form, fields: Fields) -> AnyView {
    let languages: Vec<_> = LANGUAGES.into_iter().map(|(locale, name)| Choice::new(&locale, name)).collect();
    view! {
        <div class="form-grid">
            <TextField
                form
                pointer="/email"
                label=Key::UserEmail
                value=fields.email
                help=Key::UserEmailHelp
                kind="email"
                optional=true
            />
            <SelectField
                form
                pointer="/language"
                label=Key::UserLanguage
                value=fields.language
                choices=languages
                help=Key::UserLanguageHelp
                optional=true
            />
        </div>
    }
    .into_any()
}

/// Who signs in as the user; asked for only where one may see the people.
pub(in crate::pages::users) fn person(here: Here, form: Form, fields: Fields) -> Option<AnyView> {
    here.may(Permission::PeopleRead).then(|| {
        let people = query::people(here.customer);
        let choices = Signal::derive(move || {
            let people = people.data().unwrap_or_default();
            people
                .iter()
                .map(|one| Choice::new(&one.person, format!("{} · {}", one.name, one.email)))
                .collect::<Vec<_>>()
        });
        view! {
            <SelectField
                form
                pointer="/person"
                label=Key::UserPerson
                value=fields.person
                choices
                help=Key::UserPersonHelp
                optional=true
            />
        }
        .into_any()
    })
}
