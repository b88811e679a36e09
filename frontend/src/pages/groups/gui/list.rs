use cordboard_api::{events::Topic, groups::GuiGroup};
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
        table::{Column, Row, table},
    },
    query::Query,
    shell::Here,
    words::tx,
};

const KIND: Kind = Kind { groups: Groups::Gui(None), help: Key::GroupsGuiHelp, new: Key::GuiGroupNew };

const COLUMNS: &[Column] = &[(Key::GroupName, "roomy"), (Key::ModulesTitle, ""), (Key::RoleOrigin, "")];

pub(in crate::pages::groups) fn page(here: Here) -> AnyView {
    let open = RwSignal::new(false);
    let query = Query::new(&[Topic::Group], move || api::gui_groups::all(here.customer));
    let rows = query.view(feedback::rows_skeleton, move |list| {
        let rows = move || list.with(|list| list.iter().map(|group| row(here, group)).collect());
        table(Key::GroupsGui, COLUMNS, rows, ())
    });
    frame::list(here, KIND, rows, open, move || new::form(here, open))
}

fn row(here: Here, group: &GuiGroup) -> Row {
    let href = here.to(Place::Groups(Groups::Gui(Some(group.id))));
    vec![
        Strip::icon(Icon::Monitor, &names::gui(group).get()).href(href).view(),
        tx(Key::ModulesOn, &[("enabled", group.enabled.into()), ("total", group.total.into())]).into_any(),
        names::origin(group.standard.is_some()),
    ]
}
