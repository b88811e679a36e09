use cordboard_api::{events::Topic, groups::HuntGroup};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::{
    super::frame::{self, Kind},
    fields, new,
};
use crate::{
    address::{Groups, Place},
    api,
    components::{
        feedback,
        strip::Strip,
        table::{Column, Row, more, table},
    },
    query::Query,
    shell::Here,
    words::t,
};

const KIND: Kind = Kind { groups: Groups::Hunt(None), help: Key::GroupsHuntHelp, new: Key::HuntGroupNew };

const COLUMNS: &[Column] = &[
    (Key::HuntGroupTitle, "roomy"),
    (Key::HuntGroupStrategy, ""),
    (Key::HuntGroupShown, "breakable col-mid"),
    (Key::MembersTitle, "number"),
];

pub(in crate::pages::groups) fn page(here: Here) -> AnyView {
    let (pages, open) = (RwSignal::new(1), RwSignal::new(false));
    let query =
        Query::new(&[Topic::Group, Topic::User], move || api::hunt_groups::page(here.customer, pages.get()));
    let rows = query.view(feedback::rows_skeleton, move |list| {
        let some = Memo::new(move |_| list.with(|list| !list.items.is_empty()));
        let rows = move || list.with(|list| list.items.iter().map(|group| row(here, group)).collect());
        let button = move || frame::new_button(here, KIND, open);
        view! {
            <Show
                when=move || some.get()
                fallback=move || feedback::empty(Key::HuntGroupsEmpty, Key::HuntGroupsEmptyText, button())
            >
                {table(Key::GroupsHunt, COLUMNS, rows, more(move || list.with(|list| list.more), pages))}
            </Show>
        }
        .into_any()
    });
    frame::list(here, KIND, rows, open, move || new::form(here, open))
}

fn row(here: Here, group: &HuntGroup) -> Row {
    let href = here.to(Place::Groups(Groups::Hunt(Some(group.id))));
    vec![
        Strip::number(&group.extension, &group.title).href(href).view(),
        t(fields::strategy(group.strategy)).into_any(),
        group.shown_name.to_string().into_any(),
        group.members.into_any(),
    ]
}
