use cordboard_api::{events::Topic, groups::Group};
use cordboard_messages::Key;
use leptos::prelude::*;

use super::{
    super::{
        frame::{self, Kind},
        names,
    },
    new,
};
use crate::{
    address::{Groups, Place},
    api,
    components::{
        feedback,
        icon::Icon,
        strip::Strip,
        table::{Column, Row, more, table},
    },
    query::Query,
    shell::Here,
    words::t,
};

const KIND: Kind =
    Kind { groups: Groups::Authorisation(None), help: Key::GroupsAuthorisationHelp, new: Key::GroupNew };

const COLUMNS: &[Column] = &[
    (Key::GroupName, "roomy"),
    (Key::GroupKind, "col-mid"),
    (Key::MembersTitle, "number"),
    (Key::RoleOrigin, ""),
];

pub(in crate::pages::groups) fn page(here: Here) -> AnyView {
    let (pages, open) = (RwSignal::new(1), RwSignal::new(false));
    let query =
        Query::new(&[Topic::Group, Topic::User], move || api::groups::page(here.customer, pages.get()));
    let rows = query.view(feedback::rows_skeleton, move |list| {
        let rows = move || list.with(|list| list.items.iter().map(|group| row(here, group)).collect());
        table(Key::GroupsAuthorisation, COLUMNS, rows, more(move || list.with(|list| list.more), pages))
    });
    frame::list(here, KIND, rows, open, move || new::form(here, open))
}

fn row(here: Here, group: &Group) -> Row {
    let href = here.to(Place::Groups(Groups::Authorisation(Some(group.id))));
    vec![
        Strip::icon(Icon::Network, &names::group(group).get()).href(href).view(),
        t(names::kind(group.kind)).into_any(),
        group.members.into_any(),
        names::origin(group.standard.is_some()),
    ]
}
