//! What goes on over several steps: wizard, dialogs, progress.

use cordboard_messages::Key;
use cordboard_types::Label;
use leptos::prelude::*;

use super::{piece, signs::LONG};
use crate::{
    components::{
        button::{DANGER, PLAIN, opens},
        confirm::{self, Question},
        dialog::{Dialog, consequences},
        progress,
        toast::Toasts,
        wizard::{Stage, wizard},
    },
    form::{Check, Form, TextField},
    words::t,
};

pub(super) fn view() -> AnyView {
    view! {
        {piece("Wizard", steps())}
        {piece("Dialog, drawer, confirm by typing", dialogs())}
        {piece("Progress", progress_states())}
    }
    .into_any()
}

fn steps() -> AnyView {
    let form = Form::new("wizard");
    let toasts = use_context::<Toasts>();
    let [name, site] = [(); 2].map(|()| RwSignal::new(String::new()));
    let filled = move |pointer: &'static str, value: RwSignal<String>| {
        let mut check = Check::default();
        let typed = check.required::<Label>(pointer, &value.get_untracked());
        match check.finish(typed) {
            Ok(_) => true,
            Err(problems) => {
                form.refuse(problems);
                false
            }
        }
    };
    let first =
        move || view! { <TextField form pointer="/name" label=Key::CustomerName value=name /> }.into_any();
    let second = move || {
        view! { <TextField form pointer="/site" label=Key::CustomerSite value=site help=Key::CustomerSiteHelp /> }.into_any()
    };
    let last = move || view! { <p>{move || name.get()}" · "{move || site.get()}</p> }.into_any();
    let stages = vec![
        Stage::new(Key::ColumnCustomer, first, move || filled("/name", name)),
        Stage::new(Key::ColumnSite, second, move || filled("/site", site)),
        Stage::new(Key::StepPublished, last, || true),
    ];
    wizard(form, stages, Key::CustomerCreate, move || {
        if let Some(toasts) = toasts {
            toasts.say(Key::Saved);
        }
    })
}

fn dialogs() -> impl IntoView {
    let [plain, drawer, typed] = [(); 3].map(|()| RwSignal::new(false));
    let question = Question {
        title: Key::DeviceDeleteTitle,
        lost: &[Key::DeviceDeleteKey, Key::DeviceDeleteCredentials],
        kept: &[Key::DeviceDeleteLine],
        act: Key::DeviceDelete,
    };
    view! {
        <div class="form-actions">
            {opens(plain, PLAIN, Key::DeviceChange)}
            {opens(drawer, PLAIN, Key::PublishReview)}
            {opens(typed, DANGER, Key::DeviceDelete)}
        </div>
        <Dialog open=plain title=t(Key::DeviceChange)>
            {consequences(&[Key::RotateOldRefused], &[Key::RotateNoPublish])}
        </Dialog>
        <Dialog open=drawer title=t(Key::PublishTitle) drawer=true><p>{t(Key::PublishHelp)}</p></Dialog>
        {confirm::dialog(typed, question, LONG.into(), move |_| typed.set(false))}
    }
}

fn progress_states() -> impl IntoView {
    view! {
        {progress::bar(Signal::derive(|| 42), Signal::derive(|| 240), || ())}
        {progress::bar(Signal::derive(|| 0), Signal::derive(|| 10_000), || ())}
        {progress::followed("/work/of-the-gallery".into(), || ())}
    }
}
