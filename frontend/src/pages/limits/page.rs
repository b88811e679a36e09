use cordboard_messages::Key;
use cordboard_types::{LimitName, Permission};
use leptos::prelude::*;

use super::{
    form,
    query::{self, Limits},
    table,
    words::{LICENCES, LIMITS},
};
use crate::{
    components::{
        feedback,
        icon::{Icon, icon},
        page::{head, panel},
    },
    query::Query,
    shell::Node,
    words::t,
};

/// What every part of the page needs.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub(super) node: Node,
    pub(super) query: Query<Limits>,
    pub(super) editing: RwSignal<Option<LimitName>>,
    /// Whether the person may set them here.
    pub(super) may: bool,
}

pub(crate) fn page(node: Node) -> AnyView {
    let page = Page {
        node,
        query: query::limits(node, node.may(Permission::SettingsRead)),
        editing: RwSignal::new(None),
        may: node.may(Permission::LimitsWrite),
    };
    let list = page.query.view(feedback::page_skeleton, move |limits| {
        view! {
            <div class="stack">
                {panel(t(Key::LimitsTitle), None, table::view(page, limits, LIMITS))}
                {panel(t(Key::LicencesTitle), None, view! {
                    <p class="panel-note">{t(Key::LicencesHelp)}</p>
                    {table::view(page, limits, LICENCES)}
                })}
            </div>
            {form::dialog(page, limits)}
        }
        .into_any()
    });
    let (title, help) = match node.customer() {
        Some(_) => (Key::NavUsage, Key::UsageHelp),
        None => (Key::NavLimits, Key::LimitsHelp),
    };
    view! {
        {head(title, None, None)}
        <div class="stack">
            <p class="panel-note">{t(help)}</p>
            <p class="promise">{icon(Icon::Shield)}<span>{t(Key::LimitsEmergency)}</span></p>
            {list}
        </div>
    }
    .into_any()
}
