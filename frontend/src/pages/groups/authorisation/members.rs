//! Who is in an authorisation group.

use cordboard_api::groups::{Group, GroupMember};
use cordboard_messages::Key;
use cordboard_types::{GroupId, GroupKind, Login, Permission, Standard, UserId};
use leptos::prelude::*;

use super::super::{
    members::{self, People},
    names,
};
use crate::{
    api::{self, Answer, Listing},
    components::page::panel,
    query::Query,
    shell::Here,
    words::t,
};

#[derive(Clone, Copy)]
struct Members {
    here: Here,
    query: Query<Group>,
    id: GroupId,
    standard: Option<Standard>,
}

pub(super) fn section(here: Here, query: Query<Group>, group: RwSignal<Group>) -> AnyView {
    let Group { id, kind, standard, derived, .. } = group.get_untracked();
    let note = standard.map(names::who);
    if kind == GroupKind::User {
        let may = here.may(Permission::GroupsWrite) && !derived;
        members::section(here, Members { here, query, id, standard }, note, may)
    } else {
        let note = t(note.unwrap_or(Key::MembersNotUsers));
        panel(Key::MembersTitle, None, view! { <p class="panel-note">{note}</p> })
    }
}

impl People for Members {
    async fn list(self, pages: usize) -> Answer<Listing<GroupMember>> {
        api::groups::members(self.here.customer, self.id, pages).await
    }

    async fn add(self, users: Vec<UserId>) -> Answer<()> {
        api::groups::add_members(self.here.customer, self.id, users).await
    }

    async fn take(self, user: UserId) -> Answer<()> {
        api::groups::remove_member(self.here.customer, self.id, user).await
    }

    fn stays(self, login: &Login) -> bool {
        self.standard == Some(Standard::Admins) && login.as_str() == "admin"
    }

    fn changed(self) {
        self.query.refetch();
    }
}
