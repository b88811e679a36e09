//! What the members of a group may do, on whom: a sentence each, and the cord to the target.

use cordboard_api::{
    events::Topic,
    groups::{Grant, Group, GuiGroup},
};
use cordboard_messages::Key;
use cordboard_types::{GrantId, GroupId, Permission};
use leptos::prelude::*;

use super::{super::names, features, grant};
use crate::{
    address::{Groups, Place},
    api,
    components::{
        button::{PLAIN, opens},
        cord,
        dialog::Dialog,
        feature, feedback,
        icon::{Icon, icon},
        page::panel,
        strip::Strip,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{Text, t, tx},
};

/// What a right can be given on.
#[derive(Clone, Copy)]
pub(super) struct Targets {
    pub(super) groups: Query<Vec<Group>>,
    pub(super) guis: Query<Vec<GuiGroup>>,
}

impl Targets {
    fn new(here: Here) -> Self {
        Self {
            groups: Query::new(&[Topic::Group], move || api::groups::all(here.customer)),
            guis: Query::new(&[Topic::Group], move || api::gui_groups::all(here.customer)),
        }
    }

    /// The target's name, in the reader's language where it is a predefined one.
    fn name(self, grant: &Grant) -> Text {
        let groups = self.groups.data().unwrap_or_default();
        let guis = self.guis.data().unwrap_or_default();
        let group = groups.iter().find(|group| Some(group.id) == grant.target).map(names::group);
        let gui = || guis.iter().find(|gui| Some(gui.id) == grant.gui_group).map(names::gui);
        group.or_else(gui).unwrap_or_else(|| grant.target_name.as_str().into())
    }
}

/// What the parts share.
#[derive(Clone, Copy)]
struct Rights {
    here: Here,
    group: GroupId,
    targets: Targets,
    query: Query<Vec<Grant>>,
    form: Form,
    may: bool,
}

/// The panel, and whether what stands below it can be drawn without jumping.
pub(super) fn section(here: Here, group: RwSignal<Group>) -> (AnyView, Memo<bool>) {
    let id = group.with_untracked(|group| group.id);
    let rights = Rights {
        here,
        group: id,
        targets: Targets::new(here),
        query: Query::new(&[Topic::Group], move || api::groups::grants(here.customer, id)),
        form: Form::new("grants"),
        may: here.may(Permission::GroupsWrite),
    };
    let adding = RwSignal::new(false);
    let dialog = rights.may.then(|| {
        view! {
            <Dialog open=adding title=t(Key::GrantAdd)>
                {move || grant::form(here, group, rights.targets, rights.query, adding)}
            </Dialog>
        }
    });
    let button = rights.may.then(|| opens(adding, PLAIN, Key::GrantAdd));
    let note = view! { <p class="panel-note">{t(Key::GrantsHelp)}</p> };
    let body = view! { {note}{rights.form.summary()}{rights.list()} };
    let there = Memo::new(move |_| rights.query.is_here());
    (view! { {panel(Key::GrantsTitle, button, body)}{dialog} }.into_any(), there)
}

impl Rights {
    fn list(self) -> impl IntoView {
        self.query.view(feedback::rows_skeleton, move |grants| {
            let rows =
                move || grants.with(|grants| grants.iter().map(|grant| self.row(grant)).collect::<Vec<_>>());
            let some = Memo::new(move |_| grants.with(|grants| !grants.is_empty()));
            view! {
                <Show when=move || some.get() fallback=|| view! { <p class="panel-note">{t(Key::GrantsNone)}</p> }>
                    <ul class="grants">{rows}</ul>
                </Show>
            }
            .into_any()
        })
    }

    fn row(self, grant: &Grant) -> AnyView {
        let target = self.targets.name(grant);
        let name = t(feature::name(grant.feature));
        let button = self.may.then(|| self.taker(grant.id, &name));
        let target_strip = self.strip(grant, &target);
        view! {
            <li class="grant">
                <span class="grant-text">
                    <strong>{name}</strong>
                    <small>{features::sentence(grant.feature, target)}</small>
                </span>
                <span class="grant-target">{cord::short(false)}{target_strip}</span>
                {button}
            </li>
        }
        .into_any()
    }

    fn strip(self, grant: &Grant, name: &Text) -> AnyView {
        let (kind, to) = match grant.target {
            Some(target) => (Icon::Network, Groups::Authorisation(Some(target))),
            None => (Icon::Monitor, Groups::Gui(grant.gui_group)),
        };
        Strip::icon(kind, &name.get()).href(self.here.to(Place::Groups(to))).view()
    }

    fn taker(self, grant: GrantId, name: &Text) -> AnyView {
        let take = move |_| {
            self.form.send(
                move |_| api::groups::revoke(self.here.customer, self.group, grant),
                move |()| self.query.refetch(),
            );
        };
        let label = tx(Key::GrantTake, &[("name", name.clone().into())]);
        view! {
            <button type="button" class="button button-small" aria-label=label on:click=take>
                {icon(Icon::Close)}{t(Key::RoleTakeShort)}
            </button>
        }
        .into_any()
    }
}
