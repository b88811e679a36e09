//! The board: mark, where one is, whether the page is live, who one is.

use cordboard_messages::Key;
use leptos::{prelude::*, task::spawn_local};

use super::Here;
use crate::{
    address::{Address, Place},
    api,
    components::{
        brand::brand,
        icon::{Icon, icon},
        lamp::{Light, lamp_since},
    },
    prefs::Look,
    session,
    words::{t, tx},
};

pub(super) fn plain() -> AnyView {
    frame(view! { <ol><li>{t(Key::NavCustomers)}</li></ol> }.into_any(), None)
}

pub(super) fn of_customer(here: Here) -> AnyView {
    let crumbs = move || {
        here.details.data().map(|customer| {
            view! {
                <li>{provider(customer.provider_name)}</li>
                <li><a href=here.to(Place::Overview)>{customer.name.to_string()}</a></li>
            }
        })
    };
    let live = move || match here.live.connected() {
        Some(true) => lamp_since(Light::On, t(Key::LiveOn), Some(t(Key::LiveOnWhy))),
        Some(false) => lamp_since(Light::Trouble, t(Key::LiveOff), Some(t(Key::LiveOffWhy))),
        None => ().into_any(),
    };
    frame(
        view! { <ol>{crumbs}</ol> }.into_any(),
        Some(view! { <span role="status">{live}</span> }.into_any()),
    )
}

/// Leads to the list of customers, for those who have more than one.
fn provider(name: String) -> AnyView {
    if session::has_customers() {
        view! { <a href=Address::Customers.to_string()>{name}</a> }.into_any()
    } else {
        name.into_any()
    }
}

fn frame(crumbs: AnyView, lamp: Option<AnyView>) -> AnyView {
    view! {
        <header class="board">
            <a class="brand" href=Address::Home.to_string() aria-label=t(Key::AppName)>{brand()}</a>
            <nav class="crumbs" aria-label=t(Key::NavWhere)>{crumbs}</nav>
            <div class="board-end">{lamp}{person_menu()}</div>
        </header>
    }
    .into_any()
}

fn person_menu() -> impl IntoView {
    let person = session::person();
    let name = person.as_ref().map(|person| person.name.to_string()).unwrap_or_default();
    let label = tx(Key::PersonMenu, &[("name", name.as_str().into())]);
    let email = person.map(|person| person.email.to_string()).unwrap_or_default();
    view! {
        <details class="menu">
            <summary aria-label=label>{icon(Icon::User)}<span class="menu-name">{name.clone()}</span></summary>
            <div class="menu-sheet">
                <div class="menu-who"><strong>{name}</strong><small>{email}</small></div>
                {theme_choice()}
                <button type="button" class="button" on:click=|_| sign_out()>
                    {icon(Icon::LogOut)}{t(Key::SignOut)}
                </button>
            </div>
        </details>
    }
}

fn theme_choice() -> impl IntoView {
    let change = |event| {
        let value = event_target_value(&event);
        Look::Theme.set((!value.is_empty()).then_some(value.as_str()));
    };
    let now = Look::Theme.get().unwrap_or_default();
    let option = |value: &'static str, name: Key| {
        view! { <option value=value selected=now == value>{t(name)}</option> }
    };
    view! {
        <div class="field">
            <label for="theme">{t(Key::ThemeLabel)}</label>
            <select id="theme" class="input" on:change=change>
                {option("", Key::ThemeSystem)} {option("light", Key::ThemeLight)} {option("dark", Key::ThemeDark)}
            </select>
        </div>
    }
}

fn sign_out() {
    spawn_local(async {
        // A server that cannot be reached keeps the session; the next request says so.
        if api::sessions::sign_out().await.is_ok() {
            session::ended();
        }
    });
}
