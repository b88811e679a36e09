use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::table;
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
    let (list, users) = table::table(here);
    // An empty list offers the buttons itself.
    let buttons = move || users.data().is_none_or(|list| !list.items.is_empty()).then(|| buttons(here));
    view! { {head(t(Key::NavUsers), None, Some(buttons.into_any()))}{list} }.into_any()
}

pub(super) fn empty(here: Here) -> AnyView {
    feedback::empty(Key::UsersEmpty, Key::UsersEmptyText, buttons(here))
}

fn buttons(here: Here) -> Option<AnyView> {
    here.may(Permission::UsersWrite).then(|| {
        view! {
            <div class="form-actions">
                <a class="button" href=here.to(Place::ImportUsers)>{icon(Icon::Upload)}{t(Key::UsersImport)}</a>
                <a class="button button-primary" href=here.to(Place::NewUser)>{icon(Icon::Plus)}{t(Key::UserNew)}</a>
            </div>
        }
        .into_any()
    })
}
