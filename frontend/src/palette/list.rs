//! What was found, under headings; the keyboard walks through it as one list.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::{Hit, LIST, State, take};
use crate::{components::icon::icon, words::t};

/// The id of a place in the list.
pub(super) fn id(place: usize) -> String {
    format!("palette-{place}")
}

pub(super) fn view(state: State) -> impl IntoView {
    let options = move || {
        let hits = state.hits.get();
        let mut place = 0;
        hits.chunk_by(|one, next| one.group == next.group)
            .map(|hits| {
                let first = place;
                place += hits.len();
                group(state, first, hits)
            })
            .collect::<Vec<_>>()
    };
    let none = move || {
        let nothing = state.hits.with(Vec::is_empty);
        let word = if state.searching.get() { Key::Loading } else { Key::PaletteNothing };
        nothing.then(|| view! { <p class="palette-none" role="status">{t(word)}</p> })
    };
    view! {
        <div class="palette-list" id=LIST role="listbox" aria-label=t(Key::PaletteTitle) tabindex="-1">{options}</div>
        {none}
    }
}

fn group(state: State, first: usize, hits: &[Hit]) -> impl IntoView + use<> {
    let title = hits.first().map(|hit| t(hit.group));
    let label = title.clone();
    let options: Vec<_> =
        hits.iter().enumerate().map(|(offset, hit)| option(state, first + offset, hit.clone())).collect();
    view! {
        <div role="group" aria-label=label>
            <p class="palette-title" aria-hidden="true">{title}</p>
            {options}
        </div>
    }
}

fn option(state: State, place: usize, hit: Hit) -> impl IntoView {
    let chosen = move || (state.at.get() == place).to_string();
    let (picture, title, more) = (hit.icon, hit.title.clone(), hit.more.clone());
    view! {
        <div
            class="palette-option"
            id=id(place)
            role="option"
            aria-selected=chosen
            on:mousemove=move |_| {
                if state.at.get_untracked() != place {
                    state.at.set(place);
                }
            }
            on:click=move |_| take(state, &hit)
        >
            {icon(picture)}
            <span class="palette-name">{title}</span>
            {more.map(|more| view! { <small>{more}</small> })}
        </div>
    }
}
