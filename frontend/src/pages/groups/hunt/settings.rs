//! The settings of a hunt group that is there.

use cordboard_api::groups::HuntGroup;
use cordboard_messages::Key;
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::fields::Fields;
use crate::{
    api,
    components::{
        button::{PLAIN, sends},
        merge,
        page::panel,
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::t,
};

/// `version` is shared with the members: who saves one of them goes on with the other.
pub(super) fn section(
    here: Here,
    query: Query<HuntGroup>,
    group: &HuntGroup,
    version: StoredValue<i64>,
) -> AnyView {
    let (id, form, fields) = (group.id, Form::new("hunt"), Fields::of(group));
    let differences = RwSignal::new(Vec::new());
    let toasts = use_context::<Toasts>();
    let send =
        move || match fields.body() {
            Ok(body) => form.send(
                move |_| async move {
                    api::hunt_groups::change(here.customer, id, version.get_value(), body).await
                },
                move |saved: HuntGroup| {
                    version.set_value(saved.version);
                    query.refetch();
                    if let Some(toasts) = toasts {
                        toasts.say(t(Key::GroupSaved));
                    }
                },
            ),
            Err(problems) => form.refuse(problems),
        };
    form.on_stale(move || {
        spawn_local(async move {
            let Ok(theirs) = api::hunt_groups::one(here.customer, id).await else { return };
            version.set_value(theirs.version);
            let found = fields.compared(&theirs);
            form.forget();
            if found.is_empty() {
                send();
            }
            differences.set(found);
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    let body = view! {
        <form class="form" data-guard=form.name() novalidate on:submit=submit>
            {form.summary()}
            {merge::view(differences, send)}
            {fields.controls(form)}
            <div class="form-actions">{sends(form, PLAIN, Key::FormSave)}</div>
        </form>
    };
    panel(Key::UserSettings, None, body)
}
