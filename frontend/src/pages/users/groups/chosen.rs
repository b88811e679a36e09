//! What was chosen of groups: what is sent of it, and what to ask when somebody else chose too.

use std::collections::BTreeSet;

use cordboard_api::users::{UserGroups, UserGroupsChange};
use cordboard_messages::Key;
use cordboard_types::Standard;
use leptos::prelude::*;

use crate::{
    components::merge::Difference,
    form::Choice,
    words::{Text, t},
};

/// Ids as text, as they are chosen.
#[derive(Clone, PartialEq)]
pub(super) struct Chosen {
    pub(super) groups: Vec<String>,
    pub(super) pickup: Vec<String>,
}

impl Chosen {
    pub(super) fn of(groups: &UserGroups) -> Self {
        let free = groups.groups.iter().filter(|group| !is_derived(group.standard));
        Self {
            groups: free.map(|group| group.id.to_string()).collect(),
            pickup: groups.pickup_groups.iter().map(|group| group.id.to_string()).collect(),
        }
    }
}

pub(super) fn is_derived(standard: Option<Standard>) -> bool {
    standard.is_some_and(Standard::is_derived)
}

pub(super) fn both(
    label: Key,
    field: RwSignal<Vec<String>>,
    before: &[String],
    theirs: Vec<String>,
    choices: Signal<Vec<Choice>>,
) -> Option<Difference> {
    if field.with_untracked(|own| own == before) {
        field.set(theirs.clone());
    }
    if theirs == before {
        return None;
    }
    Difference::between(label, field, theirs, |ids, _| said(ids, &choices.get_untracked()))
}

/// Chosen ids as a sentence reads them.
pub(super) fn said(ids: &[String], choices: &[Choice]) -> Text {
    let named: Vec<_> = choices
        .iter()
        .filter(|choice| ids.contains(&choice.value))
        .map(|choice| choice.label.clone())
        .collect();
    named.into_iter().reduce(|all, next| all.join(", ", next)).unwrap_or_else(|| t(Key::NotSet))
}

/// Only what differs; the groups that follow from the user stay among them.
pub(super) fn body(base: &UserGroups, groups: &[String], pickup: &[String]) -> UserGroupsChange {
    let before = Chosen::of(base);
    let same = |one: &[String], other: &[String]| {
        one.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
    };
    let derived = base.groups.iter().filter(|group| is_derived(group.standard)).map(|group| group.id);
    let chosen = groups.iter().filter_map(|id| id.parse().ok());
    UserGroupsChange {
        groups: (!same(&before.groups, groups)).then(|| derived.chain(chosen).collect()),
        pickup_groups: (!same(&before.pickup, pickup))
            .then(|| pickup.iter().filter_map(|id| id.parse().ok()).collect()),
    }
}
