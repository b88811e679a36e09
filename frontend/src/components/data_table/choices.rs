//! Which columns are shown, kept in this browser.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::DataTable;
use crate::{
    components::{
        icon::{Icon, icon},
        menu::menu,
    },
    prefs,
    words::t,
};

pub(super) fn hidden(table: &str) -> Vec<String> {
    let kept = prefs::kept(&format!("columns:{table}")).unwrap_or_default();
    kept.split(',').filter(|id| !id.is_empty()).map(ToOwned::to_owned).collect()
}

/// The menu of columns; the first one is always there.
pub(super) fn columns<T: Send + Sync + 'static>(
    table: StoredValue<DataTable<T>>,
    hidden: RwSignal<Vec<String>>,
) -> AnyView {
    let name = table.with_value(|table| table.id);
    let choice = move |id: &'static str, label: Key| {
        let shown = move || hidden.with(|hidden| !hidden.iter().any(|other| other == id));
        let turn = move |_| {
            hidden.update(|hidden| {
                let before = hidden.len();
                hidden.retain(|other| other != id);
                if hidden.len() == before {
                    hidden.push(id.to_owned());
                }
            });
            let list = hidden.with_untracked(|hidden| hidden.join(","));
            prefs::keep(&format!("columns:{name}"), Some(&list));
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=shown on:change=turn />
                <span>{t(label)}</span>
            </label>
        }
    };
    let choices = table.with_value(|table| {
        table.columns.iter().skip(1).map(|column| choice(column.id, column.name)).collect::<Vec<_>>()
    });
    let button = view! { {icon(Icon::Columns)}{t(Key::TableColumns)} };
    menu(
        "button button-small",
        button.into_any(),
        view! { <div class="stack-small">{choices}</div> }.into_any(),
    )
}
