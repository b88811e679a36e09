//! Suspending a customer, and taking it back.

use cordboard_api::{
    FieldProblem,
    customers::{Customer, Suspension},
};
use cordboard_messages::Key;
use cordboard_types::{CallLock, CustomerState, Note, Permission};
use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    api,
    components::{
        button::{DANGER, PLAIN, PRIMARY, acts, cancels, opens, sends},
        dialog::{Dialog, consequences},
        icon::{Icon, icon},
        toast::Toasts,
    },
    form::{Check, ChoiceCards, Form, TextField},
    shell::Here,
    words::t,
};

const CALLS: &[(&str, Key, Key)] = &[
    ("phones_work", Key::CallsWork, Key::CallsWorkMeans),
    ("internal_only", Key::CallsInternal, Key::CallsInternalMeans),
];

pub(super) fn buttons(here: Here, customer: RwSignal<Customer>) -> Option<AnyView> {
    if !here.may(Permission::CustomersSuspend) {
        return None;
    }
    let [suspending, resuming] = [(); 2].map(|()| RwSignal::new(false));
    let state = Memo::new(move |_| customer.with(|customer| customer.standing.state));
    let buttons = move || match state.get() {
        CustomerState::Active => opens(suspending, DANGER, Key::Suspend),
        CustomerState::Suspended => {
            view! { {opens(resuming, PRIMARY, Key::Resume)}{opens(suspending, PLAIN, Key::SuspendChange)} }
                .into_any()
        }
        CustomerState::Closed => ().into_any(),
    };
    Some(
        view! {
            <div class="form-actions">{buttons}</div>
            <Dialog open=suspending title=t(Key::Suspend)>{move || suspend(here, customer, suspending)}</Dialog>
            <Dialog open=resuming title=t(Key::Resume)>{move || resume(here, resuming)}</Dialog>
        }
        .into_any(),
    )
}

fn suspend(here: Here, customer: RwSignal<Customer>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("suspension");
    let now = customer.with_untracked(|customer| customer.standing.clone());
    let calls = RwSignal::new(now.calls.map(|calls| calls.to_string()).unwrap_or_default());
    let reason = RwSignal::new(now.reason);
    let done = done(here, open);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        match body(&calls.get_untracked(), &reason.get_untracked()) {
            Ok(body) => form.send(move |_| api::customers::suspend(here.customer, body), done),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {consequences(&[Key::SuspendLost], &[Key::SuspendKept])}
            <ChoiceCards form pointer="/calls" label=Key::SuspendCalls value=calls choices=CALLS.to_vec() />
            <p class="promise">{icon(Icon::Shield)}<span>{t(Key::SuspendEmergency)}</span></p>
            <TextField form pointer="/reason" label=Key::StandingReason value=reason help=Key::SuspendReasonHelp optional=true />
            <div class="form-actions">{sends(form, DANGER, Key::Suspend)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

fn body(calls: &str, reason: &str) -> Result<Suspension, Vec<FieldProblem>> {
    let mut check = Check::default();
    let calls = check.chosen::<CallLock>("/calls", calls);
    let reason = check.required::<Note>("/reason", reason);
    check.finish(calls.zip(reason).map(|(calls, reason)| Suspension { calls, reason }))
}

fn resume(here: Here, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("resume");
    let done = done(here, open);
    let act = move |_| form.send(move |_| api::customers::resume(here.customer), done);
    view! {
        {form.summary()}
        {consequences(&[], &[Key::ResumeKept])}
        <div class="form-actions">{acts(form, PRIMARY, Key::Resume, act)}{cancels(open)}</div>
    }
    .into_any()
}

/// It is in force at once, and so the page says.
pub(super) fn done(here: Here, open: RwSignal<bool>) -> impl Fn(Customer) + Copy {
    let toasts = use_context::<Toasts>();
    move |_| {
        open.set(false);
        here.details.refetch();
        if let Some(toasts) = toasts {
            toasts.say(Key::SettingSaved);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_phones_may_do_is_chosen_by_hand() {
        assert_eq!(body("", "").unwrap_err()[0].pointer, "/calls");
        assert_eq!(body("internal_only", " unpaid ").unwrap().reason.as_str(), "unpaid");
    }
}
