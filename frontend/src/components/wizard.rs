//! A long form in steps: forth is checked, back keeps what was typed, and one sees how far it is.

use std::sync::Arc;

use cordboard_messages::Key;
use leptos::{ev::SubmitEvent, prelude::*};

use super::button::{PLAIN, PRIMARY, sends};
use crate::{
    form::Form,
    words::{t, tx},
};

/// One step. Its values live in signals of the page, so that going back and forth keeps them.
#[derive(Clone)]
pub(crate) struct Stage {
    pub(crate) name: Key,
    view: Arc<dyn Fn() -> AnyView + Send + Sync>,
    /// Whether one may go on; what is wrong it has said at the form.
    check: Arc<dyn Fn() -> bool + Send + Sync>,
}

impl Stage {
    pub(crate) fn new(
        name: Key,
        view: impl Fn() -> AnyView + Send + Sync + 'static,
        check: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        Self { name, view: Arc::new(view), check: Arc::new(check) }
    }
}

/// `finish` names the last button, `done` sends.
pub(crate) fn wizard(
    form: Form,
    stages: Vec<Stage>,
    finish: Key,
    done: impl Fn() + Copy + 'static,
) -> AnyView {
    wizard_before(form, stages, &[], finish, done)
}

/// The same where more steps follow on another page, which shows them with [`steps`].
pub(crate) fn wizard_before(
    form: Form,
    stages: Vec<Stage>,
    more: &[Key],
    finish: Key,
    done: impl Fn() + Copy + 'static,
) -> AnyView {
    let at = RwSignal::new(0);
    let last = stages.len().saturating_sub(1);
    let names: Vec<_> = stages.iter().map(|stage| stage.name).chain(more.iter().copied()).collect();
    let stages = StoredValue::new(stages);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let here = at.get_untracked();
        if !stages.with_value(|stages| stages.get(here).is_none_or(|stage| (stage.check)())) {
            return;
        }
        form.forget();
        if here < last { at.set(here + 1) } else { done() }
    };
    let body = move || stages.with_value(|stages| stages.get(at.get()).map(|stage| (stage.view)()));
    let forth = move || sends(form, PRIMARY, if at.get() < last { Key::WizardNext } else { finish });
    let back = move || {
        (at.get() > 0).then(|| {
            let step = move |_| {
                form.forget();
                at.update(|at| *at = at.saturating_sub(1));
            };
            view! { <button type="button" class=PLAIN on:click=step>{t(Key::WizardBack)}</button> }
        })
    };
    view! {
        <form class="form wizard" data-guard=form.name() novalidate on:submit=submit>
            {steps(names, at.into())}
            {form.summary()}
            <div class="wizard-body">{body}</div>
            <div class="form-actions">{back}{forth}</div>
        </form>
    }
    .into_any()
}

/// The steps as jacks, plugged as far as it is done.
pub(crate) fn steps(names: Vec<Key>, at: Signal<usize>) -> AnyView {
    let total = u32::try_from(names.len()).unwrap_or(u32::MAX);
    let step = move |place: usize, name: Key| {
        let class = move || match at.get().cmp(&place) {
            std::cmp::Ordering::Greater => "wizard-step wizard-done",
            std::cmp::Ordering::Equal => "wizard-step wizard-now",
            std::cmp::Ordering::Less => "wizard-step",
        };
        view! {
            <li class=class aria-current=move || (at.get() == place).then_some("step")>
                <span class="wizard-number" aria-hidden="true">{place + 1}</span>
                <span>{t(name)}</span>
            </li>
        }
    };
    let steps: Vec<_> = names.into_iter().enumerate().map(|(place, name)| step(place, name)).collect();
    // Past the last one there is none further.
    let now = move || u32::try_from(at.get() + 1).unwrap_or(u32::MAX).min(total);
    let said = move || tx(Key::WizardStep, &[("step", now().into()), ("total", total.into())]);
    view! {
        <p class="visually-hidden" role="status">{said}</p>
        <ol class="wizard-steps">{steps}</ol>
    }
    .into_any()
}
