//! Permissions as people read them: grouped by what they are about, to look at and to choose.

use cordboard_messages::Key;
use cordboard_types::{Permission, Permissions};
use leptos::prelude::*;

use crate::{
    form::{Form, note},
    words::{Text, t, tx},
};

use Permission as P;

/// What they are about, in the order people look for it.
const GROUPS: &[(Key, &[Permission])] = &[
    (
        Key::PermissionsOrganisation,
        &[
            P::NodesRead,
            P::NodesWrite,
            P::CustomersRead,
            P::CustomersWrite,
            P::CustomersSuspend,
            P::CustomersClose,
            P::SettingsRead,
            P::SettingsWrite,
            P::LimitsWrite,
        ],
    ),
    (
        Key::PermissionsPeople,
        &[P::PeopleRead, P::PeopleWrite, P::RolesWrite, P::PeopleImpersonate, P::TokensWrite],
    ),
    (Key::PermissionsSites, &[P::SitesRead, P::SitesWrite, P::AgentsWrite]),
    (
        Key::PermissionsUsers,
        &[P::UsersRead, P::UsersWrite, P::GroupsRead, P::GroupsWrite, P::CredentialsRotate],
    ),
    (
        Key::PermissionsDevices,
        &[
            P::DevicesRead,
            P::DevicesWrite,
            P::AccessKeyReveal,
            P::AccessKeyRotate,
            P::ReleasesRead,
            P::ReleasesPublish,
            P::RedirectServicesWrite,
        ],
    ),
    (Key::PermissionsOperation, &[P::RegistrationsRead, P::CallsRead, P::AuditRead, P::AuditExport]),
];

/// The sentence of a permission.
pub(crate) fn name(permission: Permission) -> Key {
    match permission {
        P::NodesRead => Key::MayNodesRead,
        P::NodesWrite => Key::MayNodesWrite,
        P::CustomersRead => Key::MayCustomersRead,
        P::CustomersWrite => Key::MayCustomersWrite,
        P::CustomersSuspend => Key::MayCustomersSuspend,
        P::CustomersClose => Key::MayCustomersClose,
        P::SettingsRead => Key::MaySettingsRead,
        P::SettingsWrite => Key::MaySettingsWrite,
        P::LimitsWrite => Key::MayLimitsWrite,
        P::PeopleRead => Key::MayPeopleRead,
        P::PeopleWrite => Key::MayPeopleWrite,
        P::RolesWrite => Key::MayRolesWrite,
        P::PeopleImpersonate => Key::MayPeopleImpersonate,
        P::TokensWrite => Key::MayTokensWrite,
        P::SitesRead => Key::MaySitesRead,
        P::SitesWrite => Key::MaySitesWrite,
        P::AgentsWrite => Key::MayAgentsWrite,
        P::UsersRead => Key::MayUsersRead,
        P::UsersWrite => Key::MayUsersWrite,
        P::GroupsRead => Key::MayGroupsRead,
        P::GroupsWrite => Key::MayGroupsWrite,
        P::CredentialsRotate => Key::MayCredentialsRotate,
        P::DevicesRead => Key::MayDevicesRead,
        P::DevicesWrite => Key::MayDevicesWrite,
        P::AccessKeyReveal => Key::MayAccessKeyReveal,
        P::AccessKeyRotate => Key::MayAccessKeyRotate,
        P::ReleasesRead => Key::MayReleasesRead,
        P::ReleasesPublish => Key::MayReleasesPublish,
        P::RegistrationsRead => Key::MayRegistrationsRead,
        P::CallsRead => Key::MayCallsRead,
        P::AuditRead => Key::MayAuditRead,
        P::AuditExport => Key::MayAuditExport,
        P::RedirectServicesWrite => Key::MayRedirectServicesWrite,
    }
}

fn count(permissions: Permissions) -> u32 {
    u32::try_from(permissions.iter().count()).unwrap_or(u32::MAX)
}

/// How many, with the list to unfold.
pub(crate) fn summary(permissions: Permissions) -> AnyView {
    let list: Vec<_> =
        permissions.iter().map(|permission| view! { <li>{t(name(permission))}</li> }).collect();
    view! {
        <details class="permissions-summary">
            <summary>{tx(Key::PermissionsCount, &[("count", count(permissions).into())])}</summary>
            <ul>{list}</ul>
        </details>
    }
    .into_any()
}

/// What is there more, and what less: `+ See the call journal, − …`.
pub(crate) fn list(more: Permissions, less: Permissions) -> Text {
    Text::new(move || {
        let named = |sign: &'static str, set: Permissions| {
            set.iter().map(move |one| format!("{sign} {}", t(name(one)).get())).collect::<Vec<_>>()
        };
        [named("+", more), named("−", less)].concat().join(", ")
    })
}

/// Chooses among `own`; what lies beyond one's own rights is shown and cannot be chosen.
pub(crate) fn matrix(
    form: Form,
    pointer: &'static str,
    label: Key,
    chosen: RwSignal<Permissions>,
    own: Memo<Permissions>,
) -> impl IntoView {
    let groups: Vec<_> =
        GROUPS.iter().map(|(title, members)| group(form, pointer, *title, members, chosen, own)).collect();
    let some = move || tx(Key::PermissionsCount, &[("count", count(chosen.get()).into())]);
    view! {
        <fieldset class="field permissions" id=form.id(pointer) tabindex="-1">
            <legend>{t(label)}" "<span class="field-optional" role="status">{some}</span></legend>
            {note(form, pointer.to_owned(), None)}
            <div class="permissions-groups">{groups}</div>
        </fieldset>
    }
}

fn group(
    form: Form,
    pointer: &'static str,
    title: Key,
    members: &'static [Permission],
    chosen: RwSignal<Permissions>,
    own: Memo<Permissions>,
) -> AnyView {
    let all: Permissions = members.iter().copied().collect();
    let whole = move || all.common(own.get());
    let is_whole = move || !whole().is_empty() && whole().is_within(chosen.get());
    let turn = move |_| {
        let add = !is_whole();
        chosen.update(|chosen| *chosen = if add { chosen.with(whole()) } else { chosen.without(all) });
    };
    let boxes: Vec<_> =
        members.iter().map(|permission| choice(form, pointer, *permission, chosen, own)).collect();
    let word = move || if is_whole() { t(Key::PermissionsNone) } else { t(Key::PermissionsAll) };
    view! {
        <div class="permissions-group" role="group" aria-label=t(title)>
            <div class="permissions-head">
                <strong>{t(title)}</strong>
                <button type="button" class="link" disabled=move || whole().is_empty() on:click=turn>{word}</button>
            </div>
            {boxes}
        </div>
    }
    .into_any()
}

fn choice(
    form: Form,
    pointer: &'static str,
    permission: Permission,
    chosen: RwSignal<Permissions>,
    own: Memo<Permissions>,
) -> impl IntoView {
    let one: Permissions = [permission].into_iter().collect();
    let beyond = move || !own.get().contains(permission);
    let turn = move |event| {
        let on = event_target_checked(&event);
        chosen.update(|chosen| *chosen = if on { chosen.with(one) } else { chosen.without(one) });
    };
    view! {
        <label class="check" title=move || beyond().then(|| t(Key::PermissionsBeyond).get())>
            <input
                type="checkbox"
                name=format!("{}-{permission}", form.id(pointer))
                disabled=beyond
                prop:checked=move || chosen.get().contains(permission)
                on:change=turn
            />
            <span>{t(name(permission))}</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_permission_stands_in_one_group() {
        let mut listed: Vec<_> = GROUPS.iter().flat_map(|(_, members)| members.iter().copied()).collect();
        listed.sort_unstable();
        let mut all = Permission::ALL.to_vec();
        all.sort_unstable();
        assert_eq!(listed, all);
    }
}
