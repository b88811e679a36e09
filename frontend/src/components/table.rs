//! Tables.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::words::t;

/// A column: its heading and the class that says when there is room for it.
pub(crate) type Column = (Key, &'static str);

/// A table with a name; it scrolls sideways rather than squeezing numbers.
pub(crate) fn table(
    name: String,
    columns: &'static [Column],
    rows: impl Fn() -> Vec<AnyView> + Send + 'static,
    more: impl IntoView + 'static,
) -> AnyView {
    let head: Vec<_> =
        columns.iter().map(|(key, class)| view! { <th scope="col" class=*class>{t(*key)}</th> }).collect();
    view! {
        <div class="table-frame">
            <table class="table" aria-label=name>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {more}
        </div>
    }
    .into_any()
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
