//! Giving a group another name.

use std::future::Future;

use cordboard_api::FieldProblem;
use cordboard_messages::Key;
use cordboard_types::Label;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use crate::{
    api::Answer,
    components::{
        button::{PLAIN, sends},
        merge::{self, Difference},
        toast::Toasts,
    },
    form::{Check, Form, TextField},
    words::t,
};

/// A group whose name can be changed.
pub(super) trait Named: Copy + Send + Sync + 'static {
    /// Its present name and version.
    fn read(self) -> impl Future<Output = Answer<(Label, i64)>>;

    /// Saves another name; the new version.
    fn save(self, version: i64, name: Label) -> impl Future<Output = Answer<i64>>;

    /// It has another name now.
    fn saved(self);
}

pub(super) fn form(named: impl Named, name: &Label, version: i64) -> AnyView {
    let form = Form::new("name");
    let (field, version) = (RwSignal::new(name.to_string()), StoredValue::new(version));
    let base = StoredValue::new(name.clone());
    let differences = RwSignal::new(Vec::new());
    let toasts = use_context::<Toasts>();
    let send = move || match checked(&field.get_untracked()) {
        Ok(name) => form.send(
            move |_| async move {
                let saved = named.save(version.get_value(), name.clone()).await?;
                Ok((name, saved))
            },
            move |(name, saved): (Label, i64)| {
                base.set_value(name);
                version.set_value(saved);
                named.saved();
                if let Some(toasts) = toasts {
                    toasts.say(t(Key::GroupSaved));
                }
            },
        ),
        Err(problems) => form.refuse(problems),
    };
    form.on_stale(move || {
        spawn_local(async move {
            let Ok((theirs, now)) = named.read().await else { return };
            version.set_value(now);
            form.forget();
            // Where only its members are others now, there is nothing to choose.
            let renamed = base.with_value(|base| theirs != *base);
            base.set_value(theirs.clone());
            match Difference::of(Key::GroupName, field, theirs.as_str()).filter(|_| renamed) {
                Some(found) => differences.set(vec![found]),
                None => send(),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {merge::view(differences, send)}
            <TextField form pointer="/name" label=Key::GroupName value=field />
            <div class="form-actions">{sends(form, PLAIN, Key::FormSave)}</div>
        </form>
    }
    .into_any()
}

fn checked(name: &str) -> Result<Label, Vec<FieldProblem>> {
    let mut check = Check::default();
    let name = check.required::<Label>("/name", name);
    check.finish(name)
}
