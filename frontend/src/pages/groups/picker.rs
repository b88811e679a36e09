//! Choosing users by words: many at once, also those of different searches.

use cordboard_api::users::User;
use cordboard_messages::Key;
use cordboard_types::{TenantId, UserId};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::{
    api::{self, Listing},
    components::{
        button::{PRIMARY, acts, cancels},
        dialog::Dialog,
        feedback,
        icon::{Icon, icon},
    },
    form::Form,
    query::Query,
    words::{t, tx},
};

/// Milliseconds after the last key before the server is asked.
const PAUSE_MS: u32 = 250;

/// What the dialog works with.
#[derive(Clone, Copy)]
struct Picking {
    chosen: RwSignal<Vec<User>>,
    /// Who is in already.
    taken: Signal<Vec<UserId>>,
}

/// `add` is called with the users; it closes the dialog when they are in.
pub(super) fn dialog(
    customer: TenantId,
    open: RwSignal<bool>,
    taken: Signal<Vec<UserId>>,
    add: impl Fn(Form, Vec<User>) + Copy + Send + Sync + 'static,
) -> AnyView {
    let body = move || {
        let form = Form::new("picker");
        let picking = Picking { chosen: RwSignal::new(Vec::new()), taken };
        let count = move || u32::try_from(picking.chosen.with(Vec::len)).unwrap_or(u32::MAX);
        let act = move |_| {
            let chosen = picking.chosen.get_untracked();
            if !chosen.is_empty() {
                add(form, chosen);
            }
        };
        view! {
            {form.summary()}
            <ul class="chips picker-chosen" aria-label=t(Key::PickerChosen)>{picking.chips()}</ul>
            {search(customer, picking)}
            <p class="field-help" role="status">{move || tx(Key::BulkCount, &[("count", count().into())])}</p>
            <div class="form-actions">{acts(form, PRIMARY, Key::MembersAdd, act)}{cancels(open)}</div>
        }
    };
    view! { <Dialog open title=t(Key::MembersAdd)>{body}</Dialog> }.into_any()
}

fn search(customer: TenantId, picking: Picking) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let waiting = StoredValue::new_local(None::<Timeout>);
    let typed = move |event| {
        let text = event_target_value(&event);
        // Dropping the one before calls it off.
        waiting.set_value(Some(Timeout::new(PAUSE_MS, move || drop(words.try_set(text)))));
    };
    let found = Query::new(&[], move || {
        let words = words.get();
        async move { api::users::found(customer, words.trim()).await }
    });
    view! {
        <div class="multi">
            <label class="search-field">
                {icon(Icon::Search)}
                <span class="visually-hidden">{t(Key::PickerSearch)}</span>
                <input class="input" type="search" autocomplete="off" placeholder=t(Key::PickerSearch) on:input=typed />
            </label>
            <div class="multi-list picker-list" role="group" aria-label=t(Key::NavUsers)>
                {found.view(feedback::rows_skeleton, move |list| picking.list(list))}
            </div>
        </div>
    }
}

impl Picking {
    fn list(self, found: RwSignal<Listing<User>>) -> AnyView {
        let rows = move || {
            found.with(|list| list.items.iter().cloned().map(|user| self.option(user)).collect::<Vec<_>>())
        };
        let note = move || {
            found.with(|list| match (list.items.is_empty(), list.more) {
                (true, _) => Some(Key::PaletteNothing),
                (false, true) => Some(Key::PickerMore),
                (false, false) => None,
            })
        };
        view! { {rows}{move || note().map(|key| view! { <p class="field-help">{t(key)}</p> })} }.into_any()
    }

    fn option(self, user: User) -> impl IntoView {
        let id = user.id;
        let is_in = Memo::new(move |_| self.taken.with(|taken| taken.contains(&id)));
        let checked =
            move || is_in.get() || self.chosen.with(|chosen| chosen.iter().any(|other| other.id == id));
        let name =
            view! { <strong>{user.extension.to_string()}</strong>" "<bdi>{user.name.to_string()}</bdi> };
        let already =
            move || is_in.get().then(|| view! { " "<span class="muted">{t(Key::PickerAlready)}</span> });
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    disabled=move || is_in.get()
                    prop:checked=checked
                    on:change=move |_| self.turn(&user)
                />
                <span>{name}{already}</span>
            </label>
        }
    }

    fn turn(self, user: &User) {
        self.chosen.update(|chosen| {
            let before = chosen.len();
            chosen.retain(|other| other.id != user.id);
            if chosen.len() == before {
                chosen.push(user.clone());
            }
        });
    }

    fn chips(self) -> impl IntoView {
        let chip = move |user: User| {
            let label = tx(Key::ChipRemove, &[("name", user.name.as_str().into())]);
            view! {
                <li class="chip">
                    <bdi>{format!("{} {}", user.extension, user.name)}</bdi>
                    <button type="button" aria-label=label on:click=move |_| self.turn(&user)>{icon(Icon::Close)}</button>
                </li>
            }
        };
        move || self.chosen.get().into_iter().map(chip).collect::<Vec<_>>()
    }
}
