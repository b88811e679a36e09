//! What a request says of a user, made whole.

use cordboard_api::{ErrorCode, users as api};
use cordboard_domain::names;
use cordboard_store::{Tenant, users::Profile};
use cordboard_types::{Extension, Invalid, Label, Login};

use crate::http::error::{ApiError, ApiResult, Reason};

/// Login ids tried at once for a user without one.
const TRIED: usize = 20;

/// The profile of a new user: names follow from each other, a login id is made where none was given.
pub(super) async fn of_new(tenant: &Tenant, new: api::NewUser) -> ApiResult<Profile> {
    let (first_name, last_name) = match (&new.name, new.first_name, new.last_name) {
        (Some(name), None, None) => names::split(name),
        (_, first, last) => (first, last),
    };
    let name = new.name.or_else(|| names::joined(first_name.as_ref(), last_name.as_ref()));
    let login = match new.login {
        Some(login) => login,
        None => free_login(tenant, name.as_ref(), &new.extension).await?,
    };
    let name = name.map_or_else(|| Label::parse(login.as_str()), Ok).map_err(ApiError::internal)?;
    checked(Profile {
        login,
        name,
        first_name,
        last_name,
        voicemail: boxes(new.voicemail, &new.extension),
        extension: new.extension,
        email: new.email,
        language: new.language,
        clip_internal: Vec::new(),
        clip_external: Vec::new(),
        hidden: new.hidden,
        to_operator: new.to_operator,
        operator_extension: new.operator_extension,
        person: new.person,
    })
}

/// A profile with a change. A name that was made of first and last name goes on being made of them.
pub(super) fn changed(before: &Profile, change: api::UserChange) -> ApiResult<Profile> {
    let first_name = change.first_name.unwrap_or_else(|| before.first_name.clone());
    let last_name = change.last_name.unwrap_or_else(|| before.last_name.clone());
    let was_made =
        names::joined(before.first_name.as_ref(), before.last_name.as_ref()).as_ref() == Some(&before.name);
    let (name, first_name, last_name) = match change.name {
        // The whole name alone: its parts are the first and the last name as before.
        Some(name) if was_made && first_name == before.first_name && last_name == before.last_name => {
            let (first, last) = names::split(&name);
            (name, first, last)
        }
        Some(name) => (name, first_name, last_name),
        None => {
            let made = names::joined(first_name.as_ref(), last_name.as_ref()).filter(|_| was_made);
            (made.unwrap_or_else(|| before.name.clone()), first_name, last_name)
        }
    };
    let extension = change.extension.unwrap_or_else(|| before.extension.clone());
    checked(Profile {
        login: change.login.unwrap_or_else(|| before.login.clone()),
        name,
        first_name,
        last_name,
        voicemail: boxes(change.voicemail.unwrap_or_else(|| before.voicemail.clone()), &extension),
        extension,
        email: change.email.unwrap_or_else(|| before.email.clone()),
        language: change.language.unwrap_or(before.language),
        clip_internal: change.clip_internal.unwrap_or_else(|| before.clip_internal.clone()),
        clip_external: change.clip_external.unwrap_or_else(|| before.clip_external.clone()),
        hidden: change.hidden.unwrap_or(before.hidden),
        to_operator: change.to_operator.unwrap_or(before.to_operator),
        operator_extension: change.operator_extension.unwrap_or_else(|| before.operator_extension.clone()),
        person: change.person.unwrap_or(before.person),
    })
}

/// The extension's own box is what no list means.
fn boxes(boxes: Vec<Extension>, extension: &Extension) -> Vec<Extension> {
    if boxes == [extension.clone()] { Vec::new() } else { boxes }
}

/// The operator's number is required while calls go there (P-054).
fn checked(profile: Profile) -> ApiResult<Profile> {
    if profile.to_operator && profile.operator_extension.is_none() {
        let reason = Reason::Invalid(Invalid::Empty);
        return Err(ApiError::field(ErrorCode::Invalid, "/operator_extension", reason));
    }
    Ok(profile)
}

async fn free_login(tenant: &Tenant, name: Option<&Label>, extension: &Extension) -> ApiResult<Login> {
    let offered: Vec<_> = names::logins(name, extension).take(TRIED).collect();
    let used = tenant.logins_in_use(&offered).await?;
    let free = offered.into_iter().find(|login| !used.contains(login.as_str()));
    free.ok_or_else(|| ApiError::at(ErrorCode::LoginTaken, "/login"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str) -> Label {
        Label::parse(text).unwrap()
    }

    fn names_after(name: &str, change: api::UserChange) -> (String, Option<String>, Option<String>) {
        let (login, extension) = (Login::parse("anna").unwrap(), Extension::parse("201").unwrap());
        let after = changed(&Profile::simple(login, label(name), extension), change).unwrap();
        (
            after.name.to_string(),
            after.first_name.map(|n| n.to_string()),
            after.last_name.map(|n| n.to_string()),
        )
    }

    #[test]
    fn a_name_follows_its_parts_until_it_is_set_apart() {
        let married = api::UserChange { last_name: Some(Some(label("Berg"))), ..Default::default() };
        let anna = names_after("Anna Muster", married);
        assert_eq!(anna, ("Anna Berg".into(), Some("Anna".into()), Some("Berg".into())));
        let whole = api::UserChange { name: Some(label("Berta Klein")), ..Default::default() };
        assert_eq!(names_after("Anna Muster", whole).2, Some("Klein".into()));
        let both =
            api::UserChange { name: Some(label("Desk")), first_name: Some(None), ..Default::default() };
        assert_eq!(names_after("Anna Muster", both), ("Desk".into(), None, Some("Muster".into())));
    }
}
