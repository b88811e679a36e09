//! What is typed of a user, and the fields it is typed into.

use cordboard_api::users::User;
use leptos::prelude::*;

/// A user as text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Values {
    pub(super) name: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) login: String,
    pub(super) extension: String,
    /// Always empty at first: nobody is shown the present one.
    pub(super) pin: String,
    pub(super) email: String,
    pub(super) language: String,
    pub(super) voicemail: Vec<String>,
    pub(super) clip_internal: Vec<String>,
    pub(super) clip_external: Vec<String>,
    pub(super) hidden: bool,
    pub(super) to_operator: bool,
    pub(super) operator_extension: String,
    pub(super) person: String,
    /// Chosen once, for a new user.
    pub(super) site: String,
}

fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn texts<T: ToString>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

impl Values {
    pub(super) fn of(user: &User) -> Self {
        Self {
            name: user.name.to_string(),
            first_name: text(user.first_name.as_ref()),
            last_name: text(user.last_name.as_ref()),
            login: user.login.to_string(),
            extension: user.extension.to_string(),
            pin: String::new(),
            email: text(user.email.as_ref()),
            language: text(user.language.as_ref()),
            voicemail: texts(&user.voicemail),
            clip_internal: texts(&user.clip_internal),
            clip_external: texts(&user.clip_external),
            hidden: user.hidden,
            to_operator: user.to_operator,
            operator_extension: text(user.operator_extension.as_ref()),
            person: text(user.person.as_ref()),
            site: user.site.to_string(),
        }
    }
}

macro_rules! fields {
    ($($field:ident: $kind:ty),+ $(,)?) => {
        /// The signals of a form about a user.
        #[derive(Clone, Copy)]
        pub(super) struct Fields {
            $(pub(super) $field: RwSignal<$kind>),+
        }

        impl Fields {
            pub(super) fn of(values: Values) -> Self {
                Self { $($field: RwSignal::new(values.$field)),+ }
            }

            pub(super) fn typed(self) -> Values {
                Values { $($field: self.$field.get_untracked()),+ }
            }

            pub(super) fn fill(self, values: Values) {
                $(self.$field.set(values.$field);)+
            }
        }
    };
}

fields! {
    name: String,
    first_name: String,
    last_name: String,
    login: String,
    extension: String,
    pin: String,
    email: String,
    language: String,
    voicemail: Vec<String>,
    clip_internal: Vec<String>,
    clip_external: Vec<String>,
    hidden: bool,
    to_operator: bool,
    operator_extension: String,
    person: String,
    site: String,
}
