//! The headings: what sorts is pressed, and says how it sorts.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::{Column, Parts};
use crate::{
    address,
    components::icon::{Icon, icon},
    words::t,
};

pub(super) fn view<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>) -> impl IntoView {
    let all = parts.table.with_value(|table| !table.bulk.is_empty()).then(|| select_all(parts));
    let columns =
        move || parts.columns().into_iter().map(|column| heading(parts, &column)).collect::<Vec<_>>();
    view! { <thead role="rowgroup"><tr role="row">{all}{columns}</tr></thead> }
}

fn heading<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>, column: &Column<T>) -> AnyView {
    let (id, name, class, descends) = (column.id, column.name, column.class, column.descends);
    if !column.sorts {
        return view! { <th scope="col" role="columnheader" class=class>{t(name)}</th> }.into_any();
    }
    let sorted = move || {
        parts.ask.with(|ask| ask.sort.as_ref().filter(|sort| sort.column == id).map(|sort| sort.descending))
    };
    let aria = move || match sorted() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let arrow = move || match sorted() {
        None => icon(Icon::ArrowUpDown).into_any(),
        Some(false) => icon(Icon::ArrowUp).into_any(),
        Some(true) => icon(Icon::ArrowDown).into_any(),
    };
    let turn = move |_| address::adjust(&parts.ask.get_untracked().turned(id, descends).address(None));
    view! {
        <th scope="col" role="columnheader" class=class aria-sort=aria>
            <button type="button" class="sort" on:click=turn>{t(name)}{arrow}</button>
        </th>
    }
    .into_any()
}

/// Takes or leaves every row that is loaded; what other filters selected stays.
fn select_all<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>) -> impl IntoView {
    let is_selected = move |item: &T| {
        parts.selected.with(|chosen| chosen.iter().any(|other| parts.id(other) == parts.id(item)))
    };
    let all = Memo::new(move |_| parts.listing.with(|list| list.items.iter().all(is_selected)));
    let turn = move |_| {
        let take = !all.get_untracked();
        let rows = parts.listing.with_untracked(|list| list.items.clone());
        let ids: Vec<_> = rows.iter().map(|row| parts.id(row)).collect();
        parts.selected.update(|chosen| {
            chosen.retain(|row| !ids.contains(&parts.id(row)));
            if take {
                chosen.extend(rows);
            }
        });
    };
    view! {
        <th scope="col" role="columnheader" class="select-cell">
            <input type="checkbox" aria-label=t(Key::TableSelectAll) prop:checked=move || all.get() on:change=turn />
        </th>
    }
}
