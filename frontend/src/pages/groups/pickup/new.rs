use cordboard_api::{
    FieldProblem,
    groups::{NewPickupGroup, PickupGroup},
};
use cordboard_messages::Key;
use cordboard_types::{Invalid, Label};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    address::{self, Groups, Place},
    api,
    components::button::{PRIMARY, cancels, sends},
    form::{Check, Form, TextField},
    shell::Here,
};

pub(super) fn form(here: Here, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("pickup-group");
    let [name, number] = [(); 2].map(|()| RwSignal::new(String::new()));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body(&name.get_untracked(), &number.get_untracked()) {
            Ok(body) => form.send(
                move |key| api::pickup_groups::create(here.customer, key, body),
                move |group: PickupGroup| {
                    address::go(&here.to(Place::Groups(Groups::Pickup(Some(group.id)))));
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            <TextField form pointer="/name" label=Key::GroupName value=name help=Key::PickupGroupNameHelp />
            <TextField
                form
                pointer="/number"
                label=Key::PickupGroupNumber
                value=number
                help=Key::PickupGroupNumberHelp
                class="input-short"
                inputmode="numeric"
                optional=true
            />
            <div class="form-actions">{sends(form, PRIMARY, Key::GroupCreate)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

fn body(name: &str, number: &str) -> Result<NewPickupGroup, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    let number = match number.trim() {
        "" => None,
        digits => match digits.parse::<u32>() {
            Ok(number) => Some(number),
            Err(_) => {
                check.refuse("/number", Invalid::Range);
                None
            }
        },
    };
    check.finish(name.map(|name| NewPickupGroup { name, number }))
}

#[cfg(test)]
mod tests {
    use super::*;

    // proves P-065
    #[test]
    fn a_number_may_be_left_out_and_is_digits() {
        assert_eq!(body("Sales", " ").unwrap().number, None);
        assert_eq!(body("Sales", "7").unwrap().number, Some(7));
        assert_eq!(body("Sales", "seven").unwrap_err()[0].pointer, "/number");
    }
}
