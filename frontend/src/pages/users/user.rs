//! One user: the phones of the line, everything that can be changed, the groups, and what follows from them.

use cordboard_api::users::User;
use cordboard_messages::Key;
use cordboard_types::{Permission, UserId};
use leptos::prelude::*;

use super::{credentials, groups, person, phones, query, removal, rights, settings};
use crate::{
    address::Place,
    components::{
        button::{DANGER, opens},
        feedback,
        icon::{Icon, icon},
        lamp,
        page::head,
        tabs,
    },
    query::Query,
    shell::Here,
    words::{t, tx},
};

const PARTS: &[(&str, Key)] = &[
    ("line", Key::UserTabLine),
    ("settings", Key::UserSettings),
    ("groups", Key::UserTabGroups),
    ("permissions", Key::UserTabPermissions),
];
/// For whom may not see the groups.
const OWN_PARTS: &[(&str, Key)] = &[("line", Key::UserTabLine), ("settings", Key::UserSettings)];

pub(crate) fn page(here: Here, user: UserId) -> AnyView {
    let query = query::user(here.customer, user);
    query.view(feedback::page_skeleton, move |user| about(here, query, user)).into_any()
}

fn about(here: Here, query: Query<User>, user: RwSignal<User>) -> AnyView {
    let parts = if here.may(Permission::GroupsRead) { PARTS } else { OWN_PARTS };
    let part = tabs::open(parts);
    let deleting = RwSignal::new(false);
    view! {
        {move || user.with(|user| title(here, user, deleting))}
        {tabs::tabs(Key::UserTabs, parts, part)}
        {move || match part.get() {
            "settings" => settings::section(here, query, user),
            "groups" => groups::section(here, query, user),
            "permissions" => rights::section(here, user),
            _ => line(here, user),
        }}
        {removal::dialog(here, user, deleting)}
    }
    .into_any()
}

fn title(here: Here, user: &User, deleting: RwSignal<bool>) -> AnyView {
    let facts = view! {
        <span>{tx(Key::UserExtensionIs, &[("extension", user.extension.as_str().into())])}</span>
        <span>{user.site_name.clone()}</span>
        {lamp::registered(user.registrations)}
    };
    let actions = here.may(Permission::UsersWrite).then(|| opens(deleting, DANGER, Key::UserDelete));
    head(user.name.as_str(), Some(facts.into_any()), actions)
}

fn line(here: Here, user: RwSignal<User>) -> AnyView {
    let line = user.with_untracked(|user| user.line);
    let devices = query::devices(here.customer, line);
    view! {
        <div class="stack">
            {phones::section(here, user, devices, add_button(here, user))}
            {person::section(here, user)}
            {credentials::section(here, line, devices)}
        </div>
    }
    .into_any()
}

fn add_button(here: Here, user: RwSignal<User>) -> Option<AnyView> {
    here.may(Permission::DevicesWrite).then(|| {
        let to = here.to(Place::NewDevice(Some(user.with_untracked(|user| user.line))));
        view! { <a class="button" href=to>{icon(Icon::Plus)}{t(Key::DeviceNew)}</a> }.into_any()
    })
}
