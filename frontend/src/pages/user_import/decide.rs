//! What would come of the file, and what is to be done.

use cordboard_api::imports::UserImport;
use cordboard_messages::Key;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    import::{give_up, good},
    options::{self, Plan},
};
use crate::{
    address::{self, Place},
    api,
    components::{
        button::PRIMARY,
        lamp::{Light, lamp},
        page::panel,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{t, tx},
};

pub(super) fn view(here: Here, query: Query<UserImport>, import: RwSignal<UserImport>) -> AnyView {
    let now = import.get_untracked();
    let body = if good(&now) == 0 {
        view! { {counts(&now)}<p>{t(Key::ImportNoneGood)}</p><div class="form-actions">{another(here, &now)}</div> }.into_any()
    } else {
        form(here, query, &now)
    };
    panel(Key::ImportStepPreview, None, body)
}

fn counts(import: &UserImport) -> AnyView {
    let count = good(import);
    let good = (count > 0).then(|| lamp(Light::On, tx(Key::ImportGood, &[("count", count.into())])));
    let bad = (import.bad > 0).then(|| {
        let text = tx(Key::ImportBad, &[("count", import.bad.into())]);
        let only = address::with_query(&address::path(), &[("only", "bad".to_owned())]);
        view! { {lamp(Light::Trouble, text)}<a href=only data-noscroll="">{t(Key::ImportShowBad)}</a> }
    });
    view! { <div class="facts-line" role="status">{good}{bad}</div> }.into_any()
}

fn form(here: Here, query: Query<UserImport>, import: &UserImport) -> AnyView {
    let (id, form) = (import.id, Form::new("start"));
    let all_good = import.bad == 0;
    let plan = Plan::of(here, import);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(
            move |key| api::imports::start(here.customer, id, key, plan.body()),
            move |_: UserImport| query.refetch(),
        );
    };
    let start = tx(Key::ImportStart, &[("count", good(import).into())]);
    let busy = move || form.busy().then_some("true");
    view! {
        {counts(import)}
        <form class="form form-wide" novalidate on:submit=submit>
            {form.summary()}
            {options::modes(form, plan, all_good)}
            {options::groups(here, plan, import)}
            {options::invitations(here, plan)}
            <div class="form-actions">
                <button type="submit" class=PRIMARY aria-disabled=busy>{start}</button>
                {another(here, import)}
            </div>
        </form>
    }
    .into_any()
}

fn another(here: Here, import: &UserImport) -> AnyView {
    let id = import.id;
    let leave = move |_| {
        give_up(here, id);
        address::go(&here.to(Place::ImportUsers));
    };
    view! { <button type="button" class="button" on:click=leave>{t(Key::ImportAnother)}</button> }.into_any()
}
