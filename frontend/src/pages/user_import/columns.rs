//! The fifteen columns in the manual's order, by the names of a problem's pointers.

use cordboard_messages::Key;

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
