//! Forms: values are checked with the server's own parsers, errors stand at the field and in a summary.

mod check;
mod chips;
mod code;
mod fields;
mod file;
mod multi_select;
mod password;

use std::{future::Future, rc::Rc};

use cordboard_api::FieldProblem;
use leptos::{prelude::*, task::spawn_local};

pub(crate) use check::Check;
pub(crate) use chips::ChipsField;
pub(crate) use code::CodeField;
pub(crate) use fields::{Choice, ChoiceCards, SelectField, TextField, note};
pub(crate) use file::FileField;
pub(crate) use multi_select::MultiSelectField;
pub(crate) use password::PasswordField;

use crate::{
    api::Failure,
    components::feedback,
    dom, guard,
    words::{self, Text},
};

/// What a form knows besides its values.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    name: &'static str,
    problems: RwSignal<Vec<FieldProblem>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    /// What happens when somebody else has saved in the meantime, where there is more than to say so.
    stale: StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>,
    /// Renewed after every answer: a request that got none may be repeated without doing it twice.
    key: StoredValue<String>,
}

impl Form {
    /// `name` starts the ids of its fields: unique on the page.
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            problems: RwSignal::new(Vec::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
            stale: StoredValue::new_local(None),
            key: StoredValue::new(dom::random_id()),
        }
    }

    /// Its name: what is typed into it is guarded under it, see [`guard`].
    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    /// The id of a field's control: `user-name` for `/name`.
    pub(crate) fn id(self, pointer: &str) -> String {
        format!("{}{}", self.name, pointer.replace('/', "-"))
    }

    pub(crate) fn error_at(self, pointer: &str) -> Option<Text> {
        self.problems
            .with(|problems| problems.iter().find(|problem| problem.pointer == pointer).map(words::problem))
    }

    /// Why the last request did not work.
    pub(crate) fn failure(self) -> Option<Failure> {
        self.failure.get()
    }

    pub(crate) fn busy(self) -> bool {
        self.busy.get()
    }

    /// Called when somebody else has saved in the meantime.
    pub(crate) fn on_stale(self, act: impl Fn() + 'static) {
        self.stale.set_value(Some(Rc::new(act)));
    }

    /// Says no longer what was wrong.
    pub(crate) fn forget(self) {
        self.problems.set(Vec::new());
        self.failure.set(None);
    }

    /// Shows what is wrong and leaves the focus where it is.
    pub(crate) fn show(self, problems: Vec<FieldProblem>) {
        self.failure.set(None);
        self.problems.set(problems);
    }

    /// Shows what is wrong; nothing was sent.
    pub(crate) fn refuse(self, problems: Vec<FieldProblem>) {
        self.show(problems);
        dom::focus_later(self.id("/summary"));
    }

    /// Sends; `done` gets the answer. A second press while it is under way does nothing.
    pub(crate) fn send<T, Fut>(self, request: impl FnOnce(String) -> Fut, done: impl FnOnce(T) + 'static)
    where
        T: 'static,
        Fut: Future<Output = Result<T, Failure>> + 'static,
    {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.forget();
        let request = request(self.key.get_value());
        spawn_local(async move {
            let answer = request.await;
            let is_here = self.busy.try_set(false).is_none();
            match answer {
                // What was done is done, even where an event has taken the form away before the answer came.
                Ok(answer) => {
                    guard::saved(self.name);
                    self.key.try_update_value(|key| *key = dom::random_id());
                    done(answer);
                }
                Err(failure) if is_here => self.fail(failure),
                Err(_) => {}
            }
        });
    }

    fn fail(self, failure: Failure) {
        if failure != Failure::Offline {
            self.key.set_value(dom::random_id());
        }
        if failure.is_stale()
            && let Some(act) = self.stale.get_value()
        {
            act();
        }
        self.problems.set(failure.fields().to_vec());
        self.failure.set(Some(failure));
        dom::focus_later(self.id("/summary"));
    }

    /// What is wrong, above the fields, with a link to each.
    pub(crate) fn summary(self) -> impl IntoView {
        move || {
            let problems = self.problems.get();
            let failure = self.failure.get();
            (failure.is_some() || !problems.is_empty())
                .then(|| feedback::form_summary(self, &problems, failure.as_ref()))
        }
    }
}
