//! One pickup group.

use std::sync::Arc;

use cordboard_api::{
    events::Topic,
    groups::{GroupChange, PickupGroup},
    users::User,
};
use cordboard_messages::Key;
use cordboard_types::{Label, Permission, PickupGroupId, UserId};
use leptos::prelude::*;

use super::super::{
    frame, members, picker,
    removal::{self, Consequences},
    rename::{self, Named},
};
use crate::{
    address::{Groups, Place},
    api::{self, Answer, request::ALL},
    components::{
        button::{DANGER, PLAIN, opens},
        feedback,
        page::{head, panel},
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{Text, t, tx},
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
    let settings = may.then(|| {
        let form = rename::form(Renamed { here, query, id: first.id }, &first.name, first.version);
        panel(Key::UserSettings, None, form)
    });
    view! {
        {frame::way_back(here, Groups::Pickup(None))}
        {title}
        <div class="stack">{people(here, query, first.id)}{settings}</div>
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

fn people(here: Here, query: Query<PickupGroup>, id: PickupGroupId) -> AnyView {
    let list =
        Query::new(&[Topic::Group, Topic::User], move || api::pickup_groups::members(here.customer, id, ALL));
    let refetch = move || {
        list.refetch();
        query.refetch();
    };
    let form = Form::new("members");
    let (may, adding) = (here.may(Permission::GroupsWrite), RwSignal::new(false));
    let take = may.then(|| -> members::Take {
        Arc::new(move |user| {
            let taken = move |_| async move {
                api::pickup_groups::change_members(here.customer, id, &[], Some(user)).await
            };
            form.send(taken, move |()| refetch());
        })
    });
    let taken = Signal::derive(move || {
        list.data().map(|list| list.items.iter().map(|member| member.user).collect()).unwrap_or_default()
    });
    let toasts = use_context::<Toasts>();
    let add = move |form: Form, users: Vec<User>| {
        let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
        let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        form.send(
            move |_| async move { api::pickup_groups::change_members(here.customer, id, &ids, None).await },
            move |()| {
                adding.set(false);
                refetch();
                if let Some(toasts) = toasts {
                    toasts.say(tx(Key::MembersAdded, &[("count", count.into())]));
                }
            },
        );
    };
    let button = may.then(|| opens(adding, PLAIN, Key::MembersAdd));
    let rows = members::view(here, list, RwSignal::new(1), take, |_| false);
    let note = view! { <p class="panel-note">{t(Key::PickupMembersHelp)}</p> };
    view! {
        {panel(Key::MembersTitle, button, view! { {note}{form.summary()}{rows} })}
        {may.then(|| picker::dialog(here.customer, adding, taken, add))}
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
struct Renamed {
    here: Here,
    query: Query<PickupGroup>,
    id: PickupGroupId,
}

impl Named for Renamed {
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
