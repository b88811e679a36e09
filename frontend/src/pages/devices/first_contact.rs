//! *Provisioning MAC*: the permission for one first contact through the maker's redirect service.

use cordboard_api::devices::{Device, ProvisioningMac, ProvisioningMacChange};
use cordboard_messages::Key;
use cordboard_types::Permission;
use leptos::prelude::*;

use crate::{
    api,
    components::{
        button::{PLAIN, acts},
        copy::copied,
        feedback,
        lamp::{Light, lamp_since},
        page::{facts, panel},
        time::{self, time},
    },
    form::{Choice, Form, SelectField},
    query::Query,
    shell::Here,
    words::{t, tx},
};

/// Lives of a permission one can choose, in minutes.
const MINUTES: [(u32, Key); 4] =
    [(15, Key::Minutes15), (60, Key::Minutes60), (1_440, Key::MinutesDay), (10_080, Key::MinutesWeek)];

/// The word with its lamp.
pub(super) fn lamp_of(device: &Device) -> AnyView {
    let (light, word) = match device.provisioning_mac {
        ProvisioningMac::No => (Light::Unknown, Key::ProvisioningMacNo),
        ProvisioningMac::Once => (Light::UnderWay, Key::ProvisioningMacOnce),
        ProvisioningMac::Done => (Light::On, Key::ProvisioningMacDone),
    };
    let until =
        device.provisioning_mac_until.map(|at| tx(Key::LampUntil, &[("time", time::text(at).into())]));
    lamp_since(light, t(word), until)
}

/// What must be true before the device is switched on.
pub(super) fn preconditions() -> AnyView {
    let keys = [
        Key::RedirectFactory,
        Key::RedirectNoPower,
        Key::RedirectDhcp,
        Key::RedirectInternet,
        Key::RedirectServer,
        Key::RedirectMaker,
    ];
    let items: Vec<_> = keys.iter().map(|key| view! { <li>{t(*key)}</li> }).collect();
    view! {
        <div class="field">
            <p class="field-label">{t(Key::RedirectTitle)}</p>
            <ol class="checklist">{items}</ol>
        </div>
    }
    .into_any()
}

pub(super) fn section(here: Here, query: Query<Device>, device: RwSignal<Device>) -> AnyView {
    let state = Memo::new(move |_| device.with(|device| device.provisioning_mac));
    let known = move || {
        device.with(|device| {
            let mut rows = vec![
                (Key::ColumnMac, device.mac.as_ref().map(|mac| copied(mac.with_colons()))),
                (Key::ColumnProvisioningMac, Some(lamp_of(device))),
            ];
            if let Some(until) = device.provisioning_mac_until {
                rows.push((Key::ProvisioningMacUntil, Some(time(until))));
            }
            facts(rows)
        })
    };
    let redirect = device.with_untracked(|device| device.capabilities.redirect);
    let control = redirect.then(|| {
        let form = Form::new("provisioning-mac");
        let minutes = RwSignal::new("60".to_owned());
        move || control(here, query, device, form, minutes, state.get())
    });
    let notice = (!redirect).then(|| feedback::notice(t(Key::RedirectUnsupported), None));
    let waiting = move || (state.get() == ProvisioningMac::Once).then(preconditions);
    panel(t(Key::FirstContactTitle), None, view! { {known}{notice}{waiting}{control} })
}

fn control(
    here: Here,
    query: Query<Device>,
    device: RwSignal<Device>,
    form: Form,
    minutes: RwSignal<String>,
    state: ProvisioningMac,
) -> Option<AnyView> {
    let set = move |choice: ProvisioningMac| {
        let life = (choice == ProvisioningMac::Once).then(|| minutes.get_untracked().parse().ok()).flatten();
        let body = ProvisioningMacChange { provisioning_mac: choice, minutes: life };
        let id = device.with_untracked(|device| device.id);
        form.send(move |_| api::devices::arm(here.customer, id, body), move |_: Device| query.refetch());
    };
    here.may(Permission::DevicesWrite).then(|| {
        let buttons = if state == ProvisioningMac::Once {
            acts(form, PLAIN, Key::ProvisioningMacDisarm, move |_| set(ProvisioningMac::No))
        } else {
            let again = if state == ProvisioningMac::Done {
                Key::ProvisioningMacAgain
            } else {
                Key::ProvisioningMacArm
            };
            view! {
                <SelectField
                    form
                    pointer="/minutes"
                    label=Key::ProvisioningMacLife
                    value=minutes
                    choices=lives()
                />
                {acts(form, PLAIN, again, move |_| set(ProvisioningMac::Once))}
            }
            .into_any()
        };
        view! { {form.summary()}<div class="form-actions">{buttons}</div> }.into_any()
    })
}

fn lives() -> Vec<Choice> {
    MINUTES.into_iter().map(|(minutes, name)| Choice::new(&minutes, t(name))).collect()
}
