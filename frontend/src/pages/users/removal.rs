//! The end of a user.

use cordboard_api::users::User;
use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::{self, Place},
    api,
    components::{
        button::{DANGER, acts, cancels},
        dialog::{Dialog, consequences},
        feedback,
    },
    form::Form,
    shell::Here,
    words::{Text, tx},
};

pub(super) const LOST: &[Key] = &[Key::UserDeleteLost, Key::UserDeleteCalls];
pub(super) const KEPT: &[Key] = &[Key::UserDeleteKept];

pub(super) fn dialog(here: Here, user: RwSignal<User>, open: RwSignal<bool>) -> AnyView {
    let name = Text::new(move || user.with(|user| user.name.to_string()));
    let title = tx(Key::UserDeleteTitle, &[("name", name.into())]);
    view! { <Dialog open title>{move || question(here, user, open)}</Dialog> }.into_any()
}

fn question(here: Here, user: RwSignal<User>, open: RwSignal<bool>) -> AnyView {
    let devices = user.with_untracked(|user| user.devices);
    if devices > 0 {
        return feedback::notice(tx(Key::UserDeleteDevices, &[("count", devices.into())]), None);
    }
    let form = Form::new("deletion");
    let remove = move |_| {
        let user = user.get_untracked();
        form.send(
            move |_| async move { api::users::remove(here.customer, &user).await },
            move |()| {
                here.saved();
                address::go(&here.to(Place::Users));
            },
        );
    };
    view! {
        {form.summary()}
        {consequences(LOST, KEPT)}
        <div class="form-actions">{acts(form, DANGER, Key::UserDelete, remove)}{cancels(open)}</div>
    }
    .into_any()
}
