//! The groups a user is in.

use std::collections::BTreeSet;

use cordboard_api::{
    groups::{Group, PickupGroup},
    users::{User, UserGroups, UserGroupsChange, UserHuntGroup},
};
use cordboard_messages::Key;
use cordboard_types::{GroupKind, Permission, Standard};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::query;
use crate::{
    api,
    components::{
        button::{PRIMARY, sends},
        feedback, group,
        merge::{self, Difference},
        page::panel,
        strip::Strip,
        toast::Toasts,
    },
    form::{Choice, Form, MultiSelectField},
    query::Query,
    shell::Here,
    words::{Text, t},
};

/// Ids as text, as they are chosen.
#[derive(Clone, PartialEq)]
struct Chosen {
    groups: Vec<String>,
    pickup: Vec<String>,
}

impl Chosen {
    fn of(groups: &UserGroups) -> Self {
        let free = groups.groups.iter().filter(|group| !is_derived(group.standard));
        Self {
            groups: free.map(|group| group.id.to_string()).collect(),
            pickup: groups.pickup_groups.iter().map(|group| group.id.to_string()).collect(),
        }
    }
}

#[derive(Clone, Copy)]
struct Editor {
    here: Here,
    form: Form,
    user: RwSignal<User>,
    /// The user's own query: its version rises with its groups.
    query: Query<User>,
    groups: RwSignal<Vec<String>>,
    pickup: RwSignal<Vec<String>>,
    base: StoredValue<UserGroups>,
    differences: RwSignal<Vec<Difference>>,
    known: Query<Vec<Group>>,
    known_pickup: Query<Vec<PickupGroup>>,
    toasts: Option<Toasts>,
}

pub(super) fn section(here: Here, query: Query<User>, user: RwSignal<User>) -> AnyView {
    let id = user.with_untracked(|user| user.id);
    let own = query::of_user(here.customer, id);
    let (known, known_pickup) = (query::groups(here.customer), query::pickup_groups(here.customer));
    own.view(feedback::rows_skeleton, move |groups| {
        let now = groups.get_untracked();
        let chosen = Chosen::of(&now);
        let editor = Editor {
            here,
            form: Form::new("memberships"),
            user,
            query,
            groups: RwSignal::new(chosen.groups),
            pickup: RwSignal::new(chosen.pickup),
            base: StoredValue::new(now),
            differences: RwSignal::new(Vec::new()),
            known,
            known_pickup,
            toasts: use_context(),
        };
        editor.form.on_stale(move || spawn_local(editor.compare()));
        view! { <div class="stack">{editor.view(groups)}{hunting(groups)}</div> }.into_any()
    })
    .into_any()
}

fn is_derived(standard: Option<Standard>) -> bool {
    standard.is_some_and(Standard::is_derived)
}

impl Editor {
    fn view(self, groups: RwSignal<UserGroups>) -> AnyView {
        let always = move || groups.with(always);
        let body = if self.here.may(Permission::GroupsWrite) { self.fields() } else { self.list() };
        let body = view! { {always}{body} };
        panel(Key::UserMemberships, None, body)
    }

    fn fields(self) -> AnyView {
        let form = self.form;
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            self.send();
        };
        let (groups, pickup) = self.choices();
        view! {
            <form class="form form-wide" data-guard=form.name() novalidate on:submit=submit>
                {form.summary()}
                {merge::view(self.differences, move || self.send())}
                <MultiSelectField form pointer="/groups" label=Key::UserGroups values=self.groups choices=groups help=Key::UserGroupsHelp />
                <MultiSelectField
                    form
                    pointer="/pickup_groups"
                    label=Key::UserPickupGroups
                    values=self.pickup
                    choices=pickup
                    help=Key::UserPickupGroupsHelp
                />
                <div class="form-actions">{sends(form, PRIMARY, Key::FormSave)}</div>
            </form>
        }
        .into_any()
    }

    /// For whom may only look.
    fn list(self) -> AnyView {
        let (groups, pickup) = self.choices();
        let named = |chosen: RwSignal<Vec<String>>, choices: Signal<Vec<Choice>>| {
            move || said(&chosen.get(), &choices.get())
        };
        let rows = [
            (Key::UserGroups, named(self.groups, groups)),
            (Key::UserPickupGroups, named(self.pickup, pickup)),
        ];
        let rows = rows.map(|(name, value)| view! { <dt>{t(name)}</dt><dd>{value}</dd> });
        view! { <dl class="facts">{rows.into_iter().collect::<Vec<_>>()}</dl> }.into_any()
    }

    /// What there is to choose from.
    fn choices(self) -> (Signal<Vec<Choice>>, Signal<Vec<Choice>>) {
        let groups = Signal::derive(move || {
            let known = self.known.data().unwrap_or_default();
            let free = known.iter().filter(|group| group.kind == GroupKind::User && !group.derived);
            free.map(|group| Choice::new(&group.id, name(group.standard, group.name.as_str())))
                .collect::<Vec<_>>()
        });
        let pickup = Signal::derive(move || {
            let known = self.known_pickup.data().unwrap_or_default();
            known
                .iter()
                .map(|group| Choice::new(&group.id, format!("{} {}", group.number, group.name)))
                .collect::<Vec<_>>()
        });
        (groups, pickup)
    }

    fn send(self) {
        let user = self.user.with_untracked(|user| user.id);
        let base = self.base.get_value();
        let body = body(&base, &self.groups.get_untracked(), &self.pickup.get_untracked());
        self.form.send(
            move |_| api::memberships::change(self.here.customer, user, base.version, body),
            move |now: UserGroups| {
                self.base.set_value(now);
                self.query.refetch();
                if let Some(toasts) = self.toasts {
                    toasts.say(t(Key::Saved));
                }
            },
        );
    }

    /// What somebody else saved meanwhile: only what both changed is asked for.
    async fn compare(self) {
        let user = self.user.with_untracked(|user| user.id);
        let Ok(now) = api::memberships::of_user(self.here.customer, user).await else { return };
        let (before, theirs) = (self.base.with_value(Chosen::of), Chosen::of(&now));
        let (groups, pickup) = self.choices();
        let found = [
            both(Key::UserGroups, self.groups, &before.groups, theirs.groups, groups),
            both(Key::UserPickupGroups, self.pickup, &before.pickup, theirs.pickup, pickup),
        ];
        let found: Vec<_> = found.into_iter().flatten().collect();
        self.base.set_value(now);
        self.form.forget();
        if found.is_empty() {
            self.send();
        }
        self.differences.set(found);
    }
}

fn both(
    label: Key,
    field: RwSignal<Vec<String>>,
    before: &[String],
    theirs: Vec<String>,
    choices: Signal<Vec<Choice>>,
) -> Option<Difference> {
    if field.with_untracked(|own| own == before) {
        field.set(theirs.clone());
    }
    if theirs == before {
        return None;
    }
    Difference::between(label, field, theirs, |ids| said(ids, &choices.get_untracked()))
}

/// Chosen ids as a sentence reads them.
fn said(ids: &[String], choices: &[Choice]) -> Text {
    let named: Vec<_> = choices
        .iter()
        .filter(|choice| ids.contains(&choice.value))
        .map(|choice| choice.label.clone())
        .collect();
    named.into_iter().reduce(|all, next| all.join(", ", next)).unwrap_or_else(|| t(Key::NotSet))
}

/// Only what differs; the groups that follow from the user stay among them.
fn body(base: &UserGroups, groups: &[String], pickup: &[String]) -> UserGroupsChange {
    let before = Chosen::of(base);
    let same = |one: &[String], other: &[String]| {
        one.iter().collect::<BTreeSet<_>>() == other.iter().collect::<BTreeSet<_>>()
    };
    let derived = base.groups.iter().filter(|group| is_derived(group.standard)).map(|group| group.id);
    let chosen = groups.iter().filter_map(|id| id.parse().ok());
    UserGroupsChange {
        groups: (!same(&before.groups, groups)).then(|| derived.chain(chosen).collect()),
        pickup_groups: (!same(&before.pickup, pickup))
            .then(|| pickup.iter().filter_map(|id| id.parse().ok()).collect()),
    }
}

fn name(standard: Option<Standard>, plain: &str) -> Text {
    standard.map_or_else(|| plain.into(), |standard| t(group::standard(standard)))
}

/// Groups one cannot leave.
fn always(groups: &UserGroups) -> AnyView {
    let derived = groups.groups.iter().filter(|group| is_derived(group.standard));
    let chips: Vec<_> = derived
        .map(|group| view! { <li class="chip"><span>{name(group.standard, group.name.as_str())}</span></li> })
        .collect();
    view! {
        <div class="field">
            <span class="field-label" id="user-always">{t(Key::UserGroupsAlways)}</span>
            <ul class="chips" aria-labelledby="user-always">{chips}</ul>
            <p class="field-help">{t(Key::UserGroupsAlwaysHelp)}</p>
        </div>
    }
    .into_any()
}

fn hunting(groups: RwSignal<UserGroups>) -> AnyView {
    let list = move || {
        groups.with(|groups| {
            if groups.hunt_groups.is_empty() {
                return view! { <p class="panel-note">{t(Key::UserHuntNone)}</p> }.into_any();
            }
            let row = |group: &UserHuntGroup| view! { <li>{Strip::number(&group.extension, &group.title).view()}</li> };
            let rows: Vec<_> = groups.hunt_groups.iter().map(row).collect();
            view! { <ul class="rows">{rows}</ul> }.into_any()
        })
    };
    let body = view! { <p class="panel-note">{t(Key::UserHuntHelp)}</p>{list} };
    panel(Key::UserHuntGroups, None, body)
}
