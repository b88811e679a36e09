//! The rows. A row that stays is not drawn again; a cell is, when its row changed.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::Parts;
use crate::words::{t, tx};

pub(super) fn view<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>) -> impl IntoView {
    let ids =
        move || parts.listing.with(|list| list.items.iter().map(|item| parts.id(item)).collect::<Vec<_>>());
    view! {
        <tbody role="rowgroup">
            <For each=ids key=Clone::clone let(id)>{row(parts, id)}</For>
        </tbody>
    }
}

fn row<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>, id: String) -> impl IntoView {
    let own = id.clone();
    let item = Memo::new(move |_| {
        parts.listing.with(|list| list.items.iter().find(|item| parts.id(item) == own).cloned())
    });
    let mark = id.clone();
    let is_selected =
        Memo::new(move |_| parts.selected.with(|chosen| chosen.iter().any(|row| parts.id(row) == mark)));
    let selects = parts.table.with_value(|table| !table.bulk.is_empty());
    let opens = parts.table.with_value(|table| table.drawer.is_some());
    let cells = move || {
        let Some(item) = item.get() else { return Vec::new() };
        let columns = parts.columns();
        let mut cells: Vec<_> = columns
            .iter()
            .map(|column| {
                let cell = (column.cell)(&item);
                (column.class, column.name, cell)
            })
            .enumerate()
            .map(|(place, (class, name, cell))| {
                let cell = if place == 0 && opens { opener(parts, &id, cell) } else { cell };
                view! { <td role="cell" class=class data-label=t(name).get()>{cell}</td> }.into_any()
            })
            .collect();
        if selects {
            cells.insert(0, select(parts, item, is_selected));
        }
        cells
    };
    view! { <tr role="row" aria-selected=move || is_selected.get().then_some("true")>{cells}</tr> }
}

/// The first cell leads to the row's drawer.
fn opener<T: Clone + PartialEq + Send + Sync + 'static>(parts: Parts<T>, id: &str, cell: AnyView) -> AnyView {
    let id = id.to_owned();
    let href = move || parts.ask.with(|ask| ask.address(Some(id.clone())));
    view! { <a class="plain row-open" href=href data-noscroll="">{cell}</a> }.into_any()
}

fn select<T: Clone + PartialEq + Send + Sync + 'static>(
    parts: Parts<T>,
    item: T,
    is_selected: Memo<bool>,
) -> AnyView {
    let label = tx(Key::TableSelect, &[("name", parts.name(&item).into())]);
    let turn = move |_| {
        let id = parts.id(&item);
        parts.selected.update(|chosen| {
            let before = chosen.len();
            chosen.retain(|row| parts.id(row) != id);
            if chosen.len() == before {
                chosen.push(item.clone());
            }
        });
    };
    view! {
        <td role="cell" class="select-cell">
            <input type="checkbox" aria-label=label prop:checked=move || is_selected.get() on:change=turn />
        </td>
    }
    .into_any()
}
