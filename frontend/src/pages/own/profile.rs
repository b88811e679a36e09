use cordboard_messages::Key;
use leptos::prelude::*;

use super::{name, password, second_factor};
use crate::{
    api,
    components::{feedback, language, looks, page::panel},
    query::Query,
    words::t,
};

pub(super) fn page() -> AnyView {
    let query = Query::new(&[], api::profile::read);
    query
        .view(feedback::page_skeleton, move |profile| {
            view! {
                <div class="stack">
                    {panel(Key::ProfileAbout, None, name::form(query, profile))}
                    {panel(Key::ProfileLooks, None, looks())}
                    {panel(Key::PasswordTitle, None, password::form(profile))}
                    {second_factor::section(query, profile)}
                </div>
            }
            .into_any()
        })
        .into_any()
}

/// Language is kept with the person, the rest in this browser.
fn looks() -> impl IntoView {
    view! {
        <div class="form-grid">
            {language::select("profile-language")}
            {looks::theme("profile-theme")}
            {looks::contrast("profile-contrast")}
            {looks::density("profile-density")}
        </div>
        <p class="panel-note">{t(Key::ProfileLooksHelp)}</p>
    }
}
