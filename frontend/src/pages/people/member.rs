//! One person of a node: what is known, which roles they hold here, acting as them.

use cordboard_api::people::{Member, Role};
use cordboard_messages::Key;
use cordboard_types::{Permission, RoleName};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    address::{self, Address},
    api::{self, Listing},
    components::{
        button::{PLAIN, acts},
        copy::copied,
        dialog::consequences,
        icon::{Icon, icon},
        lamp::{Light, lamp},
        page::facts,
        role,
        time::time,
    },
    form::{Choice, Form, SelectField},
    query::Query,
    session,
    shell::Node,
    words::{t, tx},
};

type People = RwSignal<Option<Query<Listing<Member>>>>;

pub(super) fn drawer(node: Node, roles: Query<Vec<Role>>, people: People, member: Signal<Member>) -> AnyView {
    let form = Form::new("member");
    let about = move || {
        let member = member.get();
        let factor = match member.second_factor_since {
            Some(_) => lamp(Light::On, Key::FactorOn),
            None => lamp(Light::Unknown, Key::FactorOff),
        };
        facts(vec![
            (Key::SignInEmail, Some(copied(member.email.to_string()))),
            (Key::FactorTitle, Some(factor)),
            (Key::PersonSeen, member.signed_in_at.map(time)),
        ])
    };
    view! {
        {about}
        {form.summary()}
        <section class="form-section">
            <h3>{t(Key::PersonRoles)}</h3>
            {move || held(node, form, roles, people, &member.get())}
            {node.may(Permission::PeopleWrite).then(|| give(node, form, roles, people, member))}
        </section>
        {acting(node, form, member)}
    }
    .into_any()
}

fn refetch(people: People) {
    if let Some(people) = people.get_untracked() {
        people.refetch();
    }
}

fn held(node: Node, form: Form, roles: Query<Vec<Role>>, people: People, member: &Member) -> AnyView {
    let known = roles.data().unwrap_or_default();
    let person = member.person;
    let row = |own: RoleName| {
        let name = role::name(own, &known);
        let take =
            move |_| form.send(move |_| api::people::revoke(node.id, person, own), move |()| refetch(people));
        let label = tx(Key::RoleTake, &[("name", name.clone().into())]);
        let button = node.may(Permission::PeopleWrite).then(|| {
            view! {
                <button type="button" class="button button-small" aria-label=label on:click=take>
                    {icon(Icon::Close)}{t(Key::RoleTakeShort)}
                </button>
            }
        });
        view! { <li><strong>{name}</strong>{button}</li> }
    };
    let rows: Vec<_> = member.roles.iter().map(|own| row(*own)).collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// Another role, as far as one may give it and it is not held yet.
fn give(node: Node, form: Form, roles: Query<Vec<Role>>, people: People, member: Signal<Member>) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let choices = Signal::derive(move || {
        let held = member.get().roles;
        let open = |role: &Role| role.grantable && !held.contains(&role.role);
        let roles = roles.data().unwrap_or_default();
        roles
            .iter()
            .filter(|role| open(role))
            .map(|role| Choice::new(&role.role, role::of(role)))
            .collect::<Vec<_>>()
    });
    let send = move |_| {
        if let Ok(role) = chosen.get_untracked().parse::<RoleName>() {
            let person = member.get_untracked().person;
            form.send(
                move |_| api::people::grant(node.id, person, role),
                move |()| {
                    chosen.set(String::new());
                    refetch(people);
                },
            );
        }
    };
    view! {
        <Show when=move || !choices.get().is_empty()>
            <div class="field-row field-row-end">
                <SelectField form pointer="/role" label=Key::RoleGive value=chosen choices=choices />
                {acts(form, PLAIN, Key::RoleGiveShort, send)}
            </div>
        </Show>
    }
    .into_any()
}

/// To see what they see: said before what it means, and to whom it is shown.
fn acting(node: Node, form: Form, member: Signal<Member>) -> Option<AnyView> {
    let myself = session::now();
    let other = myself
        .is_some_and(|person| person.acting.is_none() && person.person != member.get_untracked().person);
    (other && node.may(Permission::PeopleImpersonate)).then(|| {
        let act = move |_| {
            let person = member.get_untracked().person;
            form.send(move |_| api::sessions::act_as(node.id, person), |()| go_on());
        };
        view! {
            <section class="form-section">
                <h3>{t(Key::ActTitle)}</h3>
                {consequences(&[Key::ActNoCredentials, Key::ActAudited], &[Key::ActOwnRights, Key::ActEnds])}
                <div class="form-actions">{acts(form, PLAIN, Key::ActStart, act)}</div>
            </section>
        }
        .into_any()
    })
}

fn go_on() {
    spawn_local(async {
        if let Ok(person) = api::sessions::current().await {
            address::go(&Address::Home.to_string());
            session::began(person);
        }
    });
}
