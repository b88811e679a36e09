//! A new provider or reseller.

use cordboard_api::nodes::{ChildNode, NewNode, Node};
use cordboard_messages::Key;
use cordboard_types::{Label, NodeId};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    api,
    components::{
        button::{PRIMARY, cancels, sends},
        toast::Toasts,
    },
    form::{Check, Form, TextField},
    query::Query,
    words::t,
};

pub(super) fn form(above: NodeId, list: Query<Vec<ChildNode>>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("node");
    let toasts = use_context::<Toasts>();
    let name = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let label = check.required::<Label>("/name", &name.get_untracked());
        match check.finish(label) {
            Ok(name) => form.send(
                move |key| api::nodes::create(above, key, NewNode { name }),
                move |_: Node| {
                    open.set(false);
                    list.refetch();
                    if let Some(toasts) = toasts {
                        toasts.say(Key::Saved);
                    }
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            <p class="panel-note">{t(Key::NodeNewHelp)}</p>
            {form.summary()}
            <TextField form pointer="/name" label=Key::CustomerName value=name autocomplete="organization" />
            <div class="form-actions">{sends(form, PRIMARY, Key::NodeCreate)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}
