//! What every page begins with.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    brand, dom,
    words::{Text, t},
};

/// Title, what is known at a glance, and the actions; also the window's title.
pub(crate) fn head(title: impl Into<Text>, facts: Option<AnyView>, actions: Option<AnyView>) -> AnyView {
    let title = title.into();
    let whole = title.clone().join(" · ", brand::name());
    Effect::new(move |_| dom::set_title(&whole.get()));
    view! {
        <header class="page-head">
            <div class="page-title">
                <h1>{title}</h1>
                {facts.map(|facts| view! { <div class="page-facts">{facts}</div> })}
            </div>
            {actions.map(|actions| view! { <div class="page-actions">{actions}</div> })}
        </header>
    }
    .into_any()
}

/// One part of a page.
pub(crate) fn panel(
    title: impl Into<Text>,
    action: Option<AnyView>,
    body: impl IntoView + 'static,
) -> AnyView {
    let title = title.into();
    view! {
        <section class="panel">
            <div class="panel-head"><h2>{title}</h2>{action}</div>
            {body}
        </section>
    }
    .into_any()
}

/// Names with their values; a value that is not there says so.
pub(crate) fn facts(rows: Vec<(Key, Option<AnyView>)>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(name, value)| {
            let value =
                value.unwrap_or_else(|| view! { <span class="muted">{t(Key::NotSet)}</span> }.into_any());
            view! { <dt>{t(name)}</dt><dd>{value}</dd> }
        })
        .collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}
