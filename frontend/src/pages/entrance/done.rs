//! What a card says when its work is done, and the ways out of it.

use cordboard_messages::Key;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    address::Address,
    api,
    components::lamp::{Light, lamp},
    session,
    words::t,
};

/// It is done; the next thing is to sign in.
pub(super) fn done(title: Key, text: Key) -> AnyView {
    view! {
        <div class="entrance-card" role="status">
            <h1>{t(title)}</h1>
            <p>{lamp(Light::On, text)}</p>
            {to_sign_in()}
        </div>
    }
    .into_any()
}

pub(super) fn to_sign_in() -> AnyView {
    view! { <p><a href=Address::Home.to_string()>{t(Key::EntranceToSignIn)}</a></p> }.into_any()
}

/// Gives up what was begun, so that somebody else can sign in.
pub(super) fn other_person() -> AnyView {
    let leave = |_| {
        spawn_local(async {
            if api::sessions::sign_out().await.is_ok() {
                session::ended();
            }
        });
    };
    view! { <button type="button" class="link" on:click=leave>{t(Key::EntranceOther)}</button> }.into_any()
}

/// Asks who is signed in and what is due of them now.
pub(super) fn go_on() {
    spawn_local(async {
        match api::sessions::current().await {
            Ok(person) => session::began(person),
            Err(_) => session::ended(),
        }
    });
}
