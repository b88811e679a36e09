//! Before something large is destroyed: what is lost, what stays, and the name typed by hand.

use cordboard_messages::Key;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    button::cancels,
    dialog::{Dialog, consequences},
};
use crate::{
    form::{Form, TextField},
    words::{Text, t, tx},
};

/// What is asked.
#[derive(Clone, Copy)]
pub(crate) struct Question {
    pub(crate) title: Key,
    pub(crate) lost: &'static [Key],
    pub(crate) kept: &'static [Key],
    /// The word on the button.
    pub(crate) act: Key,
}

/// `name` has to be typed as it is; only then `act` can be pressed.
pub(crate) fn dialog(
    open: RwSignal<bool>,
    question: Question,
    name: Text,
    act: impl Fn(Form) + Copy + Send + Sync + 'static,
) -> AnyView {
    let title = tx(question.title, &[("name", name.clone().into())]);
    let body = move || {
        let form = Form::new("confirm");
        let typed = RwSignal::new(String::new());
        let wanted = name.clone();
        let fits = Memo::new(move |_| typed.with(|typed| typed.trim() == wanted.get().trim()));
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            if fits.get_untracked() {
                act(form);
            }
        };
        view! {
            <form class="form" novalidate on:submit=submit>
                {form.summary()}
                {consequences(question.lost, question.kept)}
                <p>{tx(Key::ConfirmType, &[("name", name.clone().into())])}</p>
                <TextField form pointer="/name" label=Key::ConfirmName value=typed />
                <div class="form-actions">
                    <button type="submit" class="button button-danger" disabled=move || !fits.get()>
                        {t(question.act)}
                    </button>
                    {cancels(open)}
                </div>
            </form>
        }
    };
    view! { <Dialog open title>{body.clone()}</Dialog> }.into_any()
}
