//! The groups a user is in.

mod chosen;
mod shown;

use cordboard_api::{
    groups::{Group, PickupGroup},
    users::{User, UserGroups},
};
use cordboard_messages::Key;
use cordboard_types::{GroupKind, Permission};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use self::chosen::{Chosen, body, both, said};
use super::query;
use crate::{
    api,
    components::{
        button::{PRIMARY, sends},
        feedback,
        merge::{self, Difference},
        page::panel,
        toast::Toasts,
    },
    form::{Choice, Form, MultiSelectField},
    query::Query,
    shell::Here,
    words::t,
};

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
        view! { <div class="stack">{editor.view(groups)}{shown::hunting(groups)}</div> }.into_any()
    })
    .into_any()
}

impl Editor {
    fn view(self, groups: RwSignal<UserGroups>) -> AnyView {
        let always = move || groups.with(shown::always);
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
                <Show
                    when=move || !self.known_pickup.is_here() || !pickup.with(Vec::is_empty)
                    fallback=|| view! { <p class="panel-note">{t(Key::UserPickupNone)}</p> }
                >
                    <MultiSelectField
                        form
                        pointer="/pickup_groups"
                        label=Key::UserPickupGroups
                        values=self.pickup
                        choices=pickup
                        help=Key::UserPickupGroupsHelp
                    />
                </Show>
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
            free.map(|group| Choice::new(&group.id, shown::name(group.standard, group.name.as_str())))
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
