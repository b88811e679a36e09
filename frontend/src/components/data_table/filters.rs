//! What rows are filtered by: a menu for each filter, and a chip for each that is in force.

use cordboard_messages::Key;
use cordboard_types::Timestamp;
use leptos::{ev::SubmitEvent, prelude::*};

use super::Ask;
use crate::{
    address,
    components::{
        icon::{Icon, icon},
        menu::menu,
        time,
    },
    dom,
    form::Choice,
    keys,
    words::{Text, t, tx},
};

/// A filter the list declares.
#[derive(Clone)]
pub(crate) struct Filter {
    pub(crate) id: &'static str,
    pub(crate) name: Key,
    pub(crate) values: Values,
}

/// What it can be.
#[derive(Clone, Copy)]
pub(crate) enum Values {
    /// One of some.
    Choices(Signal<Vec<Choice>>),
    /// A text somebody types.
    Typed,
    /// A day; its first millisecond is sent.
    Since,
    /// A day, to its end; the first millisecond after it is sent.
    Until,
    /// What only links give, the id of a thing.
    Linked,
}

impl Values {
    /// A value as it is read; none for one that is not offered.
    fn say(self, value: &str) -> Option<Text> {
        let day =
            |less: i64| value.parse::<i64>().ok().map(|at| time::day(Timestamp(at.saturating_sub(less))));
        match self {
            Self::Choices(choices) => {
                choices.get().into_iter().find(|choice| choice.value == value).map(|choice| choice.label)
            }
            Self::Typed | Self::Linked => Some(value.into()),
            Self::Since => day(0),
            Self::Until => day(1),
        }
    }

    /// What is sent for what was typed.
    fn read(self, typed: &str) -> Option<String> {
        match self {
            Self::Choices(_) | Self::Typed | Self::Linked => Some(typed.trim().to_owned()),
            Self::Since => dom::midnight(typed, 0).map(|at| at.to_string()),
            Self::Until => dom::midnight(typed, 1).map(|at| at.to_string()),
        }
    }
}

fn set(ask: Memo<Ask>, id: &'static str, value: String) {
    address::adjust(&ask.get_untracked().with_filter(id, value).address(None));
}

/// The menu of one filter, where it has one.
pub(super) fn menu_of(filter: &Filter, ask: Memo<Ask>) -> Option<AnyView> {
    let sheet = match filter.values {
        Values::Choices(choices) => options(filter.id, choices, ask),
        Values::Typed => entry(filter, "text", ask),
        Values::Since | Values::Until => entry(filter, "date", ask),
        Values::Linked => return None,
    };
    let button = view! { {icon(Icon::Filter)}{t(filter.name)} };
    Some(menu("button button-small", button.into_any(), sheet))
}

fn options(id: &'static str, choices: Signal<Vec<Choice>>, ask: Memo<Ask>) -> AnyView {
    let option = move |Choice { value, label, .. }: Choice| {
        let own = value.clone();
        let is = Memo::new(move |_| {
            ask.with(|ask| ask.filters.iter().any(|(other, chosen)| *other == id && *chosen == own))
        });
        let take = move |_| set(ask, id, value.clone());
        view! {
            <li>
                <button type="button" class="menu-link" aria-pressed=move || is.get().to_string() on:click=take>{label}</button>
            </li>
        }
    };
    let list = move || choices.get().into_iter().map(option).collect::<Vec<_>>();
    view! { <ul class="menu-links">{list}</ul> }.into_any()
}

/// A field in place of a list; what it holds is in force once it is sent.
fn entry(filter: &Filter, kind: &'static str, ask: Memo<Ask>) -> AnyView {
    let Filter { id, name, values } = filter.clone();
    let typed = RwSignal::new(String::new());
    let take = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(value) = values.read(&typed.get_untracked()) {
            set(ask, id, value);
            typed.set(String::new());
            keys::leave_menu();
        }
    };
    view! {
        <form class="menu-form menu-entry" on:submit=take>
            <input class="input" type=kind aria-label=t(name) autocomplete="off" required=true bind:value=typed />
            <button type="submit" class="button button-small">{t(Key::FilterTake)}</button>
        </form>
    }
    .into_any()
}

/// What is filtered by, each to be taken away.
pub(super) fn chips(filters: Vec<Filter>, ask: Memo<Ask>) -> impl IntoView {
    let some = move || ask.with(|ask| !ask.filters.is_empty());
    let list = move || {
        let chip = |(id, value): (&'static str, String)| {
            let filter = filters.iter().find(|filter| filter.id == id)?;
            let text = t(filter.name).join(": ", filter.values.say(&value)?);
            let away = tx(Key::FilterRemove, &[("name", text.clone().into())]);
            let take = move |_| set(ask, id, String::new());
            Some(view! {
                <li class="chip">
                    <span>{text}</span>
                    <button type="button" aria-label=away on:click=take>{icon(Icon::Close)}</button>
                </li>
            })
        };
        ask.get().filters.into_iter().map(chip).collect::<Vec<_>>()
    };
    let list = StoredValue::new_local(list);
    move || {
        some().then(|| view! { <ul class="chips" aria-label=t(Key::TableFilters)>{list.with_value(|list| list())}</ul> })
    }
}
