//! The second factor: on or off, and its recovery codes.

use cordboard_api::profile::{Profile, RecoveryCodes};
use cordboard_messages::Key;
use cordboard_types::SignInPassword;
use leptos::{ev::SubmitEvent, prelude::*};

use super::{recovery, setup};
use crate::{
    api,
    components::{
        button::{DANGER, PLAIN, PRIMARY, cancels, opens, sends},
        dialog::Dialog,
        lamp::{Light, lamp, lamp_since},
        page::panel,
        time,
    },
    form::{Check, Form, PasswordField},
    query::Query,
    words::{t, tx},
};

/// Recovery codes at which new ones are advised.
const FEW: u32 = 3;

pub(super) fn section(query: Query<Profile>, profile: RwSignal<Profile>) -> AnyView {
    let [adding, removing, renewing] = [(); 3].map(|()| RwSignal::new(false));
    let on = Memo::new(move |_| profile.with(|profile| profile.second_factor_since.is_some()));
    let state = move || profile.with(state);
    let actions = move || {
        if on.get() {
            view! {
                {opens(renewing, PLAIN, Key::RecoveryRenew)}
                {opens(removing, DANGER, Key::FactorRemove)}
            }
            .into_any()
        } else {
            opens(adding, PRIMARY, Key::FactorAdd)
        }
    };
    let body = view! {
        <p class="panel-note">{t(Key::FactorHelp)}</p>
        {state}
        <div class="form-actions">{actions}</div>
        <Dialog open=adding title=t(Key::FactorAdd)>{move || setup::steps(move || query.refetch(), adding)}</Dialog>
        <Dialog open=removing title=t(Key::FactorRemove)>{move || remove(query, removing)}</Dialog>
        <Dialog open=renewing title=t(Key::RecoveryRenew)>{move || renew(query, renewing)}</Dialog>
    };
    panel(Key::FactorTitle, None, body)
}

fn state(profile: &Profile) -> AnyView {
    let Some(since) = profile.second_factor_since else {
        return view! { <p>{lamp(Light::Attention, Key::FactorOff)}</p> }.into_any();
    };
    let since = tx(Key::LampSince, &[("time", time::text(since).into())]);
    let left = tx(Key::RecoveryLeft, &[("count", profile.recovery_codes.into())]);
    let codes = if profile.recovery_codes <= FEW { Light::Attention } else { Light::On };
    view! { <p>{lamp_since(Light::On, Key::FactorOn, Some(since))}</p><p>{lamp(codes, left)}</p> }.into_any()
}

/// Asks for the password again and does something with it.
pub(super) fn again<T, Fut>(
    name: &'static str,
    class: &'static str,
    label: Key,
    open: RwSignal<bool>,
    ask: impl Fn(SignInPassword) -> Fut + Copy + 'static,
    done: impl Fn(T) + Copy + 'static,
) -> AnyView
where
    T: 'static,
    Fut: Future<Output = api::Answer<T>> + 'static,
{
    let form = Form::new(name);
    let password = RwSignal::new(String::new());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let mut check = Check::default();
        let typed = check.required::<SignInPassword>("/password", &password.get_untracked());
        match check.finish(typed) {
            Ok(typed) => form.send(move |_| ask(typed), done),
            Err(problems) => form.refuse(problems),
        }
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            {form.summary()}
            <PasswordField
                form
                pointer="/password"
                label=Key::PasswordCurrent
                value=password
                help=Key::PasswordAgainHelp
                autocomplete="current-password"
            />
            <div class="form-actions">{sends(form, class, label)}{cancels(open)}</div>
        </form>
    }
    .into_any()
}

fn remove(query: Query<Profile>, open: RwSignal<bool>) -> AnyView {
    let form =
        again("factor-off", DANGER, Key::FactorRemove, open, api::profile::remove_second_factor, move |()| {
            open.set(false);
            query.refetch();
        });
    view! { <p>{t(Key::FactorRemoveText)}</p>{form} }.into_any()
}

fn renew(query: Query<Profile>, open: RwSignal<bool>) -> AnyView {
    let codes = RwSignal::new(None::<RecoveryCodes>);
    let ask = move || {
        let form = again(
            "codes",
            PRIMARY,
            Key::RecoveryRenew,
            open,
            api::profile::renew_recovery_codes,
            move |fresh| {
                codes.set(Some(fresh));
                query.refetch();
            },
        );
        view! { <p>{t(Key::RecoveryRenewText)}</p>{form} }.into_any()
    };
    (move || codes.get().map_or_else(ask, |codes| recovery::shown(codes.codes, open))).into_any()
}
