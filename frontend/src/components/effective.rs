//! A value that may come from above: the cord says from where, by whom, since when, and what it would be without.

use std::sync::Arc;

use cordboard_messages::Key;
use cordboard_types::Timestamp;
use leptos::prelude::*;

use super::{
    cord::short,
    icon::{Icon, icon},
    menu::menu,
    time,
};
use crate::words::{Text, t, tx};

/// Where a value comes from.
#[derive(Clone)]
pub(crate) struct Origin {
    /// Name of the level, `Provider AG`.
    pub(crate) level: Text,
    /// Whether it is the level one looks at.
    pub(crate) here: bool,
    pub(crate) by: Option<Text>,
    pub(crate) since: Option<Timestamp>,
    /// What it would be without.
    pub(crate) without: Option<Text>,
}

/// A value in force.
#[derive(Clone)]
pub(crate) struct Effective {
    pub(crate) name: Text,
    /// None where nothing is set on any level.
    pub(crate) value: Option<Text>,
    pub(crate) origin: Origin,
    /// The level that has locked it.
    pub(crate) locked: Option<Text>,
    /// Whether it is locked here, for the levels below.
    pub(crate) locks: bool,
    /// Takes the own value back, so that the inherited one holds.
    pub(crate) back: Option<Arc<dyn Fn() + Send + Sync>>,
    /// What changes it, where one may.
    pub(crate) change: Option<Arc<dyn Fn() -> AnyView + Send + Sync>>,
}

impl Effective {
    /// A row of [`list`].
    fn row(self) -> impl IntoView {
        let value = match self.value.clone() {
            Some(value) => view! { <span class="effective-value">{value}</span> }.into_any(),
            None => view! { <span class="effective-value muted">{t(Key::NotSet)}</span> }.into_any(),
        };
        let locked = self.locked.clone().map(|level| {
            let why = tx(Key::EffectiveLocked, &[("level", level.into())]);
            view! { <span class="effective-lock">{icon(Icon::Lock)}<span>{why}</span></span> }
        });
        let locks = self.locks.then(|| {
            view! { <span class="effective-lock">{icon(Icon::Lock)}<span>{t(Key::EffectiveLocks)}</span></span> }
        });
        let change = self.change.clone().filter(|_| self.locked.is_none()).map(|change| change());
        view! {
            <dt>{self.name.clone()}</dt>
            <dd class="effective">{value}{cord(&self.origin, self.back.clone())}{locked}{locks}{change}</dd>
        }
    }
}

/// The cord beside the value; pressed, it tells the whole story.
fn cord(origin: &Origin, back: Option<Arc<dyn Fn() + Send + Sync>>) -> AnyView {
    let word = if origin.here {
        t(Key::EffectiveHere)
    } else {
        tx(Key::EffectiveFrom, &[("level", origin.level.clone().into())])
    };
    let button = view! {
        {short(!origin.here)}
        <span>{word}</span>
    };
    let rows = [
        Some((Key::EffectiveLevel, origin.level.clone())),
        origin.by.clone().map(|by| (Key::EffectiveBy, by)),
        origin.since.map(|since| (Key::EffectiveSince, time::text(since))),
        origin.without.clone().map(|without| (Key::EffectiveWithout, without)),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .flatten()
        .map(|(name, value)| view! { <dt>{t(name)}</dt><dd>{value}</dd> })
        .collect();
    let back = back.map(|back| {
        view! {
            <button type="button" class="button button-small" on:click=move |_| back()>
                {icon(Icon::Undo)}{t(Key::EffectiveBack)}
            </button>
        }
    });
    let sheet = view! { <dl class="facts">{rows}</dl>{back} };
    menu("effective-origin", button.into_any(), sheet.into_any())
}

/// Values under each other.
pub(crate) fn list(values: Vec<Effective>) -> AnyView {
    let rows: Vec<_> = values.into_iter().map(Effective::row).collect();
    view! { <dl class="facts effective-list">{rows}</dl> }.into_any()
}
