//! Saved views: a name for what is asked and shown, kept in this browser.

use cordboard_messages::Key;
use leptos::{ev::SubmitEvent, prelude::*};
use serde::{Deserialize, Serialize};

use super::Ask;
use crate::{
    address,
    components::{
        icon::{Icon, icon},
        menu::menu,
    },
    prefs,
    words::{t, tx},
};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Saved {
    name: String,
    /// The query of the address.
    query: String,
    hidden: Vec<String>,
}

fn place(table: &str) -> String {
    format!("views:{table}")
}

fn read(table: &str) -> Vec<Saved> {
    let kept = prefs::kept(&place(table)).unwrap_or_default();
    serde_json::from_str(&kept).unwrap_or_default()
}

fn write(table: &str, views: &[Saved]) {
    // A list of texts is always JSON.
    let text = serde_json::to_string(views).unwrap_or_default();
    prefs::keep(&place(table), Some(&text));
}

pub(super) fn view(table: &'static str, ask: Memo<Ask>, hidden: RwSignal<Vec<String>>) -> AnyView {
    let views = RwSignal::new(read(table));
    let name = RwSignal::new(String::new());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let title = name.get_untracked().trim().to_owned();
        if title.is_empty() {
            return;
        }
        let query = address::with_query("", &ask.get_untracked().query());
        let hidden = hidden.get_untracked();
        views.update(|views| {
            views.retain(|view| view.name != title);
            views.push(Saved { name: title, query, hidden });
            write(table, views);
        });
        name.set(String::new());
    };
    let list = move || {
        let row = |saved: Saved| row(table, views, hidden, saved);
        views.get().into_iter().map(row).collect::<Vec<_>>()
    };
    let sheet = view! {
        <ul class="menu-links">{list}</ul>
        <form class="menu-form" on:submit=save>
            <input class="input" aria-label=t(Key::ViewName) placeholder=t(Key::ViewName) maxlength="40" bind:value=name />
            <button type="submit" class="button button-small">{t(Key::ViewSave)}</button>
        </form>
    };
    let button = view! { {icon(Icon::Bookmark)}{t(Key::TableViews)} };
    menu("button button-small", button.into_any(), sheet.into_any())
}

fn row(
    table: &'static str,
    views: RwSignal<Vec<Saved>>,
    hidden: RwSignal<Vec<String>>,
    saved: Saved,
) -> impl IntoView {
    let name = saved.name.clone();
    let label = tx(Key::ViewForget, &[("name", name.as_str().into())]);
    let forget = {
        let name = name.clone();
        move |_| {
            views.update(|views| {
                views.retain(|view| view.name != name);
                write(table, views);
            });
        }
    };
    let show = move |_| {
        hidden.set(saved.hidden.clone());
        address::adjust(&format!("{}{}", address::path(), saved.query));
    };
    view! {
        <li class="menu-row">
            <button type="button" class="menu-link" on:click=show>{name}</button>
            <button type="button" class="button button-quiet button-small" aria-label=label on:click=forget>
                {icon(Icon::Close)}
            </button>
        </li>
    }
}
