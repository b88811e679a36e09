//! Parts of one thing; the address says which one is open.

use cordboard_messages::Key;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::{address, words::t};

/// The part that is open: one of the values, the first one where the address names none. Reads `?tab=…`.
pub(crate) fn open(parts: &'static [(&'static str, Key)]) -> Memo<&'static str> {
    let address = use_query_map();
    Memo::new(move |_| {
        let named = address.with(|query| query.get("tab")).unwrap_or_default();
        let known = parts.iter().map(|(value, _)| *value);
        known.clone().find(|value| *value == named).or_else(|| known.clone().next()).unwrap_or_default()
    })
}

pub(crate) fn tabs(label: Key, parts: &'static [(&'static str, Key)], open: Memo<&'static str>) -> AnyView {
    let links: Vec<_> = parts
        .iter()
        .enumerate()
        .map(|(place, (value, name))| {
            let query = if place == 0 { String::new() } else { (*value).to_owned() };
            let href = address::with_query(&address::path(), &[("tab", query)]);
            link(href, *name, move || open.get() == *value)
        })
        .collect();
    bar(label, links)
}

/// Parts that are pages of their own: address, name, and whether it is the one that is open.
pub(crate) fn pages(label: Key, pages: Vec<(String, Key, bool)>) -> AnyView {
    bar(label, pages.into_iter().map(|(href, name, open)| link(href, name, move || open)).collect())
}

fn link(href: String, name: Key, open: impl Fn() -> bool + Send + 'static) -> AnyView {
    let current = move || open().then_some("page");
    view! { <a class="tab" href=href data-noscroll="" aria-current=current>{t(name)}</a> }.into_any()
}

fn bar(label: Key, links: Vec<AnyView>) -> AnyView {
    view! { <nav class="tabs" aria-label=t(label)>{links}</nav> }.into_any()
}
