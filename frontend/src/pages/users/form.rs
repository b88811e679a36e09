use cordboard_api::{
    FieldProblem,
    sites::Site,
    users::{NewUser, User},
};
use cordboard_messages::Key;
use cordboard_types::{Extension, Label, SiteId};
use leptos::{ev::SubmitEvent, prelude::*};

use super::query;
use crate::{
    address::{self, Place},
    api,
    components::{
        button::{PRIMARY, leaves, sends},
        page::head,
    },
    form::{Check, Choice, Form, SelectField, TextField},
    shell::Here,
    words::t,
};

pub(crate) fn page(here: Here) -> AnyView {
    let form = Form::new("user");
    let sites = query::sites(here.customer);
    let [name, extension, site] = [(); 3].map(|()| RwSignal::new(String::new()));
    let several = Memo::new(move |_| sites.data().is_some_and(|sites| sites.len() > 1));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let site = several.get_untracked().then(|| site.get_untracked());
        match body(&name.get_untracked(), &extension.get_untracked(), site.as_deref()) {
            Ok(body) => form.send(
                move |key| api::users::create(here.customer, key, body),
                move |user: User| {
                    here.saved();
                    address::go(&here.to(Place::User(user.id)));
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    let choices = Signal::derive(move || choices(sites.data().unwrap_or_default()));
    view! {
        {head(t(Key::UserNew), None, None)}
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::UserName value=name help=Key::UserNameHelp />
            <TextField
                form
                pointer="/extension"
                label=Key::UserExtension
                value=extension
                help=Key::UserExtensionHelp
                class="input-short"
                inputmode="numeric"
            />
            <Show when=move || several.get()>
                <SelectField form pointer="/site" label=Key::ColumnSite value=site choices=choices />
            </Show>
            <div class="form-actions">
                {sends(form, PRIMARY, Key::UserCreate)}
                {leaves(here.to(Place::Users))}
            </div>
        </form>
    }
    .into_any()
}

fn choices(sites: Vec<Site>) -> Vec<Choice> {
    sites.into_iter().map(|site| Choice::new(&site.id, site.name.to_string())).collect()
}

/// `site` is none where the customer has just one.
fn body(name: &str, extension: &str, site: Option<&str>) -> Result<NewUser, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    let extension = check.required::<Extension>("/extension", extension);
    let site = site.and_then(|site| check.chosen::<SiteId>("/site", site));
    check.finish(name.zip(extension).map(|(name, extension)| NewUser::simple(name, extension, site)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_asked_for_only_where_there_are_several() {
        assert!(body("Anna", "201", None).is_ok());
        let problems = body("Anna", "201", Some("")).unwrap_err();
        assert_eq!((problems[0].pointer.as_str(), problems[0].code.as_str()), ("/site", "empty"));
    }

    #[test]
    fn an_extension_is_digits() {
        assert_eq!(body("Anna", "20 1", None).unwrap_err()[0].code, "extension");
    }
}
