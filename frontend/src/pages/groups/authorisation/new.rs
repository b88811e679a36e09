use cordboard_api::{
    FieldProblem,
    groups::{Group, NewGroup},
};
use cordboard_messages::Key;
use cordboard_types::{GroupKind, Label};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    address::{self, Groups, Place},
    api,
    components::button::{PRIMARY, cancels, sends},
    form::{Check, ChoiceCards, Form, TextField},
    shell::Here,
};

pub(super) fn form(here: Here, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("group");
    let name = RwSignal::new(String::new());
    let kind = RwSignal::new(GroupKind::User.to_string());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body(&name.get_untracked(), &kind.get_untracked()) {
            Ok(body) => form.send(
                move |key| api::groups::create(here.customer, key, body),
                move |group: Group| {
                    address::go(&here.to(Place::Groups(Groups::Authorisation(Some(group.id)))));
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    let kinds = vec![
        ("user", Key::GroupKindUser, Key::GroupKindUserMeans),
        ("queue", Key::GroupKindQueue, Key::GroupKindQueueMeans),
    ];
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::GroupName value=name help=Key::GroupNameHelp />
            <ChoiceCards form pointer="/kind" label=Key::GroupKind value=kind choices=kinds />
            <div class="form-actions">{sends(form, PRIMARY, Key::GroupCreate)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

fn body(name: &str, kind: &str) -> Result<NewGroup, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    let kind = check.chosen::<GroupKind>("/kind", kind);
    check.finish(name.zip(kind).map(|(name, kind)| NewGroup { name, kind }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_a_name_and_members_of_one_kind() {
        assert_eq!(body(" ", "user").unwrap_err()[0].pointer, "/name");
        assert_eq!(body("Sales", "queue").unwrap().kind, GroupKind::Queue);
    }
}
