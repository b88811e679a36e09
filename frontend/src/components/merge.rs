//! Somebody else saved in the meantime: both versions of each field, to choose from.

use std::sync::Arc;

use cordboard_messages::Key;
use cordboard_types::Permissions;
use leptos::prelude::*;

use super::permissions;
use crate::words::{Text, t};

/// A field that differs.
#[derive(Clone)]
pub(crate) struct Difference {
    label: Key,
    yours: Text,
    theirs: Text,
    /// Puts yours or theirs into the form.
    take: Arc<dyn Fn(bool) + Send + Sync>,
}

impl Difference {
    /// None where both say the same.
    pub(crate) fn of(label: Key, field: RwSignal<String>, theirs: &str) -> Option<Self> {
        Self::of_any(label, field, theirs.to_owned(), |text| text.as_str().into())
    }

    /// The same for what is no text; `say` puts it into words.
    pub(crate) fn of_any<T: Clone + PartialEq + Send + Sync + 'static>(
        label: Key,
        field: RwSignal<T>,
        theirs: T,
        say: impl Fn(&T) -> Text,
    ) -> Option<Self> {
        let yours = field.get_untracked();
        (yours != theirs).then(|| {
            let words = (say(&yours), say(&theirs));
            let take = move |own: bool| field.set(if own { yours.clone() } else { theirs.clone() });
            Self { label, yours: words.0, theirs: words.1, take: Arc::new(take) }
        })
    }

    /// None where both allow the same.
    pub(crate) fn of_permissions(
        label: Key,
        field: RwSignal<Permissions>,
        theirs: Permissions,
    ) -> Option<Self> {
        let yours = field.get_untracked();
        (yours != theirs).then(|| Self {
            label,
            yours: permissions::list(yours.without(theirs), theirs.without(yours)),
            theirs: permissions::list(theirs.without(yours), yours.without(theirs)),
            take: Arc::new(move |own| field.set(if own { yours } else { theirs })),
        })
    }
}

/// Asks for each field whose value is to stay; `save` sends what was chosen.
pub(crate) fn view(
    differences: RwSignal<Vec<Difference>>,
    save: impl Fn() + Copy + Send + 'static,
) -> impl IntoView {
    move || {
        let found = differences.get();
        (!found.is_empty()).then(|| {
            let rows: Vec<_> = found.into_iter().enumerate().map(|(row, found)| choice(row, &found)).collect();
            let done = move |_| {
                differences.set(Vec::new());
                save();
            };
            view! {
                <section class="merge" role="alert" aria-label=t(Key::MergeTitle)>
                    <h3>{t(Key::MergeTitle)}</h3>
                    <p>{t(Key::MergeText)}</p>
                    {rows}
                    <div class="form-actions">
                        <button type="button" class="button button-primary" on:click=done>{t(Key::MergeSave)}</button>
                    </div>
                </section>
            }
        })
    }
}

fn choice(row: usize, found: &Difference) -> impl IntoView + use<> {
    let name = format!("merge-{row}");
    let option = |title: Key, value: Text, own: bool| {
        let take = Arc::clone(&found.take);
        view! {
            <label class="choice">
                <input type="radio" name=name.clone() checked=own on:change=move |_| take(own) />
                <strong>{t(title)}</strong>
                <small class="breakable">{value}</small>
            </label>
        }
    };
    let (yours, theirs) = (found.yours.clone(), found.theirs.clone());
    view! {
        <fieldset class="field">
            <legend>{t(found.label)}</legend>
            <div class="merge-pair">
                {option(Key::MergeYours, yours, true)}
                {option(Key::MergeTheirs, theirs, false)}
            </div>
        </fieldset>
    }
}
