//! Who one is: the menu at the end of the board.

use cordboard_messages::Key;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    address::{Address, Own},
    api,
    components::{
        icon::{Icon, icon},
        language, looks,
    },
    dom, session,
    words::{t, tx},
};

const ID: &str = "person-menu";

/// The browser's own popover: it closes by itself, and Escape closes it.
pub(super) fn menu() -> impl IntoView {
    let name = session::name();
    let email = session::now().map(|person| person.email.to_string()).unwrap_or_default();
    let label = tx(Key::PersonMenu, &[("name", name.clone().into())]);
    let link = |own: Own, picture: Icon, name: Key| {
        let close = |_| dom::hide_popover(ID);
        view! {
            <li><a href=Address::Own(own).to_string() on:click=close>{icon(picture)}{t(name)}</a></li>
        }
    };
    view! {
        <button type="button" class="board-button board-person" aria-label=label popovertarget=ID>
            {icon(Icon::User)}<span class="menu-name">{name.clone()}</span>
        </button>
        <div class="menu-sheet" id=ID popover="auto">
            <div class="menu-who"><strong>{name}</strong><small>{email}</small></div>
            <ul class="menu-links">
                {link(Own::Profile, Icon::User, Key::NavProfile)}
                {link(Own::Sessions, Icon::Monitor, Key::NavSessions)}
                {link(Own::Tokens, Icon::Key, Key::NavTokens)}
            </ul>
            <div class="menu-looks">{language::select("menu-language")}{looks::theme("menu-theme")}</div>
            <button type="button" class="button" on:click=|_| sign_out()>
                {icon(Icon::LogOut)}{t(Key::SignOut)}
            </button>
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
