//! What groups are called. Predefined ones have a name in every language.

use cordboard_api::groups::{Group, GuiGroup};
use cordboard_messages::Key;
use cordboard_types::{GroupKind, Standard};
use leptos::prelude::*;

use crate::{
    components::{
        group,
        icon::{Icon, icon},
    },
    words::{Text, t},
};

pub(super) fn group(one: &Group) -> Text {
    one.standard.map_or_else(|| one.name.as_str().into(), |standard| t(group::standard(standard)))
}

pub(super) fn gui(one: &GuiGroup) -> Text {
    one.standard.map_or_else(|| one.name.as_str().into(), |standard| t(group::gui(standard)))
}

/// Who is in a predefined group, and why nobody else is.
pub(super) fn who(standard: Standard) -> Key {
    match standard {
        Standard::Admins => Key::GroupAdminsWho,
        Standard::AllHosts => Key::GroupAllHostsWho,
        Standard::AllInvisibleUsers => Key::GroupAllInvisibleUsersWho,
        Standard::AllUsers => Key::GroupAllUsersWho,
        Standard::AllVisibleUsers => Key::GroupAllVisibleUsersWho,
        Standard::AllQueues => Key::GroupAllQueuesWho,
    }
}

pub(super) fn kind(kind: GroupKind) -> Key {
    match kind {
        GroupKind::User => Key::GroupKindUser,
        GroupKind::Queue => Key::GroupKindQueue,
        GroupKind::Host => Key::GroupKindHost,
    }
}

/// Where a group comes from: the lock says that it stays.
pub(super) fn origin(predefined: bool) -> AnyView {
    if predefined {
        view! { <span class="predefined" title=t(Key::GroupPredefinedWhy)>{icon(Icon::Lock)}<span>{t(Key::RolePredefined)}</span></span> }
            .into_any()
    } else {
        view! { <span class="muted">{t(Key::RoleMadeHere)}</span> }.into_any()
    }
}
