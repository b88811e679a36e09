//! Said on every page while somebody acts as somebody else, with the way back (P-038).

use cordboard_messages::Key;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    address::{self, Address},
    api,
    components::{
        icon::{Icon, icon},
        time,
    },
    session,
    words::{t, tx},
};

pub(super) fn banner() -> impl IntoView {
    let person = session::now()?;
    let acting = person.acting?;
    let text = tx(
        Key::ActingAs,
        &[
            ("name", person.name.as_str().into()),
            ("by", acting.by.as_str().into()),
            ("time", time::clock(acting.until).into()),
        ],
    );
    Some(view! {
        <div class="acting" role="status">
            {icon(Icon::CircleAlert)}
            <span>{text}</span>
            <button type="button" class="button button-small" on:click=|_| stop()>{t(Key::ActingStop)}</button>
        </div>
    })
}

fn stop() {
    spawn_local(async {
        if api::sessions::stop_acting().await.is_ok()
            && let Ok(person) = api::sessions::current().await
        {
            address::go(&Address::Home.to_string());
            session::began(person);
        }
    });
}
