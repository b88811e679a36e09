//! One authorisation group.

use cordboard_api::{
    events::Topic,
    groups::{Group, GroupChange},
};
use cordboard_messages::Key;
use cordboard_types::{GroupId, Label, Permission};
use leptos::prelude::*;

use super::{
    super::{
        frame, names,
        removal::{self, Consequences},
        rename::{self, Named},
    },
    grants, members,
};
use crate::{
    address::{Groups, Place},
    api::{self, Answer},
    components::{
        button::{DANGER, opens},
        feedback,
        page::{head, panel},
    },
    query::Query,
    shell::Here,
    words::{Text, t, tx},
};

const END: Consequences =
    Consequences { lost: &[Key::GroupDeleteLost, Key::GroupDeleteTargets], kept: &[Key::GroupDeleteKept] };

pub(in crate::pages::groups) fn page(here: Here, id: GroupId) -> AnyView {
    let query = Query::new(&[Topic::Group, Topic::User], move || api::groups::one(here.customer, id));
    query.view(feedback::page_skeleton, move |group| about(here, query, group)).into_any()
}

fn about(here: Here, query: Query<Group>, group: RwSignal<Group>) -> AnyView {
    let deleting = RwSignal::new(false);
    let first = group.get_untracked();
    let own = first.standard.is_none() && here.may(Permission::GroupsWrite);
    let title = move || {
        let button = own.then(|| opens(deleting, DANGER, Key::GroupDelete));
        group.with(|group| head(names::group(group), Some(facts(group)), button))
    };
    let settings = move || {
        own.then(|| {
            let first = group.get_untracked();
            let form = rename::form(Renamed { here, query, id: first.id }, &first.name, first.version);
            panel(Key::UserSettings, None, form)
        })
    };
    let (rights, there) = grants::section(here, group);
    let below = move || there.get().then(|| view! { {members::section(here, query, group)}{settings()} });
    let always = first.standard.map(|_| feedback::notice(Key::GroupPredefinedWhy, None));
    view! {
        {frame::way_back(here, Groups::Authorisation(None))}
        {title}
        <div class="stack">
            {always}
            {rights}
            {below}
        </div>
        {own.then(|| removal(here, group, deleting))}
    }
    .into_any()
}

fn facts(group: &Group) -> AnyView {
    view! {
        <span>{tx(Key::MembersCount, &[("count", group.members.into())])}</span>
        <span>{t(names::kind(group.kind))}</span>
        {group.standard.map(|_| names::origin(true))}
    }
    .into_any()
}

fn removal(here: Here, group: RwSignal<Group>, open: RwSignal<bool>) -> AnyView {
    let name = Text::new(move || group.with(|group| group.name.to_string()));
    let remove = move || {
        let (id, version) = group.with_untracked(|group| (group.id, group.version));
        api::groups::remove(here.customer, id, version)
    };
    removal::dialog(open, name, END, remove, here.to(Place::Groups(Groups::Authorisation(None))))
}

#[derive(Clone, Copy)]
struct Renamed {
    here: Here,
    query: Query<Group>,
    id: GroupId,
}

impl Named for Renamed {
    async fn read(self) -> Answer<(Label, i64)> {
        let group = api::groups::one(self.here.customer, self.id).await?;
        Ok((group.name, group.version))
    }

    async fn save(self, version: i64, name: Label) -> Answer<i64> {
        let change = GroupChange { name };
        Ok(api::groups::rename(self.here.customer, self.id, version, change).await?.version)
    }

    fn saved(self) {
        self.query.refetch();
    }
}
