//! Who is in an authorisation group.

use std::sync::Arc;

use cordboard_api::{events::Topic, groups::Group, users::User};
use cordboard_messages::Key;
use cordboard_types::{GroupKind, Login, Permission, Standard, UserId};
use leptos::prelude::*;

use super::super::{members, names, picker};
use crate::{
    api,
    components::{
        button::{PLAIN, opens},
        page::panel,
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{t, tx},
};

pub(super) fn section(here: Here, query: Query<Group>, group: RwSignal<Group>) -> AnyView {
    let (id, kind, standard, derived) =
        group.with_untracked(|group| (group.id, group.kind, group.standard, group.derived));
    let note = standard.map(|standard| view! { <p class="panel-note">{t(names::who(standard))}</p> });
    if kind != GroupKind::User {
        let none = view! { {note}<p class="panel-note">{t(Key::MembersNotUsers)}</p> };
        return panel(Key::MembersTitle, None, none);
    }
    let pages = RwSignal::new(1);
    let list = Query::new(&[Topic::Group, Topic::User], move || {
        api::groups::members(here.customer, id, pages.get())
    });
    let refetch = move || {
        list.refetch();
        query.refetch();
    };
    let form = Form::new("members");
    let may = here.may(Permission::GroupsWrite) && !derived;
    let take = may.then(|| -> members::Take {
        Arc::new(move |user| {
            form.send(move |_| api::groups::remove_member(here.customer, id, user), move |()| refetch());
        })
    });
    let stays: fn(&Login) -> bool = match standard {
        Some(Standard::Admins) => |login| login.as_str() == "admin",
        _ => |_| false,
    };
    let adding = RwSignal::new(false);
    let dialog = may.then(|| {
        let taken = Signal::derive(move || {
            list.data().map(|list| list.items.iter().map(|member| member.user).collect()).unwrap_or_default()
        });
        let toasts = use_context::<Toasts>();
        picker::dialog(here.customer, adding, taken, move |form, users: Vec<User>| {
            let ids: Vec<UserId> = users.iter().map(|user| user.id).collect();
            let count = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            form.send(
                move |_| api::groups::add_members(here.customer, id, ids),
                move |()| {
                    adding.set(false);
                    refetch();
                    if let Some(toasts) = toasts {
                        toasts.say(tx(Key::MembersAdded, &[("count", count.into())]));
                    }
                },
            );
        })
    });
    let button = may.then(|| opens(adding, PLAIN, Key::MembersAdd));
    let rows = members::view(here, list, pages, take, stays);
    view! { {panel(Key::MembersTitle, button, view! { {note}{form.summary()}{rows} })}{dialog} }.into_any()
}
