//! What was saved and waits to be published.

use cordboard_api::changes::{Change, ChangeAction, Published, PublishedTarget};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use super::Here;
use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, acts, opens},
        dialog::Dialog,
        lamp::{Light, lamp},
        time::time,
    },
    form::Form,
    words::{error, t, tx},
};

/// The bar at the bottom of every page while something waits; what publishing did stays readable after it.
pub(super) fn bar(here: Here) -> impl IntoView {
    let (reviewing, published) = (here.reviewing, RwSignal::new(false));
    let result = RwSignal::new(None::<Published>);
    let form = Form::new("publish");
    let publish = move || {
        form.send(
            move |key| api::changes::publish(here.customer, key),
            move |done: Published| {
                reviewing.set(false);
                result.set(Some(done));
                published.set(true);
                here.saved();
            },
        );
    };
    let targets = move || result.get().map(|done| done.targets.into_iter().map(target).collect::<Vec<_>>());
    let changes = Memo::new(move |_| here.changes.data().unwrap_or_default());
    let some = Memo::new(move |_| changes.with(|changes| !changes.is_empty()));
    let waiting = move || {
        let count = changes.with(|changes| count(changes));
        lamp(Light::Attention, tx(Key::PublishWaiting, &[("count", count.into())]))
    };
    view! {
        <Show when=move || some.get()>
            <section class="publish-bar" aria-label=t(Key::PublishTitle)>
                {waiting}
                {opens(reviewing, PLAIN, Key::PublishReview)}
                {publish_button(here, form, publish)}
            </section>
        </Show>
        <Dialog open=reviewing title=t(Key::PublishTitle) drawer=true>
            <p class="panel-note">{t(Key::PublishHelp)}</p>
            {form.summary()}
            <ul class="rows">{move || changes.get().into_iter().map(change).collect::<Vec<_>>()}</ul>
            <div class="form-actions">{publish_button(here, form, publish)}</div>
        </Dialog>
        <Dialog open=published title=t(Key::PublishDone) drawer=true>
            <p class="panel-note">{t(Key::PublishDoneHelp)}</p>
            <ul class="rows">{targets}</ul>
        </Dialog>
    }
}

fn count(changes: &[Change]) -> u32 {
    u32::try_from(changes.len()).unwrap_or(u32::MAX)
}

fn publish_button(here: Here, form: Form, publish: impl Fn() + Copy + 'static) -> impl IntoView {
    here.may(Permission::ReleasesPublish).then(|| acts(form, PRIMARY, Key::PublishNow, move |_| publish()))
}

fn change(change: Change) -> impl IntoView {
    let action = match change.action {
        ChangeAction::Created => Key::ChangeCreated,
        ChangeAction::Changed => Key::ChangeChanged,
        ChangeAction::Deleted => Key::ChangeDeleted,
    };
    let resource = match change.resource.as_str() {
        "device" => t(Key::ResourceDevice),
        "user" | "line" => t(Key::ResourceUser),
        "site" => t(Key::ResourceSite),
        "handset" => t(Key::ResourceHandset),
        "setting" => t(Key::ResourceSetting),
        other => other.to_owned(),
    };
    let author = change.author;
    view! {
        <li>
            <span><strong>{change.name}</strong>" · "{resource}</span>
            <span>{t(action)}</span>
            <small>{author}" · "{time(change.at)}</small>
        </li>
    }
}

fn target(target: PublishedTarget) -> impl IntoView {
    let lamp = match (target.error, target.changed) {
        (Some(_), _) => lamp(Light::Trouble, t(Key::PublishedFailed)),
        (None, true) => lamp(Light::UnderWay, t(Key::PublishedNew)),
        (None, false) => lamp(Light::On, t(Key::PublishedSame)),
    };
    let why = target.error.map(|code| view! { <small>{error(code.as_str())}</small> });
    view! { <li><strong>{target.name}</strong>{lamp}{why}</li> }
}
