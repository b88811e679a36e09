//! The access key: the URL for bringing up a device by hand, and a new key.

use cordboard_api::devices::Device;
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use crate::{
    api,
    components::{
        button::{PLAIN, PRIMARY, acts, cancels, opens},
        copy::copy_box,
        dialog::{Dialog, consequences},
        page::panel,
        toast::Toasts,
    },
    form::Form,
    query::Query,
    shell::Here,
    words::{t, tx},
};

pub(super) fn section(here: Here, query: Query<Device>, device: RwSignal<Device>) -> Option<AnyView> {
    let (may_see, may_renew) = (here.may(Permission::AccessKeyReveal), here.may(Permission::AccessKeyRotate));
    (may_see || may_renew).then(|| {
        let (seeing, renewing) = (RwSignal::new(false), RwSignal::new(false));
        let see = may_see.then(|| {
            opens(seeing, PLAIN, Key::ManualOpen)
        });
        let renew = may_renew.then(|| {
            opens(renewing, PLAIN, Key::KeyNew)
        });
        let body = view! {
            <p class="panel-note">{t(Key::KeyHelp)}</p>
            <div class="form-actions">{see}{renew}</div>
            <Dialog open=seeing title=t(Key::ManualOpen)>{move || manual(here, device)}</Dialog>
            <Dialog open=renewing title=t(Key::KeyNew)>{move || renewal(here, query, device, renewing)}</Dialog>
        };
        panel(t(Key::KeyTitle), None, body)
    })
}

/// The URL, where to type it and how to start the download. Asked for only when pressed: it is
/// audited.
fn manual(here: Here, device: RwSignal<Device>) -> AnyView {
    let form = Form::new("manual");
    let url = RwSignal::new(None::<String>);
    let (id, model) = device.with_untracked(|device| (device.id, device.model_name.clone()));
    let reveal = move |_| {
        form.send(
            move |_| api::devices::access_key(here.customer, id),
            move |key: cordboard_api::devices::AccessKeyUrl| url.set(Some(key.url)),
        );
    };
    let shown = move || match url.get() {
        Some(url) => copy_box(url, Key::ManualCopy),
        None => view! {
            <div class="form-actions">
                {acts(form, PRIMARY, Key::ManualReveal, reveal)}
            </div>
        }
        .into_any(),
    };
    view! {
        <p>{t(Key::ManualHelp)}</p>
        {form.summary()}
        {shown}
        <ol class="checklist">
            <li>{tx(Key::ManualStepOpen, &[("model", model.into())])}</li>
            <li>{t(Key::ManualStepEnter)}</li>
            <li>{t(Key::ManualStepRestart)}</li>
            <li>{t(Key::ManualStepWatch)}</li>
        </ol>
    }
    .into_any()
}

/// Asks before: the old key ends at once, assignments of keys stay, the device must be told
///
fn renewal(here: Here, query: Query<Device>, device: RwSignal<Device>, open: RwSignal<bool>) -> AnyView {
    let form = Form::new("renewal");
    let toasts = use_context::<Toasts>();
    let id = device.with_untracked(|device| device.id);
    let renew = move |_| {
        form.send(
            move |key| api::devices::rotate_access_key(here.customer, id, key),
            move |_: Device| {
                open.set(false);
                query.refetch();
                if let Some(toasts) = toasts {
                    toasts.say(t(Key::KeyRenewed));
                }
            },
        );
    };
    view! {
        {form.summary()}
        {consequences(&[Key::KeyOldEnds, Key::KeyDeviceMustLearn], &[Key::KeyAssignmentsStay, Key::KeySipStays])}
        <div class="form-actions">
            {acts(form, PRIMARY, Key::KeyNew, renew)}
            {cancels(open)}
        </div>
    }
    .into_any()
}
