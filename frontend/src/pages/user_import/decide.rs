//! What would come of the file, and what is to be done.

use cordboard_api::imports::{ImportMode, ImportStart, NamedGroupKind, UserImport};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::{ev::SubmitEvent, prelude::*};

use super::import::{give_up, good};
use crate::{
    address::{self, Place},
    api,
    components::{
        button::PRIMARY,
        lamp::{Light, lamp},
        page::panel,
        toggle::toggle,
    },
    form::{ChoiceCards, Form},
    query::Query,
    shell::Here,
    words::{t, tx},
};

const ALL: &str = "all_or_nothing";
const GOOD: &str = "good_rows";

#[derive(Clone, Copy)]
struct Plan {
    mode: RwSignal<String>,
    create_groups: RwSignal<bool>,
    invite: RwSignal<bool>,
}

impl Plan {
    fn body(self) -> ImportStart {
        let all = self.mode.with_untracked(|mode| mode == ALL);
        ImportStart {
            mode: if all { ImportMode::AllOrNothing } else { ImportMode::GoodRows },
            create_groups: self.create_groups.get_untracked(),
            invite: self.invite.get_untracked(),
        }
    }
}

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
    let good = tx(Key::ImportGood, &[("count", good(import).into())]);
    let bad = (import.bad > 0).then(|| {
        let text = tx(Key::ImportBad, &[("count", import.bad.into())]);
        let only = address::with_query(&address::path(), &[("only", "bad".to_owned())]);
        view! { {lamp(Light::Trouble, text)}<a href=only data-noscroll="">{t(Key::ImportShowBad)}</a> }
    });
    view! { <div class="facts-line" role="status">{lamp(Light::On, good)}{bad}</div> }.into_any()
}

fn form(here: Here, query: Query<UserImport>, import: &UserImport) -> AnyView {
    let (id, form) = (import.id, Form::new("start"));
    let all_good = import.bad == 0;
    let plan = Plan {
        mode: RwSignal::new(if all_good { ALL } else { GOOD }.to_owned()),
        create_groups: RwSignal::new(!import.missing_groups.is_empty() && here.may(Permission::GroupsWrite)),
        invite: RwSignal::new(false),
    };
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
            {modes(form, plan, all_good)}
            {groups(here, plan, import)}
            {invitations(here, plan)}
            <div class="form-actions">
                <button type="submit" class=PRIMARY aria-disabled=busy>{start}</button>
                {another(here, import)}
            </div>
        </form>
    }
    .into_any()
}

fn modes(form: Form, plan: Plan, all_good: bool) -> AnyView {
    let all = if all_good { Key::ImportAllMeans } else { Key::ImportAllClosed };
    let choices = vec![(ALL, Key::ImportAll, all), (GOOD, Key::ImportGoodRows, Key::ImportGoodRowsMeans)];
    let closed = if all_good { Vec::new() } else { vec![ALL] };
    view! { <ChoiceCards form pointer="/mode" label=Key::ImportMode value=plan.mode choices closed /> }
        .into_any()
}

/// Groups the file names that are not there yet.
fn groups(here: Here, plan: Plan, import: &UserImport) -> Option<AnyView> {
    if import.missing_groups.is_empty() {
        return None;
    }
    let chips: Vec<_> = import
        .missing_groups
        .iter()
        .map(|group| {
            let kind = match group.kind {
                NamedGroupKind::Pickup => Key::ImportPickup,
                NamedGroupKind::Hunt => Key::ImportHunt,
            };
            view! { <li class="chip"><span>{t(kind).join(" ", group.name.as_str())}</span></li> }
        })
        .collect();
    let choice = if here.may(Permission::GroupsWrite) {
        toggle("start-groups", Key::ImportCreateGroups, Some(Key::ImportCreateGroupsHelp), plan.create_groups)
    } else {
        view! { <p class="field-help">{t(Key::ImportNoGroups)}</p> }.into_any()
    };
    Some(
        view! {
            <div class="field">
                <span class="field-label" id="missing-groups">{t(Key::ImportMissing)}</span>
                <ul class="chips" aria-labelledby="missing-groups">{chips}</ul>
                {choice}
            </div>
        }
        .into_any(),
    )
}

/// Nobody gets a password from a file; who is to sign in is invited.
fn invitations(here: Here, plan: Plan) -> AnyView {
    let invite = here
        .may(Permission::PeopleWrite)
        .then(|| toggle("start-invite", Key::ImportInvite, Some(Key::ImportInviteHelp), plan.invite));
    view! { <p class="panel-note">{t(Key::ImportNoPassword)}</p>{invite} }.into_any()
}

fn another(here: Here, import: &UserImport) -> AnyView {
    let id = import.id;
    let leave = move |_| {
        give_up(here, id);
        address::go(&here.to(Place::ImportUsers));
    };
    view! { <button type="button" class="button" on:click=leave>{t(Key::ImportAnother)}</button> }.into_any()
}
