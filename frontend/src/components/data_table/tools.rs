//! Above the rows: words, filters as chips, columns, views, the file.

use cordboard_messages::Key;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{Ask, DataTable, Filter, choices, views};
use crate::{
    address,
    components::{
        icon::{Icon, icon},
        menu::menu,
    },
    words::{t, tx},
};

/// Milliseconds after the last key before the server is asked.
const PAUSE_MS: u32 = 250;

pub(super) fn view<T: Send + Sync + 'static>(
    table: StoredValue<DataTable<T>>,
    ask: Memo<Ask>,
    hidden: RwSignal<Vec<String>>,
) -> AnyView {
    let (id, searches) = table.with_value(|table| (table.id, table.searches));
    let filters = table.with_value(|table| table.filters.clone());
    let chips = chips(filters.clone(), ask);
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
            {filters.iter().map(|filter| choice(filter, ask)).collect::<Vec<_>>()}
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

/// A menu of one filter's values.
fn choice(filter: &Filter, ask: Memo<Ask>) -> AnyView {
    let (id, choices) = (filter.id, filter.choices);
    let options = move || {
        let option = |value: String, label| {
            let own = value.clone();
            let is = Memo::new(move |_| {
                ask.with(|ask| ask.filters.iter().any(|(other, chosen)| *other == id && *chosen == own))
            });
            let take =
                move |_| address::adjust(&ask.get_untracked().with_filter(id, value.clone()).address(None));
            view! {
                <li>
                    <button type="button" class="menu-link" aria-pressed=move || is.get().to_string() on:click=take>{label}</button>
                </li>
            }
        };
        choices.get().into_iter().map(|choice| option(choice.value, choice.label)).collect::<Vec<_>>()
    };
    let button = view! { {icon(Icon::Filter)}{t(filter.name)} };
    menu("button button-small", button.into_any(), view! { <ul class="menu-links">{options}</ul> }.into_any())
}

/// What is filtered by, each to be taken away.
fn chips(filters: Vec<Filter>, ask: Memo<Ask>) -> impl IntoView {
    let some = move || ask.with(|ask| !ask.filters.is_empty());
    let list = move || {
        let chip = |(id, value): (&'static str, String)| {
            let filter = filters.iter().find(|filter| filter.id == id)?;
            let label = filter.choices.get().into_iter().find(|choice| choice.value == value)?.label;
            let text = t(filter.name).join(": ", label);
            let away = tx(Key::FilterRemove, &[("name", text.clone().into())]);
            let take =
                move |_| address::adjust(&ask.get_untracked().with_filter(id, String::new()).address(None));
            Some(view! {
                <li class="chip">
                    <span>{text}</span>
                    <button type="button" aria-label=away on:click=take>{icon(Icon::Close)}</button>
                </li>
            })
        };
        ask.get().filters.into_iter().map(chip).collect::<Vec<_>>()
    };
    let list = StoredValue::new_local(list);
    move || {
        some().then(|| view! { <ul class="chips" aria-label=t(Key::TableFilters)>{list.with_value(|list| list())}</ul> })
    }
}
