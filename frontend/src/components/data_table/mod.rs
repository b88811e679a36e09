//! A list of the server as a table: paged by key, sorted and filtered by what the list declares, its columns
//! chosen and kept, its rows selected over all pages and opened in a drawer. The address holds what is shown.

mod ask;
mod body;
mod bulk;
mod choices;
mod filters;
mod head;
mod tools;
mod views;

use std::{future::Future, sync::Arc};

use cordboard_api::events::Topic;
use cordboard_messages::Key;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

pub(crate) use ask::Ask;
pub(crate) use bulk::Bulk;
pub(crate) use filters::{Filter, Values};

use super::{dialog::Dialog, feedback, table};
use crate::{
    address,
    api::{Answer, Listing},
    query::Query,
    words::{Text, t},
};

/// A column: what stands in it, and what can be done with it.
#[derive(Clone)]
pub(crate) struct Column<T> {
    /// Its name in addresses and in what is kept: stable.
    pub(crate) id: &'static str,
    pub(crate) name: Key,
    pub(crate) class: &'static str,
    /// Whether the list declares that it can be sorted by it.
    pub(crate) sorts: bool,
    /// Whether it goes down by it too.
    descends: bool,
    cell: Arc<dyn Fn(&T) -> AnyView + Send + Sync>,
}

impl<T> Column<T> {
    pub(crate) fn new(
        id: &'static str,
        name: Key,
        class: &'static str,
        cell: impl Fn(&T) -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self { id, name, class, sorts: false, descends: true, cell: Arc::new(cell) }
    }

    pub(crate) fn sorts(mut self) -> Self {
        self.sorts = true;
        self
    }

    /// The list declares one direction only.
    pub(crate) fn sorts_up(mut self) -> Self {
        self.descends = false;
        self.sorts()
    }
}

/// What a table of `T` is; only the first three are needed.
pub(crate) struct DataTable<T: Send + Sync + 'static> {
    /// Its name in this browser's keeping.
    pub(crate) id: &'static str,
    pub(crate) name: Key,
    /// The first one names the row and is always there.
    pub(crate) columns: Vec<Column<T>>,
    /// What tells rows apart.
    pub(crate) row_id: fn(&T) -> String,
    /// What people call a row.
    pub(crate) row_name: fn(&T) -> String,
    /// Whether the list searches by words.
    pub(crate) searches: bool,
    pub(crate) filters: Vec<Filter>,
    pub(crate) bulk: Vec<Bulk<T>>,
    /// Where the rows are had as a file, without the present filter's query.
    pub(crate) export: Option<String>,
    /// What a row opens; it follows the row.
    pub(crate) drawer: Option<Arc<dyn Fn(Signal<T>) -> AnyView + Send + Sync>>,
    /// Nothing there at all; where a filter found nothing that is said instead.
    pub(crate) empty: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

/// What its parts share.
struct Parts<T: Send + Sync + 'static> {
    table: StoredValue<DataTable<T>>,
    listing: RwSignal<Listing<T>>,
    ask: Memo<Ask>,
    hidden: RwSignal<Vec<String>>,
    selected: RwSignal<Vec<T>>,
}

impl<T: Send + Sync + 'static> Clone for Parts<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Parts<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> DataTable<T> {
    /// `fetch` gets the first so many pages of what is asked for.
    pub(crate) fn view<F, Fut>(self, topics: &'static [Topic], fetch: F) -> (AnyView, Query<Listing<T>>)
    where
        F: Fn(Ask, usize) -> Fut + 'static,
        Fut: Future<Output = Answer<Listing<T>>> + 'static,
    {
        let query = use_query_map();
        let known = self.known();
        let ask = Memo::new(move |_| query.with(|query| Ask::read(&known, |name| query.get(name))));
        let pages = RwSignal::new(1);
        Effect::new(move |before: Option<Ask>| {
            let now = ask.get();
            if before.is_some_and(|before| before != now) {
                pages.set(1);
            }
            now
        });
        let rows = Query::new(topics, move || fetch(ask.get(), pages.get()));
        let hidden = RwSignal::new(choices::hidden(self.id));
        let selected = RwSignal::new(Vec::new());
        let open = Memo::new(move |_| query.with(|query| query.get("row")));
        let table = StoredValue::new(self);
        let tools = tools::view(table, ask, hidden);
        let list = rows.view(feedback::rows_skeleton, move |listing| {
            let parts = Parts { table, listing, ask, hidden, selected };
            parts.view(pages, open)
        });
        (view! { <div class="data-table">{tools}{list}</div> }.into_any(), rows)
    }

    fn known(&self) -> ask::Known {
        let sorting = self.columns.iter().filter(|column| column.sorts);
        ask::Known {
            sorts: sorting.map(|column| (column.id, column.descends)).collect(),
            filters: self.filters.iter().map(|filter| filter.id).collect(),
        }
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Parts<T> {
    fn view(self, pages: RwSignal<usize>, open: Memo<Option<String>>) -> AnyView {
        let some = Memo::new(move |_| self.listing.with(|list| !list.items.is_empty()));
        let frame = move || {
            view! {
                <div class="table-frame">
                    <table class="table" role="table" aria-label=self.table.with_value(|table| t(table.name))>
                        {head::view(self)}
                        {body::view(self)}
                    </table>
                    {table::more(move || self.listing.with(|list| list.more), pages)}
                </div>
            }
        };
        view! {
            <Show when=move || some.get() fallback=move || self.nothing()>{frame()}</Show>
            {bulk::bar(self)}
            {self.drawer(open)}
        }
        .into_any()
    }

    fn nothing(self) -> AnyView {
        if self.ask.with(Ask::is_all) {
            let empty = self.table.with_value(|table| (table.empty)());
            view! { <div class="table-empty">{empty}</div> }.into_any()
        } else {
            let clear = view! { <a class="button" href=address::path()>{t(Key::TableClear)}</a> }.into_any();
            feedback::empty(Key::TableNothing, Key::TableNothingText, Some(clear))
        }
    }

    fn id(self, item: &T) -> String {
        self.table.with_value(|table| (table.row_id)(item))
    }

    fn name(self, item: &T) -> String {
        self.table.with_value(|table| (table.row_name)(item))
    }

    /// The columns that are shown, the first one always.
    fn columns(self) -> Vec<Column<T>> {
        let hidden = self.hidden.get();
        self.table.with_value(|table| {
            let shown = |(place, column): &(usize, &Column<T>)| {
                *place == 0 || !hidden.iter().any(|id| id == column.id)
            };
            table.columns.iter().enumerate().filter(shown).map(|(_, column)| column.clone()).collect()
        })
    }

    fn drawer(self, open: Memo<Option<String>>) -> Option<AnyView> {
        let content = self.table.with_value(|table| table.drawer.clone())?;
        let item = Memo::new(move |_| {
            let id = open.get()?;
            self.listing.with(|list| list.items.iter().find(|item| self.id(item) == id).cloned())
        });
        let shown = RwSignal::new(false);
        Effect::new(move |_| {
            let some = item.with(Option::is_some);
            if shown.get_untracked() != some {
                shown.set(some);
            }
        });
        Effect::new(move |before: Option<bool>| {
            let now = shown.get();
            // Closed by hand: the address says so, and a step back does not open it again.
            if before == Some(true) && !now && open.get_untracked().is_some() {
                address::adjust(&self.ask.get_untracked().address(None));
            }
            now
        });
        let title = Text::new(move || item.get().map(|item| self.name(&item)).unwrap_or_default());
        let body = move || {
            item.get_untracked()
                .map(|first| content(Signal::derive(move || item.get().unwrap_or_else(|| first.clone()))))
        };
        Some(view! { <Dialog open=shown title drawer=true>{body()}</Dialog> }.into_any())
    }
}
