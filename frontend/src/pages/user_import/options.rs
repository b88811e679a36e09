//! How it is to be imported.

use cordboard_api::imports::{ImportMode, ImportStart, NamedGroupKind, UserImport};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use crate::{
    components::toggle::toggle,
    form::{ChoiceCards, Form},
    shell::Here,
    words::t,
};

const ALL: &str = "all_or_nothing";
const GOOD: &str = "good_rows";

/// What is to be done.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    mode: RwSignal<String>,
    create_groups: RwSignal<bool>,
    invite: RwSignal<bool>,
}

impl Plan {
    /// All or nothing where that is possible; missing groups are made by who may.
    pub(super) fn of(here: Here, import: &UserImport) -> Self {
        let makes_groups = !import.missing_groups.is_empty() && here.may(Permission::GroupsWrite);
        Self {
            mode: RwSignal::new(if import.bad == 0 { ALL } else { GOOD }.to_owned()),
            create_groups: RwSignal::new(makes_groups),
            invite: RwSignal::new(false),
        }
    }

    pub(super) fn body(self) -> ImportStart {
        let all = self.mode.with_untracked(|mode| mode == ALL);
        ImportStart {
            mode: if all { ImportMode::AllOrNothing } else { ImportMode::GoodRows },
            create_groups: self.create_groups.get_untracked(),
            invite: self.invite.get_untracked(),
        }
    }
}

pub(super) fn modes(form: Form, plan: Plan, all_good: bool) -> AnyView {
    let all = if all_good { Key::ImportAllMeans } else { Key::ImportAllClosed };
    let choices = vec![(ALL, Key::ImportAll, all), (GOOD, Key::ImportGoodRows, Key::ImportGoodRowsMeans)];
    let closed: &[_] = if all_good { &[] } else { &[ALL] };
    view! { <ChoiceCards form pointer="/mode" label=Key::ImportMode value=plan.mode choices closed /> }
        .into_any()
}

/// Groups the file names that are not there yet.
pub(super) fn groups(here: Here, plan: Plan, import: &UserImport) -> Option<AnyView> {
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
pub(super) fn invitations(here: Here, plan: Plan) -> AnyView {
    let invite = here
        .may(Permission::PeopleWrite)
        .then(|| toggle("start-invite", Key::ImportInvite, Some(Key::ImportInviteHelp), plan.invite));
    view! { <p class="panel-note">{t(Key::ImportNoPassword)}</p>{invite} }.into_any()
}
