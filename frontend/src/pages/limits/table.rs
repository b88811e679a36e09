//! One row a limit: with what is used for customers, without for who stands above them.

use cordboard_api::limits::{OwnLimit, Usage, UsageState};
use cordboard_messages::Key;
use cordboard_types::LimitName;
use leptos::prelude::*;

use super::{page::Page, query::Limits, words};
use crate::{
    components::{
        icon::{Icon, icon},
        table::{Column, Row, table},
        time,
    },
    words::{Text, t, tx},
};

const OF_CUSTOMERS: &[Column] = &[
    (Key::LimitColumn, "roomy"),
    (Key::UsageColumn, ""),
    (Key::ColumnStatus, ""),
    (Key::LimitOrigin, "col-mid"),
    (Key::ColumnActions, ""),
];

const ABOVE: &[Column] = &[
    (Key::LimitColumn, "roomy"),
    (Key::LimitValue, "number"),
    (Key::LimitOrigin, "col-mid"),
    (Key::ColumnActions, ""),
];

pub(super) fn view(page: Page, limits: RwSignal<Limits>, names: &'static [LimitName]) -> AnyView {
    let of_customer = page.node.customer().is_some();
    let rows = move || {
        let row = |limits: &Limits, name: &LimitName| match limits.usage(*name) {
            Some(usage) => customers_row(page, usage, limits.own(*name)),
            None => row_above(page, *name, limits.own(*name)),
        };
        limits.with(|limits| names.iter().map(|name| row(limits, name)).collect::<Vec<_>>())
    };
    table(Key::NavLimits, if of_customer { OF_CUSTOMERS } else { ABOVE }, rows, ())
}

fn customers_row(page: Page, usage: &Usage, own: Option<&OwnLimit>) -> Row {
    vec![
        name_cell(usage.name),
        used_cell(usage),
        state_cell(page, usage),
        origin(own, usage.from.as_ref().map(|from| from.name.as_str().into())),
        change(page, usage.name),
    ]
}

fn row_above(page: Page, name: LimitName, own: Option<&OwnLimit>) -> Row {
    let value = own.map_or_else(|| t(Key::LimitNotHere), |own| words::amount(name, own.value));
    vec![name_cell(name), value.into_any(), origin(own, None), change(page, name)]
}

fn name_cell(name: LimitName) -> AnyView {
    let (name, help) = words::of(name);
    view! { <div><strong>{t(name)}</strong><small>{t(help)}</small></div> }.into_any()
}

/// How full it is as a bar, and in numbers.
fn used_cell(usage: &Usage) -> AnyView {
    let Some(said) = words::used(usage) else {
        // What only the devices know is not counted here.
        let Some(limit) = usage.limit else {
            return view! { <span class="muted">{t(Key::NotSet)}</span> }.into_any();
        };
        let limit = words::amount(usage.name, limit);
        return view! { <span>{tx(Key::UsageEntitled, &[("limit", limit.into())])}</span> }.into_any();
    };
    let bar = usage.used.zip(usage.limit).map(|(used, limit)| {
        let class = match usage.state {
            UsageState::Ok => "gauge",
            UsageState::Near => "gauge gauge-near",
            UsageState::Reached => "gauge gauge-reached",
        };
        view! { <progress class=class aria-label=said.clone() max=limit.max(1) value=used.min(limit.max(1))></progress> }
    });
    view! { <div class="gauge-cell"><span class="nowrap">{said}</span>{bar}</div> }.into_any()
}

/// Nothing where only the devices know how much is used.
fn state_cell(page: Page, usage: &Usage) -> AnyView {
    if usage.used.is_none() {
        return ().into_any();
    }
    view! { <div>{words::state(usage)}{what_to_do(page, usage)}</div> }.into_any()
}

/// Where it gets scarce: what helps.
fn what_to_do(page: Page, usage: &Usage) -> Option<AnyView> {
    let advice = match (usage.state, page.may) {
        (UsageState::Ok, _) => return None,
        (_, true) => Key::UsageRaise,
        (_, false) => Key::UsageAsk,
    };
    usage.limit.map(|_| view! { <small>{t(advice)}</small> }.into_any())
}

fn origin(own: Option<&OwnLimit>, from: Option<Text>) -> AnyView {
    let Some(own) = own else {
        return from.map_or_else(
            || view! { <span class="muted">{t(Key::LimitNobody)}</span> }.into_any(),
            |level| tx(Key::EffectiveFrom, &[("level", level.into())]).into_any(),
        );
    };
    let lock = own.locked.then(|| {
        view! { <span class="effective-lock">{icon(Icon::Lock)}<span>{t(Key::EffectiveLocks)}</span></span> }
    });
    let by = own.by.clone();
    view! { <div><span>{t(Key::EffectiveHere)}</span><small>{by}" · "{time::text(own.at)}</small>{lock}</div> }
        .into_any()
}

fn change(page: Page, name: LimitName) -> AnyView {
    if !page.may {
        return ().into_any();
    }
    let label = tx(Key::SettingChangeNamed, &[("name", t(words::of(name).0).into())]);
    let press = move |_| page.editing.set(Some(name));
    view! {
        <button type="button" class="button button-small" aria-label=label on:click=press>{t(Key::SettingChange)}</button>
    }
    .into_any()
}
