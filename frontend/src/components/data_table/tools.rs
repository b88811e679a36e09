//! Above the rows: words, filters as chips, columns, views, the file.

use cordboard_messages::Key;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{Ask, DataTable, choices, filters, views};
use crate::{
    address,
    components::icon::{Icon, icon},
    words::t,
};

/// Milliseconds after the last key before the server is asked.
const PAUSE_MS: u32 = 250;

pub(super) fn view<T: Send + Sync + 'static>(
    table: StoredValue<DataTable<T>>,
    ask: Memo<Ask>,
    hidden: RwSignal<Vec<String>>,
) -> AnyView {
    let (id, searches) = table.with_value(|table| (table.id, table.searches));
    let declared = table.with_value(|table| table.filters.clone());
    let chips = filters::chips(declared.clone(), ask);
    let export = table.with_value(|table| table.export.clone()).map(|path| {
        let href = move || ask.with(|ask| address::with_query(&path, &ask.asked()));
        view! {
            <a class="button button-small" href=href download="" rel="external">
                {icon(Icon::Download)}{t(Key::TableExport)}
            </a>
        }
    });
    view! {
        <div class="table-tools" role="group" aria-label=t(Key::TableTools)>
            {searches.then(|| words(id, ask))}
            {declared.iter().filter_map(|filter| filters::menu_of(filter, ask)).collect::<Vec<_>>()}
            <span class="table-tools-end">{views::view(id, ask, hidden)}{choices::columns(table, hidden)}{export}</span>
        </div>
        {chips}
    }
    .into_any()
}

fn words(id: &'static str, ask: Memo<Ask>) -> impl IntoView {
    let waiting = StoredValue::new_local(None::<Timeout>);
    let typed = move |event| {
        let words = event_target_value(&event);
        let later = Timeout::new(PAUSE_MS, move || {
            address::adjust(&ask.get_untracked().with_words(words).address(None));
        });
        // Dropping the one before calls it off.
        waiting.set_value(Some(later));
    };
    view! {
        <label class="search-field">
            {icon(Icon::Search)}
            <span class="visually-hidden">{t(Key::TableSearch)}</span>
            <input
                id=format!("{id}-search")
                class="input"
                type="search"
                data-filter=""
                placeholder=t(Key::TableSearch)
                autocomplete="off"
                prop:value=move || ask.with(|ask| ask.words.clone())
                on:input=typed
            />
            <kbd aria-hidden="true">"/"</kbd>
        </label>
    }
}
