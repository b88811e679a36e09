//! The name of a node and its place in the tree: both can be changed, for a reseller as for a customer.

use cordboard_api::{
    ErrorCode,
    nodes::{Node, NodeChange, NodeRef},
};
use cordboard_messages::Key;
use cordboard_types::{Label, NodeId};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::query;
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, acts, cancels, opens, sends},
        dialog::{Dialog, consequences},
        feedback,
        icon::{Icon, icon},
        merge::{self, Difference},
        page::{self, facts},
        toast::Toasts,
    },
    form::{Check, Form, TextField},
    session,
    words::{Text, t, tx},
};

/// `changed` is told when the name or the place is another.
pub(crate) fn panel(
    node: RwSignal<Node>,
    may: bool,
    changed: impl Fn() + Copy + Send + Sync + 'static,
) -> AnyView {
    let [renaming, moving] = [(); 2].map(|()| RwSignal::new(false));
    let shown = move || {
        node.with(|node| {
            let above: Vec<_> = node.path.iter().rev().skip(1).rev().map(|step| step.name.clone()).collect();
            let below = (!above.is_empty()).then(|| (Key::NodeBelow, Some(above.join(" › ").into_any())));
            let own = (Key::CustomerName, Some(node.name.clone().into_any()));
            facts(std::iter::once(own).chain(below).collect())
        })
    };
    let buttons = may.then(|| {
        // Who sees nothing above it cannot move it: that needs the right up there.
        let moves =
            move || node.with(|node| node.path.len() > 1).then(|| opens(moving, PLAIN, Key::NodeMove));
        view! { <div class="form-actions">{opens(renaming, PLAIN, Key::NodeRename)}{moves}</div> }.into_any()
    });
    let body = view! {
        {shown}
        <Dialog open=renaming title=t(Key::NodeRename)>{move || rename(node, renaming, changed)}</Dialog>
        <Dialog open=moving title=t(Key::NodeMove)>{move || relocate(node, moving, changed)}</Dialog>
    };
    page::panel(t(Key::NodePlace), buttons, body)
}

fn rename(node: RwSignal<Node>, open: RwSignal<bool>, changed: impl Fn() + Copy + Send + 'static) -> AnyView {
    let form = Form::new("rename");
    let (id, version) = node.with_untracked(|node| (node.id, StoredValue::new(node.version)));
    let name = RwSignal::new(node.with_untracked(|node| node.name.clone()));
    let differences = RwSignal::new(Vec::new());
    let save = move || {
        let mut check = Check::default();
        let label = check.required::<Label>("/name", &name.get_untracked());
        match check.finish(label) {
            Ok(name) => form.send(
                move |_| api::nodes::rename(id, version.get_value(), NodeChange { name }),
                move |_: Node| {
                    open.set(false);
                    changed();
                },
            ),
            Err(problems) => form.refuse(problems),
        }
    };
    form.on_stale(move || {
        spawn_local(async move {
            let Ok(theirs) = api::nodes::one(id).await else { return };
            version.set_value(theirs.version);
            form.forget();
            let found = Difference::of(Key::CustomerName, name, &theirs.name);
            if found.is_none() {
                save();
            }
            differences.set(found.into_iter().collect());
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {merge::view(differences, save)}
            <TextField form pointer="/name" label=Key::CustomerName value=name autocomplete="organization" />
            <div class="form-actions">{sends(form, PRIMARY, Key::FormSave)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

/// Walks the tree from the widest node one works in, and moves to where one stands.
fn relocate(node: RwSignal<Node>, open: RwSignal<bool>, changed: impl Fn() + Copy + 'static) -> AnyView {
    let form = Form::new("move");
    let toasts = use_context::<Toasts>();
    let (id, version) = node.with_untracked(|node| (node.id, node.version));
    let Some(home) = session::home_node() else {
        return view! { <p class="panel-note">{t(Key::NodeMoveNowhere)}</p> }.into_any();
    };
    let at = RwSignal::new(home.node);
    let act = move |_| {
        form.send(
            move |_| api::nodes::move_to(id, version, at.get_untracked()),
            move |moved: Node| {
                open.set(false);
                changed();
                if let Some(toasts) = toasts {
                    toasts.say(tx(Key::NodeMoved, &[("name", moved.name.into())]));
                }
            },
        );
    };
    let why = move || {
        let beyond = form.failure().is_some_and(|failure| failure.code() == Some(ErrorCode::WrongPlace));
        beyond.then(|| view! { <p class="panel-note">{t(Key::NodeMoveWrong)}</p> })
    };
    view! {
        {form.summary()}{why}
        <p>{t(Key::NodeMoveHelp)}</p>
        {move || steps(id, at)}
        {consequences(&[Key::NodeMoveLost], &[Key::NodeMoveKept])}
        <div class="form-actions">{acts(form, PRIMARY, Key::NodeMoveHere, act)}{cancels(open)}</div>
    }
    .into_any()
}

/// Where one stands, the way to it, and what lies below.
fn steps(moved: NodeId, at: RwSignal<NodeId>) -> AnyView {
    let (here, below) = (query::node(at.get()), query::below(at.get()));
    let way = here.view(feedback::rows_skeleton, move |here| {
        let steps = move || here.with(|here| here.path.iter().map(|step| way(at, step)).collect::<Vec<_>>());
        view! { <ol class="way" aria-label=t(Key::NodeMoveTo)>{steps}</ol> }.into_any()
    });
    let list = below.view(
        || ().into_any(),
        move |below| {
            let rows = move || {
                let below = below.get();
                let others = below.into_iter().filter(|child| child.id != moved);
                others.map(|child| go(at, child.id, child.name)).collect::<Vec<_>>()
            };
            view! { <ul class="way-below">{rows}</ul> }.into_any()
        },
    );
    view! { <div class="way-picker">{way}{list}</div> }.into_any()
}

fn way(at: RwSignal<NodeId>, step: &NodeRef) -> impl IntoView + use<> {
    let (id, name) = (step.id, step.name.clone());
    let current = (at.get_untracked() == id).then_some("step");
    view! {
        <li><button type="button" class="link" aria-current=current on:click=move |_| at.set(id)>{name}</button></li>
    }
}

fn go(at: RwSignal<NodeId>, id: NodeId, name: String) -> impl IntoView {
    let label: Text = tx(Key::NodeMoveInto, &[("name", name.as_str().into())]);
    view! {
        <li>
            <button type="button" class="button" aria-label=label on:click=move |_| at.set(id)>
                {icon(Icon::Network)}<span class="breakable">{name}</span>
            </button>
        </li>
    }
}
