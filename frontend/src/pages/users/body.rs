//! What is sent of what was typed.

use cordboard_api::{
    FieldProblem,
    users::{NewUser, UserChange},
};
use cordboard_types::{Extension, Invalid, Label, PersonId, SiteId};

use super::values::Values;
use crate::form::Check;

type Checked<T> = Result<T, Vec<FieldProblem>>;

/// A new user. `several_sites`: one has to be chosen.
pub(super) fn create(typed: &Values, several_sites: bool) -> Checked<NewUser> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", &typed.name);
    let extension = check.required::<Extension>("/extension", &typed.extension);
    let site = several_sites.then(|| check.chosen::<SiteId>("/site", &typed.site)).flatten();
    operator(&mut check, typed);
    let new = name.zip(extension).map(|(name, extension)| NewUser {
        first_name: check.optional("/first_name", &typed.first_name),
        last_name: check.optional("/last_name", &typed.last_name),
        login: check.optional("/login", &typed.login),
        pin: check.optional("/pin", &typed.pin),
        email: check.optional("/email", &typed.email),
        language: check.optional("/language", &typed.language),
        voicemail: check.several("/voicemail", &typed.voicemail),
        hidden: typed.hidden,
        to_operator: typed.to_operator,
        operator_extension: check.optional("/operator_extension", &typed.operator_extension),
        person: person(&mut check, &typed.person),
        ..NewUser::simple(name, extension, site)
    });
    check.finish(new)
}

/// What differs from `before`.
pub(super) fn change(before: &Values, typed: &Values) -> Checked<UserChange> {
    let mut check = Check::default();
    operator(&mut check, typed);
    let change = UserChange {
        name: check.changed("/name", &before.name, &typed.name),
        first_name: check.changed_optional("/first_name", &before.first_name, &typed.first_name),
        last_name: check.changed_optional("/last_name", &before.last_name, &typed.last_name),
        login: check.changed("/login", &before.login, &typed.login),
        extension: check.changed("/extension", &before.extension, &typed.extension),
        pin: check.optional("/pin", &typed.pin),
        email: check.changed_optional("/email", &before.email, &typed.email),
        language: check.changed_optional("/language", &before.language, &typed.language),
        voicemail: check.changed_several("/voicemail", &before.voicemail, &typed.voicemail),
        clip_internal: check.changed_several("/clip_internal", &before.clip_internal, &typed.clip_internal),
        clip_external: check.changed_several("/clip_external", &before.clip_external, &typed.clip_external),
        hidden: (before.hidden != typed.hidden).then_some(typed.hidden),
        to_operator: (before.to_operator != typed.to_operator).then_some(typed.to_operator),
        operator_extension: check.changed_optional(
            "/operator_extension",
            &before.operator_extension,
            &typed.operator_extension,
        ),
        person: (before.person != typed.person).then(|| person(&mut check, &typed.person)),
    };
    check.finish(Some(change))
}

fn person(check: &mut Check, typed: &str) -> Option<PersonId> {
    if typed.is_empty() { None } else { check.chosen("/person", typed) }
}

/// Calls go to the operator only where there is a number for it.
fn operator(check: &mut Check, typed: &Values) {
    if typed.to_operator && typed.operator_extension.trim().is_empty() {
        check.refuse("/operator_extension", Invalid::Empty);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anna() -> Values {
        Values {
            name: "Anna Huber".into(),
            extension: "201".into(),
            login: "annahuber".into(),
            email: "anna@example.net".into(),
            voicemail: vec!["201".into()],
            ..Values::default()
        }
    }

    fn pointers<T: std::fmt::Debug>(checked: Checked<T>) -> Vec<String> {
        checked.unwrap_err().into_iter().map(|problem| problem.pointer).collect()
    }

    #[test]
    fn a_name_and_an_extension_are_enough() {
        let short = Values { name: "Anna".into(), extension: "201".into(), ..Values::default() };
        let new = create(&short, false).unwrap();
        assert_eq!((new.login, new.pin, new.site), (None, None, None));
        assert_eq!(pointers(create(&short, true)), ["/site"]);
        assert_eq!(pointers(create(&Values::default(), false)), ["/name", "/extension"]);
    }

    #[test]
    fn only_what_differs_is_sent_and_what_was_emptied_is_taken_away() {
        let typed = Values { email: String::new(), hidden: true, ..anna() };
        let change = change(&anna(), &typed).unwrap();
        let wanted = UserChange { email: Some(None), hidden: Some(true), ..UserChange::default() };
        assert_eq!(change, wanted);
    }

    #[test]
    fn the_operator_needs_a_number_and_the_rest_is_checked() {
        let typed = Values {
            to_operator: true,
            pin: "12".into(),
            login: String::new(),
            voicemail: vec!["x".into()],
            ..anna()
        };
        assert_eq!(
            pointers(change(&anna(), &typed)),
            ["/operator_extension", "/login", "/pin", "/voicemail"]
        );
    }
}
