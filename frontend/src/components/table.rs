//! Tables.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::words::{Text, t};

/// A column: its heading and the class that says when there is room for it.
pub(crate) type Column = (Key, &'static str);

/// A row: one cell for each column.
pub(crate) type Row = Vec<AnyView>;

/// A table with a name. On narrow screens the style sheet sets each row as a card, with the headings beside the
/// cells; the roles keep it a table for those who do not see it.
pub(crate) fn table(
    name: impl Into<Text>,
    columns: &'static [Column],
    rows: impl Fn() -> Vec<Row> + Send + 'static,
    more: impl IntoView + 'static,
) -> AnyView {
    let name = name.into();
    let head: Vec<_> = columns
        .iter()
        .map(|(key, class)| view! { <th scope="col" role="columnheader" class=*class>{t(*key)}</th> })
        .collect();
    let body = move || rows().into_iter().map(|cells| row(columns, cells)).collect::<Vec<_>>();
    view! {
        <div class="table-frame">
            <table class="table" role="table" aria-label=name>
                <thead role="rowgroup">
                    <tr role="row">{head}</tr>
                </thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
            {more}
        </div>
    }
    .into_any()
}

fn row(columns: &'static [Column], cells: Row) -> AnyView {
    let cells: Vec<_> = columns
        .iter()
        .zip(cells)
        .map(|((key, class), cell)| view! { <td role="cell" class=*class data-label=t(*key).get()>{cell}</td> })
        .collect();
    view! { <tr role="row">{cells}</tr> }.into_any()
}

/// Fetches the next page while there is one.
pub(crate) fn more(has_more: impl Fn() -> bool + Send + 'static, pages: RwSignal<usize>) -> impl IntoView {
    move || {
        has_more().then(|| {
            view! {
                <div class="table-more">
                    <button type="button" class="button" on:click=move |_| pages.update(|pages| *pages += 1)>
                        {t(Key::TableMore)}
                    </button>
                </div>
            }
        })
    }
}
