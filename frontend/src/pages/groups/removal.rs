//! Before a group is deleted: what goes with it and what stays.

use std::future::Future;

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address,
    api::Answer,
    components::{
        button::{DANGER, acts, cancels},
        dialog::{Dialog, consequences},
    },
    form::Form,
    words::{Text, tx},
};

/// What is said of it.
#[derive(Clone, Copy)]
pub(super) struct Consequences {
    pub(super) lost: &'static [Key],
    pub(super) kept: &'static [Key],
}

pub(super) fn dialog<Fut>(
    open: RwSignal<bool>,
    name: Text,
    said: Consequences,
    remove: impl Fn() -> Fut + Copy + Send + Sync + 'static,
    list: String,
) -> AnyView
where
    Fut: Future<Output = Answer<()>> + 'static,
{
    let title = tx(Key::GroupDeleteTitle, &[("name", name.into())]);
    let question = move || {
        let form = Form::new("group-end");
        let list = list.clone();
        let act = move |_| {
            let list = list.clone();
            form.send(move |_| remove(), move |()| address::go(&list));
        };
        view! {
            {form.summary()}
            {consequences(said.lost, said.kept)}
            <div class="form-actions">{acts(form, DANGER, Key::GroupDelete, act)}{cancels(open)}</div>
        }
    };
    view! { <Dialog open title>{question.clone()}</Dialog> }.into_any()
}
