//! What is only looked at: buttons, lamps, strips, cords, feedback.

use cordboard_api::{ErrorCode, Problem, changes::StatusWord};
use cordboard_messages::Key;
use cordboard_types::Timestamp;
use leptos::prelude::*;

use super::piece;
use crate::{
    api::Failure,
    components::{
        copy::{copied, copy_box},
        cord, feedback,
        icon::{Icon, icon},
        lamp::{Light, lamp, lamp_since},
        page::{facts, panel},
        strip::Strip,
        tabs,
        time::{day, time},
        toast::Toasts,
    },
    words::t,
};

/// As long as a name may be, from right to left in part.
pub(super) const LONG: &str = "Genossenschaftliche Wohnbauvereinigung ברוכים Sankt-Gallen-Nord";

const PARTS: &[(&str, Key)] =
    &[("state", Key::DeviceTabState), ("files", Key::DeviceTabFiles), ("history", Key::DeviceTabHistory)];

pub(super) fn view() -> AnyView {
    let part = tabs::open(PARTS);
    view! {
        {piece("Buttons", buttons())}
        {piece("Lamps", lamps())}
        {piece("Strips", strips())}
        {piece("Cords", cords())}
        {piece("Tabs", view! { {tabs::tabs(Key::DeviceTabs, PARTS, part)}<p>{move || part.get()}</p> })}
        {piece("Facts, copied values, times", values())}
        {piece("Feedback", feedback())}
        {piece("Toasts", toasts())}
    }
    .into_any()
}

fn buttons() -> impl IntoView {
    view! {
        <div class="form-actions">
            <button type="button" class="button button-primary">{icon(Icon::Plus)}{t(Key::UserNew)}</button>
            <button type="button" class="button">{t(Key::FormSave)}</button>
            <button type="button" class="button button-danger">{t(Key::UserDelete)}</button>
            <button type="button" class="button button-quiet">{t(Key::FormCancel)}</button>
            <button type="button" class="button button-small">{icon(Icon::Refresh)}{t(Key::FailureAgain)}</button>
            <button type="button" class="button button-primary" disabled>{t(Key::FormSave)}</button>
            <button type="button" class="button" aria-disabled="true">{t(Key::FormSave)}</button>
            <button type="button" class="link">{t(Key::TableClear)}</button>
        </div>
    }
}

fn lamps() -> impl IntoView {
    view! {
        <div class="page-facts">
            {lamp_since(Light::On, Key::LiveOn, Some(t(Key::LiveOnWhy)))}
            {lamp(Light::UnderWay, Key::LightUnderWay)}
            {lamp(Light::Attention, Key::LightAttention)}
            {lamp(Light::Trouble, Key::LightTrouble)}
            {lamp(Light::Unknown, Key::AccessNever)}
        </div>
    }
}

fn strips() -> impl IntoView {
    view! {
        <div class="page-facts">
            {Strip::number(&"201", &"Anna Huber").view()}
            {Strip::icon(Icon::Phone, &"Yealink T46U").lamp(lamp(Light::On, Key::StatusConfirmed)).href("/gallery".into()).view()}
            {Strip::icon(Icon::RadioTower, &LONG).lamp(lamp(Light::Trouble, Key::StatusFailed)).view()}
        </div>
    }
}

fn cords() -> impl IntoView {
    let words = [
        StatusWord::Draft,
        StatusWord::Pending,
        StatusWord::Delivered,
        StatusWord::Confirmed,
        StatusWord::Failed,
    ];
    let far = || {
        let strip = |name: &str| Strip::icon(Icon::Phone, &name).view();
        vec![(strip("Desk"), true), (strip("Kitchen"), false), (strip(LONG), true)]
    };
    view! {
        {words.map(cord::steps).into_iter().collect::<Vec<_>>()}
        {cord::patch(Strip::number(&"201", &"Anna Huber").view(), far())}
    }
}

fn values() -> impl IntoView {
    let at = Timestamp(1_795_000_000_000);
    facts(vec![
        (Key::ColumnMac, Some(copied("00:04:13:45:C9:BF"))),
        (Key::ColumnTime, Some(time(at))),
        (Key::ColumnExpires, Some(day(at).into_any())),
        (Key::ColumnUserAgent, None),
        (Key::TokenNew, Some(copy_box("cb_4f9d02b7c8", Key::CopyToken))),
    ])
}

fn feedback() -> impl IntoView {
    let problem = Problem {
        kind: String::new(),
        title: String::new(),
        status: 500,
        code: ErrorCode::Internal,
        parameters: Default::default(),
        errors: Vec::new(),
        request_id: Some("4f9d02b7".into()),
    };
    let action = || {
        view! { <button type="button" class="button button-primary">{t(Key::UserNew)}</button> }.into_any()
    };
    view! {
        {feedback::failed(&Failure::Problem(Box::new(problem)), || ())}
        {feedback::failed(&Failure::Offline, || ())}
        {feedback::notice(t(Key::RedirectUnsupported), None)}
        {feedback::empty_guided(Key::UsersEmpty, Key::UsersEmptyText, Some(action()), Some("/docs"))}
        {panel(Key::NavJournal, None, feedback::rows_skeleton())}
    }
}

fn toasts() -> impl IntoView {
    let toasts = use_context::<Toasts>();
    let say = move |_| {
        if let Some(toasts) = toasts {
            toasts.say(Key::SavedDraft);
        }
    };
    let undo = move |_| {
        if let Some(toasts) = toasts {
            toasts.say_undo(Key::Saved, move || toasts.say(Key::BulkDone));
        }
    };
    view! {
        <div class="form-actions">
            <button type="button" class="button" on:click=say>"Toast"</button>
            <button type="button" class="button" on:click=undo>"Toast with undo"</button>
        </div>
    }
}
