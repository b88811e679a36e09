//! What the members of a group may do, on whom: a sentence each, and the cord to the target.

use cordboard_api::{
    events::Topic,
    groups::{Grant, Group, GuiGroup},
};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{super::names, features, grant};
use crate::{
    address::{Groups, Place},
    api,
    components::{
        button::{PLAIN, opens},
        cord,
        dialog::Dialog,
        feedback,
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

pub(super) fn section(here: Here, group: RwSignal<Group>) -> AnyView {
    let id = group.with_untracked(|group| group.id);
    let targets = Targets::new(here);
    let query = Query::new(&[Topic::Group], move || api::groups::grants(here.customer, id));
    let form = Form::new("grants");
    let adding = RwSignal::new(false);
    let may = here.may(Permission::GroupsWrite);
    let list = query.view(feedback::rows_skeleton, move |grants| {
        let rows = move || {
            let one = |grant: &Grant| row(here, targets, form, query, id, grant, may);
            grants.with(|grants| grants.iter().map(one).collect::<Vec<_>>())
        };
        let rows = StoredValue::new(rows);
        let some = Memo::new(move |_| grants.with(|grants| !grants.is_empty()));
        view! {
            <Show when=move || some.get() fallback=|| view! { <p class="panel-note">{t(Key::GrantsNone)}</p> }>
                <ul class="grants">{move || rows.with_value(|rows| rows())}</ul>
            </Show>
        }
        .into_any()
    });
    let dialog = may.then(|| {
        view! {
            <Dialog open=adding title=t(Key::GrantAdd)>
                {move || grant::form(here, group, targets, query, adding)}
            </Dialog>
        }
    });
    let button = may.then(|| opens(adding, PLAIN, Key::GrantAdd));
    let note = view! { <p class="panel-note">{t(Key::GrantsHelp)}</p> };
    view! { {panel(Key::GrantsTitle, button, view! { {note}{form.summary()}{list} })}{dialog} }.into_any()
}

fn row(
    here: Here,
    targets: Targets,
    form: Form,
    query: Query<Vec<Grant>>,
    group: cordboard_types::GroupId,
    grant: &Grant,
    may: bool,
) -> AnyView {
    let (id, target) = (grant.id, targets.name(grant));
    let to = grant
        .target
        .map_or_else(|| Groups::Gui(grant.gui_group), |target| Groups::Authorisation(Some(target)));
    let kind = if grant.gui_group.is_some() { Icon::Monitor } else { Icon::Network };
    let strip = Strip::icon(kind, &target.get()).href(here.to(Place::Groups(to))).view();
    let name = t(features::name(grant.feature));
    let take = move |_| {
        form.send(move |_| api::groups::revoke(here.customer, group, id), move |()| query.refetch());
    };
    let label = tx(Key::GrantTake, &[("name", name.clone().into())]);
    let button = may.then(|| {
        view! {
            <button type="button" class="button button-small" aria-label=label on:click=take>
                {icon(Icon::Close)}{t(Key::RoleTakeShort)}
            </button>
        }
    });
    view! {
        <li class="grant">
            <span class="grant-text">
                <strong>{name}</strong>
                <small>{features::sentence(grant.feature, target)}</small>
            </span>
            <span class="grant-target">{cord::short(false)}{strip}</span>
            {button}
        </li>
    }
    .into_any()
}
