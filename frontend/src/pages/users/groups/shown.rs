//! Groups that are only looked at: those that follow from the user, and hunt groups.

use cordboard_api::users::{UserGroups, UserHuntGroup};
use cordboard_messages::Key;
use cordboard_types::Standard;
use leptos::prelude::*;

use super::chosen::is_derived;
use crate::{
    components::{group, page::panel, strip::Strip},
    words::{Text, t},
};

pub(super) fn name(standard: Option<Standard>, plain: &str) -> Text {
    standard.map_or_else(|| plain.into(), |standard| t(group::standard(standard)))
}

/// Groups one cannot leave.
pub(super) fn always(groups: &UserGroups) -> AnyView {
    let derived = groups.groups.iter().filter(|group| is_derived(group.standard));
    let chips: Vec<_> = derived
        .map(|group| view! { <li class="chip"><span>{name(group.standard, group.name.as_str())}</span></li> })
        .collect();
    view! {
        <div class="field">
            <span class="field-label" id="user-always">{t(Key::UserGroupsAlways)}</span>
            <ul class="chips" aria-labelledby="user-always">{chips}</ul>
            <p class="field-help">{t(Key::UserGroupsAlwaysHelp)}</p>
        </div>
    }
    .into_any()
}

pub(super) fn hunting(groups: RwSignal<UserGroups>) -> AnyView {
    let list = move || {
        groups.with(|groups| {
            if groups.hunt_groups.is_empty() {
                return view! { <p class="panel-note">{t(Key::UserHuntNone)}</p> }.into_any();
            }
            let row = |group: &UserHuntGroup| view! { <li>{Strip::number(&group.extension, &group.title).view()}</li> };
            let rows: Vec<_> = groups.hunt_groups.iter().map(row).collect();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        })
    };
    let body = view! { <p class="panel-note">{t(Key::UserHuntHelp)}</p>{list} };
    panel(Key::UserHuntGroups, None, body)
}
