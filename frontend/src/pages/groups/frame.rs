//! What the four lists have alike: title, tabs, a word on what this kind is for.

use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use crate::{
    address::{Groups, Place},
    components::{
        dialog::Dialog,
        icon::{Icon, icon},
        page::head,
        tabs,
    },
    shell::Here,
    words::t,
};

/// A kind of groups, as its list introduces it.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    pub(super) groups: Groups,
    /// What such groups are for.
    pub(super) help: Key,
    /// "New …": the button, and the title of what it opens.
    pub(super) new: Key,
}

/// A list under its tab; `form` makes a new group while `open`.
pub(super) fn list(
    here: Here,
    kind: Kind,
    rows: impl IntoView + 'static,
    open: RwSignal<bool>,
    form: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let form = StoredValue::new(form);
    view! {
        {head(Key::NavGroups, None, new_button(here, kind, open))}
        <div class="stack">
            {tabs_of(here, kind.groups)}
            <p class="panel-note">{t(kind.help)}</p>
            {rows}
        </div>
        <Dialog open title=t(kind.new)>{move || form.with_value(|form| form())}</Dialog>
    }
    .into_any()
}

pub(super) fn new_button(here: Here, kind: Kind, open: RwSignal<bool>) -> Option<AnyView> {
    here.may(Permission::GroupsWrite).then(|| {
        view! {
            <button type="button" class="button button-primary" on:click=move |_| open.set(true)>
                {icon(Icon::Plus)}{t(kind.new)}
            </button>
        }
        .into_any()
    })
}

fn tabs_of(here: Here, open: Groups) -> AnyView {
    let tab = |groups: Groups| (here.to(Place::Groups(groups)), name(groups), groups == open);
    tabs::pages(Key::GroupsKinds, Groups::LISTS.map(tab).into())
}

fn name(groups: Groups) -> Key {
    match groups {
        Groups::Authorisation(_) => Key::GroupsAuthorisation,
        Groups::Gui(_) => Key::GroupsGui,
        Groups::Pickup(_) => Key::GroupsPickup,
        Groups::Hunt(_) => Key::GroupsHunt,
    }
}

/// Above the page of one group: back to its list.
pub(super) fn way_back(here: Here, groups: Groups) -> AnyView {
    view! { <a class="way-back" href=here.to(Place::Groups(groups))>{t(name(groups))}</a> }.into_any()
}
