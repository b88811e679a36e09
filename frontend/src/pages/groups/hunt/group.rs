//! One hunt group.

use cordboard_api::{events::Topic, groups::HuntGroup};
use cordboard_messages::Key;
use cordboard_types::{HuntGroupId, Permission};
use leptos::prelude::*;

use super::{
    super::{
        frame,
        removal::{self, Consequences},
    },
    fields, members, settings,
};
use crate::{
    address::{Groups, Place},
    api,
    components::{
        button::{DANGER, opens},
        feedback,
        page::head,
    },
    query::Query,
    shell::Here,
    words::{Text, t, tx},
};

const END: Consequences =
    Consequences { lost: &[Key::HuntGroupDeleteLost], kept: &[Key::HuntGroupDeleteKept] };

pub(in crate::pages::groups) fn page(here: Here, id: HuntGroupId) -> AnyView {
    let query = Query::new(&[Topic::Group, Topic::User], move || api::hunt_groups::one(here.customer, id));
    query.view(feedback::page_skeleton, move |group| about(here, query, group)).into_any()
}

fn about(here: Here, query: Query<HuntGroup>, group: RwSignal<HuntGroup>) -> AnyView {
    let deleting = RwSignal::new(false);
    let may = here.may(Permission::GroupsWrite);
    let title = move || {
        let button = may.then(|| opens(deleting, DANGER, Key::GroupDelete));
        group.with(|group| head(group.title.as_str(), Some(facts(group)), button))
    };
    let first = group.get_untracked();
    let version = StoredValue::new(first.version);
    view! {
        {frame::way_back(here, Groups::Hunt(None))}
        {title}
        <div class="stack">
            {members::section(here, query, group, version)}
            {may.then(|| settings::section(here, query, &first, version))}
        </div>
        {may.then(|| removal(here, group, deleting))}
    }
    .into_any()
}

fn facts(group: &HuntGroup) -> AnyView {
    view! {
        <span>{tx(Key::UserExtensionIs, &[("extension", group.extension.as_str().into())])}</span>
        <span>{t(fields::strategy(group.strategy))}</span>
        <span>{tx(Key::MembersCount, &[("count", group.members.into())])}</span>
    }
    .into_any()
}

fn removal(here: Here, group: RwSignal<HuntGroup>, open: RwSignal<bool>) -> AnyView {
    let name = Text::new(move || group.with(|group| group.title.to_string()));
    let remove = move || {
        let (id, version) = group.with_untracked(|group| (group.id, group.version));
        api::hunt_groups::remove(here.customer, id, version)
    };
    removal::dialog(open, name, END, remove, here.to(Place::Groups(Groups::Hunt(None))))
}
