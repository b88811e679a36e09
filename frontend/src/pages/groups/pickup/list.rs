use cordboard_api::{events::Topic, groups::PickupGroup};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::{
    super::frame::{self, Kind},
    new,
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
};

const KIND: Kind =
    Kind { groups: Groups::Pickup(None), help: Key::GroupsPickupHelp, new: Key::PickupGroupNew };

const COLUMNS: &[Column] = &[(Key::GroupName, "roomy"), (Key::MembersTitle, "number")];

pub(in crate::pages::groups) fn page(here: Here) -> AnyView {
    let (pages, open) = (RwSignal::new(1), RwSignal::new(false));
    let query = Query::new(&[Topic::Group, Topic::User], move || {
        api::pickup_groups::page(here.customer, pages.get())
    });
    let rows = query.view(feedback::rows_skeleton, move |list| {
        let some = Memo::new(move |_| list.with(|list| !list.items.is_empty()));
        let rows = move || list.with(|list| list.items.iter().map(|group| row(here, group)).collect());
        let button = move || frame::new_button(here, KIND, open);
        view! {
            <Show
                when=move || some.get()
                fallback=move || feedback::empty(Key::PickupGroupsEmpty, Key::PickupGroupsEmptyText, button())
            >
                {table(Key::GroupsPickup, COLUMNS, rows, more(move || list.with(|list| list.more), pages))}
            </Show>
        }
        .into_any()
    });
    frame::list(here, KIND, rows, open, move || new::form(here, open))
}

fn row(here: Here, group: &PickupGroup) -> Row {
    let href = here.to(Place::Groups(Groups::Pickup(Some(group.id))));
    vec![Strip::number(&group.number, &group.name).href(href).view(), group.members.into_any()]
}
