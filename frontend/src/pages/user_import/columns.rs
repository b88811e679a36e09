//! The fifteen columns in the manual's order, by the names of a problem's pointers.

use cordboard_messages::Key;
use leptos::prelude::*;

use crate::{
    components::icon::{Icon, icon},
    dom,
    words::t,
};

pub(super) const COLUMNS: [(&str, Key); 15] = [
    ("login", Key::UserLogin),
    ("extension", Key::UserExtension),
    ("first_name", Key::UserFirstName),
    ("last_name", Key::UserLastName),
    ("pin", Key::UserPin),
    ("voicemail", Key::UserVoicemail),
    ("email", Key::UserEmail),
    ("language", Key::UserLanguage),
    ("clip_internal", Key::UserClipInternal),
    ("clip_external", Key::UserClipExternal),
    ("hidden", Key::UserHidden),
    ("to_operator", Key::UserToOperator),
    ("operator_extension", Key::UserOperator),
    ("pickup_groups", Key::UserPickupGroups),
    ("hunt_groups", Key::UserHuntGroups),
];

/// What the column of a pointer is called.
pub(super) fn named(pointer: &str) -> Option<Key> {
    let name = pointer.trim_start_matches('/');
    COLUMNS.iter().find(|(own, _)| *own == name).map(|(_, key)| *key)
}

/// What has to stand in the file, and an empty one to begin with.
pub(super) fn view() -> impl IntoView {
    let list: Vec<_> = COLUMNS.iter().map(|(_, name)| view! { <li>{t(*name)}</li> }).collect();
    let empty = || {
        let names = COLUMNS.iter().map(|(_, name)| t(*name).get()).collect::<Vec<_>>();
        dom::text_address(&format!("\u{FEFF}{}\r\n", names.join(";")))
    };
    view! {
        <details class="form-more">
            <summary>{t(Key::ImportColumns)}</summary>
            <ol class="import-columns">{list}</ol>
            <p class="field-help">{t(Key::ImportColumnsHelp)}</p>
            <a class="button button-small" href=empty download="users.csv">{icon(Icon::Download)}{t(Key::ImportTemplate)}</a>
        </details>
    }
}
