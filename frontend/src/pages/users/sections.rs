//! The fields of a user, in the order one asks for them.

use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{query, values::Fields};
use crate::{
    components::{language::LANGUAGES, toggle::toggle},
    form::{ChipsField, Choice, Form, PasswordField, SelectField, TextField},
    shell::Here,
    words::t,
};

/// Fields under a heading.
pub(super) fn section(title: Key, body: impl IntoView + 'static) -> AnyView {
    view! { <section class="form-section"><h2>{t(title)}</h2>{body}</section> }.into_any()
}

pub(super) fn names(form: Form, fields: Fields) -> AnyView {
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

pub(super) fn name(form: Form, fields: Fields) -> AnyView {
    view! { <TextField form pointer="/name" label=Key::UserName value=fields.name help=Key::UserNameHelp /> }
        .into_any()
}

pub(super) fn extension(form: Form, fields: Fields) -> AnyView {
    view! {
        <TextField
            form
            pointer="/extension"
            label=Key::UserExtension
            value=fields.extension
            help=Key::UserExtensionHelp
            class="input-short"
            inputmode="numeric"
        />
    }
    .into_any()
}

pub(super) fn reached(form: Form, fields: Fields) -> AnyView {
    let languages: Vec<_> = LANGUAGES.into_iter().map(|(locale, name)| Choice::new(&locale, name)).collect();
    view! {
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
    }
    .into_any()
}

/// Who signs in as the user; asked for only where one may see the people.
pub(super) fn person(here: Here, form: Form, fields: Fields) -> Option<AnyView> {
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

/// `new`: nobody has one yet.
pub(super) fn login(form: Form, fields: Fields, new: bool) -> AnyView {
    let (login_help, pin_help) =
        if new { (Key::UserLoginMade, Key::UserPinMade) } else { (Key::UserLoginHelp, Key::UserPinHelp) };
    view! {
        <div class="form-grid">
            <TextField form pointer="/login" label=Key::UserLogin value=fields.login help=login_help optional=new />
            <PasswordField
                form
                pointer="/pin"
                label=Key::UserPin
                value=fields.pin
                help=pin_help
                autocomplete="off"
                inputmode="numeric"
                optional=true
            />
        </div>
    }
    .into_any()
}

pub(super) fn voicemail(form: Form, fields: Fields) -> AnyView {
    view! {
        <ChipsField
            form
            pointer="/voicemail"
            label=Key::UserVoicemail
            values=fields.voicemail
            help=Key::UserVoicemailHelp
            optional=true
        />
    }
    .into_any()
}

pub(super) fn clip(form: Form, fields: Fields) -> AnyView {
    view! {
        <ChipsField
            form
            pointer="/clip_internal"
            label=Key::UserClipInternal
            values=fields.clip_internal
            help=Key::UserClipHelp
            optional=true
        />
        <ChipsField
            form
            pointer="/clip_external"
            label=Key::UserClipExternal
            values=fields.clip_external
            help=Key::UserClipHelp
            optional=true
        />
    }
    .into_any()
}

pub(super) fn switches(form: Form, fields: Fields) -> AnyView {
    view! {
        {toggle("user-hidden", Key::UserHidden, Some(Key::UserHiddenHelp), fields.hidden)}
        {toggle("user-to_operator", Key::UserToOperator, Some(Key::UserToOperatorHelp), fields.to_operator)}
        <Show when=move || fields.to_operator.get()>
            <TextField
                form
                pointer="/operator_extension"
                label=Key::UserOperator
                value=fields.operator_extension
                class="input-short"
                inputmode="numeric"
            />
        </Show>
    }
    .into_any()
}
