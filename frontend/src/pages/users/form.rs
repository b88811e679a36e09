//! A new user: a name and a number are enough, the rest may be said at once.

use cordboard_api::{sites::Site, users::User};
use cordboard_messages::Key;
use leptos::{
    ev::{MouseEvent, SubmitEvent},
    prelude::*,
};

use super::{
    body, query, sections,
    values::{Fields, Values},
};
use crate::{
    address::{self, Place},
    api,
    components::{
        button::{PRIMARY, leaves, sends},
        page::head,
    },
    form::{Choice, Form, SelectField},
    query::Query,
    shell::Here,
    words::t,
};

/// Fields that are folded away at first.
const FOLDED: [&str; 9] = [
    "/first_name",
    "/last_name",
    "/email",
    "/language",
    "/person",
    "/login",
    "/pin",
    "/voicemail",
    "/operator_extension",
];

pub(crate) fn page(here: Here) -> AnyView {
    let form = Form::new("user");
    let sites = query::sites(here.customer);
    let fields = Fields::of(Values::default());
    let several = Memo::new(move |_| sites.data().is_some_and(|sites| sites.len() > 1));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body::create(&fields.typed(), several.get_untracked()) {
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
    view! {
        {head(t(Key::UserNew), None, None)}
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {sections::name(form, fields)}
            {sections::extension(form, fields)}
            {site(form, fields, sites, several)}
            {more(here, form, fields)}
            <div class="form-actions">{sends(form, PRIMARY, Key::UserCreate)}{leaves(here.to(Place::Users))}</div>
        </form>
    }
    .into_any()
}

fn site(form: Form, fields: Fields, sites: Query<Vec<Site>>, several: Memo<bool>) -> AnyView {
    let choices = Signal::derive(move || {
        let sites = sites.data().unwrap_or_default();
        sites.into_iter().map(|site| Choice::new(&site.id, site.name.to_string())).collect::<Vec<_>>()
    });
    view! {
        <Show when=move || several.get()>
            <SelectField form pointer="/site" label=Key::ColumnSite value=fields.site choices />
        </Show>
    }
    .into_any()
}

/// What the system finds out by itself unless it is said; unfolds where something of it is wrong.
fn more(here: Here, form: Form, fields: Fields) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if FOLDED.iter().any(|pointer| form.error_at(pointer).is_some()) {
            open.set(true);
        }
    });
    // By hand and by itself it is one and the same state.
    let turn = move |event: MouseEvent| {
        event.prevent_default();
        open.update(|open| *open = !*open);
    };
    view! {
        <details class="form-more" prop:open=move || open.get()>
            <summary on:click=turn>{t(Key::UserMore)}</summary>
            <div class="form">
                {sections::section(Key::UserSectionPerson, view! {
                    {sections::names(form, fields)}
                    {sections::reached(form, fields)}
                    {sections::person(here, form, fields)}
                })}
                {sections::section(Key::UserSectionLogin, sections::login(form, fields, true))}
                {sections::section(Key::UserSectionCalls, view! {
                    {sections::voicemail(form, fields)}
                    {sections::switches(form, fields)}
                })}
            </div>
        </details>
    }
    .into_any()
}
