//! Every component in every state: the first thing a new engineer opens, and what the screenshot tests walk. It is
//! there in development builds only, so its own words are in no catalogue.

mod flows;
mod forms;
mod lists;
mod signs;

use leptos::prelude::*;

use crate::components::{language, looks};

pub(crate) fn page() -> AnyView {
    view! {
        <main class="main gallery" id="main">
            <h1>"Gallery"</h1>
            <div class="form-grid">
                {language::select("gallery-language")}
                {looks::theme("gallery-theme")}
                {looks::contrast("gallery-contrast")}
                {looks::density("gallery-density")}
            </div>
            {signs::view()}
            {forms::view()}
            {lists::view()}
            {flows::view()}
        </main>
    }
    .into_any()
}

/// One component under its name.
fn piece(name: &'static str, body: impl IntoView + 'static) -> AnyView {
    view! { <section class="piece"><h2>{name}</h2><div class="stack">{body}</div></section> }.into_any()
}
