//! Setting the second factor up: the password again, the app's picture, its first code, the recovery codes.

use cordboard_api::profile::{RecoveryCodes, SecondFactorSetup};
use cordboard_messages::Key;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{recovery, second_factor::again};
use crate::{
    api,
    components::{
        button::{PRIMARY, cancels, sends},
        copy::copy_box,
    },
    dom,
    form::{CodeField, Form},
    words::t,
};

/// How far it has come.
#[derive(Clone)]
enum Stage {
    Password,
    Picture(SecondFactorSetup),
    Codes(RecoveryCodes),
}

/// Every step, until `open` is taken back; `changed` is told once the second factor is in force.
pub(crate) fn steps(changed: impl Fn() + Copy + Send + Sync + 'static, open: RwSignal<bool>) -> AnyView {
    let stage = RwSignal::new(Stage::Password);
    (move || match stage.get() {
        Stage::Password => password(stage, open),
        Stage::Picture(setup) => picture(changed, stage, open, &setup),
        Stage::Codes(codes) => recovery::shown(codes.codes, open),
    })
    .into_any()
}

fn password(stage: RwSignal<Stage>, open: RwSignal<bool>) -> AnyView {
    let form =
        again("factor", PRIMARY, Key::FactorNext, open, api::profile::begin_second_factor, move |setup| {
            stage.set(Stage::Picture(setup));
        });
    view! { <p>{t(Key::FactorBefore)}</p>{form} }.into_any()
}

fn picture(
    changed: impl Fn() + Copy + 'static,
    stage: RwSignal<Stage>,
    open: RwSignal<bool>,
    setup: &SecondFactorSetup,
) -> AnyView {
    let form = Form::new("factor-code");
    let code = RwSignal::new(String::new());
    let send = move || {
        let typed = code.get_untracked();
        form.send(
            move |_| api::profile::confirm_second_factor(typed),
            move |codes| {
                stage.set(Stage::Codes(codes));
                changed();
            },
        );
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send();
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <p>{t(Key::FactorScan)}</p>
            <img class="qr" src=dom::svg_address(&setup.picture) alt=t(Key::FactorPicture) width="200" height="200" />
            <details>
                <summary>{t(Key::FactorByHand)}</summary>
                {copy_box(setup.secret.clone(), Key::CopySecret)}
            </details>
            {form.summary()}
            <CodeField form pointer="/code" label=Key::SecondFactorCode value=code complete=send />
            <div class="form-actions">{sends(form, PRIMARY, Key::FactorConfirm)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}
