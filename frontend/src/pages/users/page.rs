use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::{query, table};
use crate::{
    address::Place,
    components::{
        feedback,
        icon::{Icon, icon},
        page::head,
    },
    shell::Here,
    words::t,
};

pub(crate) fn page(here: Here) -> AnyView {
    let pages = RwSignal::new(1);
    let query = query::users(here.customer, pages);
    let list = query.view(feedback::rows_skeleton, move |users| {
        view! {
            <Show
                when=move || !users.with(|list| list.items.is_empty())
                fallback=move || feedback::empty(Key::UsersEmpty, Key::UsersEmptyText, new_button(here))
            >
                {table::table(here, users, pages)}
            </Show>
        }
        .into_any()
    });
    // An empty list offers the button itself.
    let button = move || query.data().is_none_or(|list| !list.items.is_empty()).then(|| new_button(here));
    view! { {head(t(Key::NavUsers), None, Some(button.into_any()))}{list} }.into_any()
}

fn new_button(here: Here) -> Option<AnyView> {
    here.may(Permission::UsersWrite).then(|| {
        view! {
            <a class="button button-primary" href=here.to(Place::NewUser)>{icon(Icon::Plus)}{t(Key::UserNew)}</a>
        }
        .into_any()
    })
}
