//! What a user may do in the end: each right, on whom, and because of which group.

use cordboard_api::{
    groups::Group,
    users::{User, UserPermission},
};
use cordboard_messages::Key;
use cordboard_types::{Feature, GroupId, Modules};
use leptos::prelude::*;

use super::query;
use crate::{
    components::{
        feature, feedback, group,
        page::panel,
        table::{Column, Row, table},
    },
    shell::Here,
    words::{Text, t, tx},
};

const COLUMNS: &[Column] =
    &[(Key::RightMay, "roomy"), (Key::RightOn, "breakable"), (Key::RightBecause, "breakable")];
const PAGES: &[Column] = &[(Key::RightPages, "roomy breakable"), (Key::RightBecause, "breakable")];

pub(super) fn section(here: Here, user: RwSignal<User>) -> AnyView {
    let id = user.with_untracked(|user| user.id);
    let rights = query::permissions(here.customer, id);
    let groups = query::groups(here.customer);
    let list = rights.view(feedback::rows_skeleton, move |rights| {
        (move || {
            let groups = groups.data().unwrap_or_default();
            rights.with(|rights| parts(rights, &groups))
        })
        .into_any()
    });
    view! { <div class="stack"><p class="panel-note">{t(Key::RightsHelp)}</p>{list}</div> }.into_any()
}

fn parts(rights: &[UserPermission], groups: &[Group]) -> AnyView {
    let (pages, phone): (Vec<_>, Vec<_>) =
        rights.iter().cloned().partition(|right| right.feature == Feature::ShowGui);
    view! {
        {part(Key::RightsPhone, Key::RightsPhoneNone, COLUMNS, &phone, |right| telephone(right, groups))}
        {part(Key::RightsPages, Key::RightsPagesNone, PAGES, &pages, |right| web(right, groups))}
    }
    .into_any()
}

fn part(
    title: Key,
    none: Key,
    columns: &'static [Column],
    rights: &[UserPermission],
    row: impl Fn(&UserPermission) -> Vec<Text>,
) -> AnyView {
    let rows: Vec<Vec<Text>> = rights.iter().map(row).collect();
    if rows.is_empty() {
        return panel(title, None, view! { <p class="panel-note">{t(none)}</p> });
    }
    let cells = move || rows.iter().map(|row| strong(row)).collect();
    panel(title, None, table(title, columns, cells, ()))
}

/// The first cell is what the row is about.
fn strong(row: &[Text]) -> Row {
    let cell = |(place, text): (usize, &Text)| {
        let text = text.clone();
        if place == 0 {
            view! { <strong>{text}</strong> }.into_any()
        } else {
            view! { <span>{text}</span> }.into_any()
        }
    };
    row.iter().enumerate().map(cell).collect()
}

fn telephone(right: &UserPermission, groups: &[Group]) -> Vec<Text> {
    let on = name(right.target, &right.target_name, groups);
    vec![t(feature::name(right.feature)), on, name(Some(right.from), &right.from_name, groups)]
}

fn web(right: &UserPermission, groups: &[Group]) -> Vec<Text> {
    let set = group::gui_named(&right.target_name).map_or_else(|| right.target_name.as_str().into(), t);
    let count = tx(Key::RightPagesCount, &[("count", count(right.modules).into())]);
    vec![set.join(" · ", count), name(Some(right.from), &right.from_name, groups)]
}

fn count(modules: Option<Modules>) -> u32 {
    modules.map_or(0, |modules| u32::try_from(modules.iter().count()).unwrap_or(u32::MAX))
}

/// A group as its list calls it; `plain` where it is not there any more.
fn name(id: Option<GroupId>, plain: &str, groups: &[Group]) -> Text {
    let found = groups.iter().find(|group| Some(group.id) == id).and_then(|group| group.standard);
    found.map_or_else(|| plain.into(), |standard| t(group::standard(standard)))
}
