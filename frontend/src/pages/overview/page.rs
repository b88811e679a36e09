use cordboard_api::{
    customers::Customer,
    limits::{Usage, UsageState},
};
use cordboard_messages::Key;
use cordboard_types::{Permission, Timestamp};
use leptos::prelude::*;

use super::{
    attention::{Concern, concerns},
    query::{self, Estate},
};
use crate::{
    address::Place,
    components::{
        feedback,
        icon::{Icon, icon},
        lamp::{Light, lamp},
        page::{head, panel},
        time,
    },
    pages::limits,
    query::Query,
    shell::Here,
    words::{Text, t, tx},
};

/// Concerns shown before the rest is counted.
const SHOWN: usize = 12;

pub(crate) fn page(here: Here) -> AnyView {
    let estate = query::estate(here.customer);
    let title = Memo::new(move |_| here.details.data().map(|customer| customer.name.to_string()));
    // A name may take several lines: what stands below it comes with it, or it would jump.
    let body = move || {
        match title.get() {
        None => feedback::page_skeleton(),
        Some(title) => {
            view! { {head(title, None, None)}<div class="stack">{today(here, estate)}{numbers(here, estate)}</div> }
                .into_any()
        }
    }
    };
    body.into_any()
}

fn today(here: Here, estate: Query<Estate>) -> AnyView {
    let tasks = estate.view(feedback::rows_skeleton, move |estate| {
        let waiting = move || here.changes.data().map_or(0, |changes| changes.len());
        let drafts = Memo::new(move |_| u32::try_from(waiting()).unwrap_or(u32::MAX));
        (move || tasks(here, &estate.with(|estate| concerns(estate, drafts.get())))).into_any()
    });
    panel(t(Key::TodayTitle), None, tasks)
}

/// They stand below a list and come after it, or they would jump when it is there.
fn numbers(here: Here, estate: Query<Estate>) -> impl IntoView {
    let ready = Memo::new(move |_| estate.is_here());
    here.details.view(
        || ().into_any(),
        move |customer| {
            (move || ready.get().then(|| customer.with(|customer| counts(here, customer)))).into_any()
        },
    )
}

fn tasks(here: Here, concerns: &[Concern]) -> AnyView {
    if concerns.is_empty() {
        return view! { <p>{lamp(Light::On, t(Key::TodayNothing))}</p> }.into_any();
    }
    let rest = u32::try_from(concerns.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX);
    let shown: Vec<_> = concerns.iter().take(SHOWN).map(|concern| task(here, concern)).collect();
    let more = (rest > 0).then(|| {
        view! { <p><a href=here.to(Place::Devices)>{tx(Key::TodayMore, &[("count", rest.into())])}</a></p> }
    });
    view! { <ul class="tasks">{shown}</ul>{more} }.into_any()
}

fn task(here: Here, concern: &Concern) -> impl IntoView + use<> {
    let (text, why) = texts(concern);
    let word = match concern.light() {
        Light::Trouble => Key::LightTrouble,
        Light::Attention => Key::LightAttention,
        _ => Key::LightUnderWay,
    };
    view! {
        <li class="task">
            {lamp(concern.light(), t(word))}
            <span class="task-text"><span>{text}</span>{why.map(|why| view! { <small>{why}</small> })}</span>
            {solution(here, concern)}
        </li>
    }
}

/// What it is, and more about it.
fn texts(concern: &Concern) -> (Text, Option<Text>) {
    let named = |key, name: &str| tx(key, &[("name", name.into())]);
    let at = |key, time: &Option<Timestamp>| time.map(|at| tx(key, &[("time", time::text(at).into())]));
    match concern {
        Concern::AgentAway { name, since, .. } => {
            (named(Key::TodayAgentAway, name), at(Key::LampLastSeen, since))
        }
        Concern::DeviceFailed { name, reason, .. } | Concern::SiteFailed { name, reason, .. } => {
            (named(Key::TodayFailed, name), reason.clone().map(Text::from))
        }
        Concern::NoAgent { name, .. } => (named(Key::TodayNoAgent, name), Some(t(Key::TodayNoAgentWhy))),
        Concern::NotRegistered { name, .. } => {
            (named(Key::TodayNotRegistered, name), Some(t(Key::TodayNotRegisteredWhy)))
        }
        Concern::Drafts { count } => {
            (tx(Key::TodayDrafts, &[("count", (*count).into())]), Some(t(Key::TodayDraftsWhy)))
        }
        Concern::Armed { name, until, .. } => (named(Key::TodayArmed, name), at(Key::LampUntil, until)),
        Concern::Standing { closed: true, at: until } => (t(Key::TodayClosed), at(Key::TodayErased, until)),
        Concern::Standing { at: since, .. } => (t(Key::TodaySuspended), at(Key::LampSince, since)),
        Concern::Emergency { name, .. } => {
            (named(Key::TodayEmergency, name), Some(t(Key::TodayEmergencyWhy)))
        }
        Concern::Limit { usage } => limit_texts(usage),
        Concern::Pending { name, .. } => (named(Key::TodayPending, name), Some(t(Key::TodayPendingWhy))),
    }
}

/// Which limit, and how it stands.
fn limit_texts(usage: &Usage) -> (Text, Option<Text>) {
    let key = if usage.state == UsageState::Reached { Key::TodayLimitReached } else { Key::TodayLimitNear };
    (tx(key, &[("name", t(limits::words::of(usage.name).0).into())]), limits::words::used(usage))
}

/// What solves it: a page, or what waits to be published.
fn solution(here: Here, concern: &Concern) -> AnyView {
    let (place, action) = match concern {
        Concern::Drafts { .. } => {
            let review = move |_| here.reviewing.set(true);
            return view! {
                <button type="button" class="button button-small" on:click=review>{t(Key::TodayReview)}</button>
            }
            .into_any();
        }
        Concern::NoAgent { site, .. } => (Place::Site(*site), Key::TodayConnect),
        Concern::Emergency { site, .. } => (Place::Site(*site), Key::TodayEnter),
        Concern::Limit { .. } => (Place::Usage, Key::TodayOpenUsage),
        Concern::Standing { .. } if here.may(Permission::CustomersSuspend) => (Place::Manage, Key::NavManage),
        // Their provider decided it: there is nothing to press.
        Concern::Standing { .. } => return ().into_any(),
        Concern::AgentAway { site, .. } | Concern::SiteFailed { site, .. } => {
            (Place::Site(*site), Key::TodayOpenSite)
        }
        Concern::DeviceFailed { device, .. }
        | Concern::NotRegistered { device, .. }
        | Concern::Armed { device, .. }
        | Concern::Pending { device, .. } => (Place::Device(*device), Key::TodayOpenDevice),
    };
    view! { <a class="button button-small" href=here.to(place)>{t(action)}</a> }.into_any()
}

fn counts(here: Here, customer: &Customer) -> AnyView {
    let counts = &customer.counts;
    let confirmed = tx(Key::CountConfirmed, &[("count", counts.confirmed.into())]);
    let card = |place: Place, number: u32, name: Key, note: Option<Text>| {
        view! {
            <a class="count" href=here.to(place)>
                <span class="count-number">{time::number(number)}</span>
                <span class="count-name">{t(name)}</span>
                {note.map(|note| view! { <span class="count-note">{note}</span> })}
            </a>
        }
    };
    view! {
        <div class="counts">
            {card(Place::Users, counts.lines, Key::NavUsers, None)}
            {card(Place::Devices, counts.devices, Key::NavDevices, Some(confirmed))}
            {card(Place::Registrations, counts.registrations, Key::NavRegistrations, None)}
            {card(Place::Sites, counts.sites, Key::NavSites, None)}
            <a class="count" href=here.to(Place::Usage)>
                <span class="count-icon">{icon(Icon::Gauge)}</span>
                <span class="count-name">{t(Key::NavUsage)}</span>
                <span class="count-note">{t(Key::OverviewUsage)}</span>
            </a>
        </div>
    }
    .into_any()
}
