use std::sync::Arc;

use cordboard_api::people::{Member, Role};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{invitations, invite, member};
use crate::{
    api,
    components::{
        data_table::{Column, DataTable},
        dialog::Dialog,
        feedback,
        icon::{Icon, icon},
        lamp::{Light, lamp},
        page::head,
        role,
        strip::Strip,
        time::time,
    },
    query::Query,
    shell::Node,
    words::t,
};

pub(crate) fn page(node: Node) -> AnyView {
    let roles = Query::new(&[], move || api::roles::all(node.id));
    let open = Query::new(&[], move || api::people::invitations(node.id));
    let inviting = RwSignal::new(false);
    let button = move || {
        node.may(Permission::PeopleWrite).then(|| {
            let press = move |_| inviting.set(true);
            view! {
                <button type="button" class="button button-primary" on:click=press>
                    {icon(Icon::UserPlus)}{t(Key::PersonInvite)}
                </button>
            }
            .into_any()
        })
    };
    let (people, rows) = table(node, roles);
    // What stands below a list comes after it, or it would jump when the list is there.
    let below = move || rows.is_here().then(|| invitations::section(node, open, roles));
    view! {
        {head(Key::NavPeople, None, button())}
        <div class="stack">{people}{below}</div>
        <Dialog open=inviting title=t(Key::PersonInvite)>{move || invite::form(node, roles, open, inviting)}</Dialog>
    }
    .into_any()
}

fn table(node: Node, roles: Query<Vec<Role>>) -> (AnyView, Query<api::Listing<Member>>) {
    let again = RwSignal::new(None::<Query<api::Listing<Member>>>);
    let drawer = move |member: Signal<Member>| member::drawer(node, roles, again, member);
    let table = DataTable {
        id: "people",
        name: Key::NavPeople,
        columns: columns(roles),
        row_id: |member: &Member| member.person.to_string(),
        row_name: |member: &Member| member.name.to_string(),
        searches: false,
        filters: Vec::new(),
        bulk: Vec::new(),
        export: None,
        drawer: Some(Arc::new(drawer)),
        empty: Arc::new(|| feedback::empty(Key::PeopleEmpty, Key::PeopleEmptyText, None)),
    };
    let (view, query) = table.view(&[], move |_, pages| api::people::page(node.id, pages));
    again.set(Some(query));
    (view, query)
}

fn columns(roles: Query<Vec<Role>>) -> Vec<Column<Member>> {
    let held = move |member: &Member| {
        let held = member.roles.clone();
        let names = move || {
            let known = roles.data().unwrap_or_default();
            held.iter()
                .map(|own| view! { <li class="chip">{role::name(*own, &known)}</li> })
                .collect::<Vec<_>>()
        };
        view! { <ul class="chips">{names}</ul> }.into_any()
    };
    vec![
        Column::new("name", Key::ProfileName, "roomy", |member: &Member| {
            Strip::icon(Icon::User, &member.name).view()
        }),
        Column::new("email", Key::SignInEmail, "breakable", |member: &Member| {
            member.email.to_string().into_any()
        }),
        Column::new("roles", Key::NavRoles, "", held),
        Column::new("factor", Key::FactorTitle, "col-wide", |member: &Member| {
            match member.second_factor_since {
                Some(_) => lamp(Light::On, Key::FactorOn),
                None => lamp(Light::Unknown, Key::FactorOff),
            }
        }),
        Column::new("seen", Key::PersonSeen, "col-mid", |member: &Member| {
            let never = || view! { <span class="muted">{t(Key::PersonNever)}</span> }.into_any();
            member.signed_in_at.map_or_else(never, time)
        }),
    ]
}
