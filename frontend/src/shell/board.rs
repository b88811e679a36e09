//! The board: mark, where one is, whether the page is live, who one is.

use cordboard_messages::Key;
use leptos::prelude::*;

use super::person;
use crate::{
    address::Address,
    brand,
    components::{
        brand::brand,
        icon::{Icon, icon},
        lamp::{Light, lamp_since},
    },
    live::Live,
    palette,
    words::t,
};

/// `menu` opens the navigation where it has no place beside the page.
pub(super) fn board(crumbs: AnyView, lamp: Option<AnyView>, menu: Option<RwSignal<bool>>) -> AnyView {
    let menu = menu.map(|menu| {
        view! {
            <button
                type="button"
                class="board-button board-menu"
                aria-label=t(Key::NavMenu)
                on:click=move |_| menu.set(true)
            >
                {icon(Icon::Menu)}
            </button>
        }
    });
    view! {
        <header class="board">
            {menu}
            <a class="brand" href=Address::Home.to_string() aria-label=brand::name()>{brand()}</a>
            <nav class="crumbs" aria-label=t(Key::NavWhere)>{crumbs}</nav>
            <div class="board-end">{palette::button()}{lamp}{person::menu()}</div>
        </header>
    }
    .into_any()
}

/// Whether changes arrive by themselves.
pub(super) fn live(live: Live) -> AnyView {
    let lamp = move || match live.connected() {
        Some(true) => lamp_since(Light::On, Key::LiveOn, Some(t(Key::LiveOnWhy))),
        Some(false) => lamp_since(Light::Trouble, Key::LiveOff, Some(t(Key::LiveOffWhy))),
        None => ().into_any(),
    };
    view! { <span class="board-live" role="status">{lamp}</span> }.into_any()
}
