//! One's own pages: profile, sessions, tokens.

mod mint;
mod name;
mod password;
mod profile;
mod recovery;
mod second_factor;
mod sessions;
pub(super) mod setup;
mod tokens;

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    address::Own,
    components::{feedback, page::head},
    session,
    words::t,
};

pub(crate) fn page(own: Own) -> AnyView {
    let name = match own {
        Own::Profile => Key::NavProfile,
        Own::Sessions => Key::NavSessions,
        Own::Tokens => Key::NavTokens,
    };
    // What is one's own is done by oneself: the server refuses it to who acts in another's name.
    let acting = session::now().is_some_and(|person| person.acting.is_some());
    let body = match own {
        _ if acting => feedback::notice(t(Key::ActingNotOwn), None),
        Own::Profile => profile::page(),
        Own::Sessions => sessions::page(),
        Own::Tokens => tokens::page(),
    };
    view! { {head(name, None, None)}{body} }.into_any()
}
