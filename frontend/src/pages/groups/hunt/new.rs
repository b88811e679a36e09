use cordboard_api::groups::HuntGroup;
use cordboard_messages::Key;
use leptos::{ev::SubmitEvent, prelude::*};

use super::fields::Fields;
use crate::{
    address::{self, Groups, Place},
    api,
    components::button::{PRIMARY, cancels, sends},
    form::Form,
    shell::Here,
};

pub(super) fn form(here: Here, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("hunt-group");
    let fields = Fields::empty();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match fields.body() {
            Ok(body) => form.send(
                move |key| api::hunt_groups::create(here.customer, key, body),
                move |group: HuntGroup| {
                    address::go(&here.to(Place::Groups(Groups::Hunt(Some(group.id)))));
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            {fields.controls(form)}
            <div class="form-actions">{sends(form, PRIMARY, Key::GroupCreate)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}
