//! What somebody else saved meanwhile, beside what was typed: only what both changed is asked for.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::values::{Fields, Values};
use crate::{
    components::{language, merge::Difference},
    words::{Text, t},
};

/// Puts `theirs` into the fields nobody typed into; answers those both changed, each its own way. `person` names a person.
pub(super) fn differences(
    fields: Fields,
    before: &Values,
    theirs: &Values,
    person: impl Fn(&str) -> Text + Clone + 'static,
) -> Vec<Difference> {
    let word = |text: &String| shown(text);
    let list = |list: &Vec<String>| shown(&list.join(", "));
    let spoken = |tag: &String| tag.parse().map_or_else(|_| shown(tag), |tag| language::name(tag).into());
    let named = move |id: &String| if id.is_empty() { t(Key::NotSet) } else { person(id) };
    let found = [
        both(Key::UserFirstName, fields.first_name, &before.first_name, &theirs.first_name, word),
        both(Key::UserLastName, fields.last_name, &before.last_name, &theirs.last_name, word),
        both(Key::UserName, fields.name, &before.name, &theirs.name, word),
        both(Key::UserEmail, fields.email, &before.email, &theirs.email, word),
        both(Key::UserLanguage, fields.language, &before.language, &theirs.language, spoken),
        both(Key::UserExtension, fields.extension, &before.extension, &theirs.extension, word),
        both(Key::UserLogin, fields.login, &before.login, &theirs.login, word),
        both(Key::UserPerson, fields.person, &before.person, &theirs.person, named),
        both(Key::UserVoicemail, fields.voicemail, &before.voicemail, &theirs.voicemail, list),
        both(Key::UserClipInternal, fields.clip_internal, &before.clip_internal, &theirs.clip_internal, list),
        both(Key::UserClipExternal, fields.clip_external, &before.clip_external, &theirs.clip_external, list),
        both(Key::UserHidden, fields.hidden, &before.hidden, &theirs.hidden, yes_no),
        both(Key::UserToOperator, fields.to_operator, &before.to_operator, &theirs.to_operator, yes_no),
        both(
            Key::UserOperator,
            fields.operator_extension,
            &before.operator_extension,
            &theirs.operator_extension,
            word,
        ),
    ];
    found.into_iter().flatten().collect()
}

fn both<T: Clone + PartialEq + Send + Sync + 'static>(
    label: Key,
    field: RwSignal<T>,
    before: &T,
    theirs: &T,
    say: impl Fn(&T) -> Text,
) -> Option<Difference> {
    if field.with_untracked(|own| own == before) {
        field.set(theirs.clone());
    }
    if theirs == before { None } else { Difference::between(label, field, theirs.clone(), |own, _| say(own)) }
}

fn shown(text: &str) -> Text {
    if text.is_empty() { t(Key::NotSet) } else { text.into() }
}

fn yes_no(yes: &bool) -> Text {
    t(if *yes { Key::Yes } else { Key::No })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_one_changed_is_no_question() {
        let owner = Owner::new();
        owner.set();
        let before = Values {
            name: "Anna".into(),
            login: "anna".into(),
            email: "a@example.net".into(),
            ..Values::default()
        };
        let fields = Fields::of(before.clone());
        fields.name.set("Anna Huber".into());
        fields.login.set("ahuber".into());
        let theirs = Values { email: String::new(), login: "annah".into(), ..before.clone() };
        let found = differences(fields, &before, &theirs, |id| id.into());
        assert_eq!(found.len(), 1, "the login id");
        let typed = fields.typed();
        assert_eq!((typed.name.as_str(), typed.email.as_str()), ("Anna Huber", ""));
    }
}
