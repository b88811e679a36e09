use cordboard_api::groups::{GuiGroup, NewGuiGroup};
use cordboard_messages::Key;
use cordboard_types::Label;
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    address::{self, Groups, Place},
    api,
    components::button::{PRIMARY, cancels, sends},
    form::{Check, Form, TextField},
    shell::Here,
};

pub(super) fn form(here: Here, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("gui-group");
    let name = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let label = check.required::<Label>("/name", &name.get_untracked());
        match check.finish(label.map(|name| NewGuiGroup { name })) {
            Ok(body) => form.send(
                move |key| api::gui_groups::create(here.customer, key, body),
                move |group: GuiGroup| {
                    address::go(&here.to(Place::Groups(Groups::Gui(Some(group.id)))));
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::GroupName value=name help=Key::GuiGroupNameHelp />
            <div class="form-actions">{sends(form, PRIMARY, Key::GroupCreate)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}
