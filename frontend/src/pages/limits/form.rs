//! Setting one limit in a node, for every customer below.

use cordboard_api::{
    FieldProblem,
    limits::{LimitChange, OwnLimit},
};
use cordboard_messages::Key;
use cordboard_types::{Invalid, LimitName};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::{page::Page, query::Limits, words};
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, acts, cancels, sends},
        dialog::{Dialog, about},
        merge::{self, Difference},
        toast::Toasts,
        toggle,
    },
    form::{Check, Form, TextField},
    words::{Text, t},
};

pub(super) fn dialog(page: Page, limits: RwSignal<Limits>) -> AnyView {
    let open = about(page.editing);
    let title =
        Text::new(move || page.editing.get().map(|name| t(words::of(name).0).get()).unwrap_or_default());
    let body = move || {
        let name = page.editing.get_untracked()?;
        let own = limits.with_untracked(|limits| limits.own(name).cloned());
        Some(form(page, name, own.as_ref(), open))
    };
    view! { <Dialog open title>{body()}</Dialog> }.into_any()
}

#[derive(Clone, Copy)]
struct Draft {
    name: LimitName,
    value: RwSignal<String>,
    lock: RwSignal<bool>,
    version: StoredValue<i64>,
}

impl Draft {
    fn of(name: LimitName, own: Option<&OwnLimit>) -> Self {
        Self {
            name,
            value: RwSignal::new(own.map(|own| text(name, own.value)).unwrap_or_default()),
            lock: RwSignal::new(own.is_some_and(|own| own.locked)),
            version: StoredValue::new(own.map_or(0, |own| own.version)),
        }
    }

    fn body(self) -> Result<LimitChange, Vec<FieldProblem>> {
        let value = value_of(self.name, &self.value.get_untracked())?;
        Ok(LimitChange { value, lock: self.lock.get_untracked() })
    }
}

fn text(name: LimitName, value: u64) -> String {
    value.div_ceil(words::unit(name)).to_string()
}

fn value_of(name: LimitName, text: &str) -> Result<u64, Vec<FieldProblem>> {
    let mut check = Check::default();
    let counted = text.trim().parse::<u64>().ok().and_then(|count| count.checked_mul(words::unit(name)));
    if counted.is_none() {
        check.refuse("/value", if text.trim().is_empty() { Invalid::Empty } else { Invalid::Range });
    }
    check.finish(counted)
}

fn form(page: Page, name: LimitName, own: Option<&OwnLimit>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("limit");
    let toasts = use_context::<Toasts>();
    let draft = Draft::of(name, own);
    let differences = RwSignal::new(Vec::new());
    let done = move |()| {
        open.set(false);
        page.query.refetch();
        if let Some(toasts) = toasts {
            toasts.say(Key::SettingSaved);
        }
    };
    let save = move || match draft.body() {
        Ok(body) => {
            form.send(move |_| api::limits::set(page.node.id, name, draft.version.get_value(), body), done);
        }
        Err(problems) => form.refuse(problems),
    };
    form.on_stale(move || spawn_local(compare(page, form, draft, differences, save)));
    let back = own.is_some().then(|| {
        let unset = move |_| {
            form.send(move |_| api::limits::unset(page.node.id, name, draft.version.get_value()), done);
        };
        acts(form, PLAIN, Key::EffectiveBack, unset)
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        save();
    };
    let (label, help) = words::of(name);
    let unit =
        (words::unit(name) > 1).then(|| view! { <span class="field-unit">{t(Key::UnitGigabytes)}</span> });
    view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            <p class="panel-note">{t(help)}</p>
            {form.summary()}
            {merge::view(differences, save)}
            <div class="field-unit-row">
                <TextField form pointer="/value" label value=draft.value inputmode="numeric" class="input-short" help=Key::LimitValueHelp />
                {unit}
            </div>
            {(!page.node.is_customer()).then(|| {
                toggle::toggle("limit-lock", Key::SettingLock, Some(Key::SettingLockHelp), draft.lock)
            })}
            <div class="form-actions">{sends(form, PRIMARY, Key::FormSave)}{back}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

/// What somebody else set, beside one's own.
async fn compare(
    page: Page,
    form: Form,
    draft: Draft,
    differences: RwSignal<Vec<Difference>>,
    save: impl Fn(),
) {
    let Ok(all) = api::limits::own(page.node.id).await else { return };
    let theirs = all.iter().find(|own| own.name == draft.name);
    draft.version.set_value(theirs.map_or(0, |own| own.version));
    let value = theirs.map(|own| text(draft.name, own.value)).unwrap_or_default();
    let found: Vec<_> = Difference::of(words::of(draft.name).0, draft.value, &value).into_iter().collect();
    form.forget();
    if found.is_empty() {
        save();
    }
    differences.set(found);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_number_and_storage_counts_in_gigabytes() {
        assert_eq!(value_of(LimitName::Users, " 25 "), Ok(25));
        assert_eq!(value_of(LimitName::StorageBytes, "2"), Ok(2_000_000_000));
        assert_eq!(text(LimitName::StorageBytes, 2_000_000_000), "2");
        for (typed, code) in [("", "empty"), ("many", "range"), ("-1", "range")] {
            assert_eq!(value_of(LimitName::Users, typed).unwrap_err()[0].code, code, "{typed}");
        }
    }
}
