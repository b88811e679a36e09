//! One pickup group.

use cordboard_api::{
    events::Topic,
    groups::{GroupChange, GroupMember, PickupGroup},
};
use cordboard_messages::Key;
use cordboard_types::{Label, Permission, PickupGroupId, UserId};
use leptos::prelude::*;

use super::super::{
    frame,
    members::{self, People},
    removal::{self, Consequences},
    rename::{self, Named},
};
use crate::{
    address::{Groups, Place},
    api::{self, Answer, Listing, request::ALL},
    components::{
        button::{DANGER, opens},
        feedback,
        page::{head, panel},
    },
    query::Query,
    shell::Here,
    words::{Text, tx},
};

const END: Consequences = Consequences {
    lost: &[Key::PickupGroupDeleteLost, Key::PickupGroupDeleteKeys],
    kept: &[Key::GroupDeleteKept],
};

pub(in crate::pages::groups) fn page(here: Here, id: PickupGroupId) -> AnyView {
    let query = Query::new(&[Topic::Group, Topic::User], move || api::pickup_groups::one(here.customer, id));
    query.view(feedback::page_skeleton, move |group| about(here, query, group)).into_any()
}

fn about(here: Here, query: Query<PickupGroup>, group: RwSignal<PickupGroup>) -> AnyView {
    let deleting = RwSignal::new(false);
    let may = here.may(Permission::GroupsWrite);
    let title = move || {
        let button = may.then(|| opens(deleting, DANGER, Key::GroupDelete));
        group.with(|group| head(group.name.as_str(), Some(facts(group)), button))
    };
    let first = group.get_untracked();
    let this = This { here, query, id: first.id };
    let settings = may.then(|| {
        let form = rename::form(this, &first.name, first.version);
        panel(Key::UserSettings, None, form)
    });
    view! {
        {frame::way_back(here, Groups::Pickup(None))}
        {title}
        <div class="stack">{members::section(here, this, Some(Key::PickupMembersHelp), may)}{settings}</div>
        {may.then(|| removal(here, group, deleting))}
    }
    .into_any()
}

fn facts(group: &PickupGroup) -> AnyView {
    view! {
        <span>{tx(Key::PickupGroupNumberIs, &[("number", group.number.to_string().into())])}</span>
        <span>{tx(Key::MembersCount, &[("count", group.members.into())])}</span>
    }
    .into_any()
}

fn removal(here: Here, group: RwSignal<PickupGroup>, open: RwSignal<bool>) -> AnyView {
    let name = Text::new(move || group.with(|group| group.name.to_string()));
    let remove = move || {
        let (id, version) = group.with_untracked(|group| (group.id, group.version));
        api::pickup_groups::remove(here.customer, id, version)
    };
    removal::dialog(open, name, END, remove, here.to(Place::Groups(Groups::Pickup(None))))
}

#[derive(Clone, Copy)]
struct This {
    here: Here,
    query: Query<PickupGroup>,
    id: PickupGroupId,
}

impl Named for This {
    async fn read(self) -> Answer<(Label, i64)> {
        let group = api::pickup_groups::one(self.here.customer, self.id).await?;
        Ok((group.name, group.version))
    }

    async fn save(self, version: i64, name: Label) -> Answer<i64> {
        let change = GroupChange { name };
        Ok(api::pickup_groups::rename(self.here.customer, self.id, version, change).await?.version)
    }

    fn saved(self) {
        self.query.refetch();
    }
}

impl People for This {
    /// All at once: who is in already is not offered again.
    async fn list(self, _: usize) -> Answer<Listing<GroupMember>> {
        api::pickup_groups::members(self.here.customer, self.id, ALL).await
    }

    async fn add(self, users: Vec<UserId>) -> Answer<()> {
        api::pickup_groups::change_members(self.here.customer, self.id, &users, None).await
    }

    async fn take(self, user: UserId) -> Answer<()> {
        api::pickup_groups::change_members(self.here.customer, self.id, &[], Some(user)).await
    }

    fn changed(self) {
        self.query.refetch();
    }
}
