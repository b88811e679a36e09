//! Groups of the telephone system by their names: a predefined one has a name in every language.

use cordboard_messages::Key;
use cordboard_types::{GuiStandard, Standard};

pub(crate) fn standard(standard: Standard) -> Key {
    match standard {
        Standard::Admins => Key::GroupAdmins,
        Standard::AllHosts => Key::GroupAllHosts,
        Standard::AllInvisibleUsers => Key::GroupAllInvisibleUsers,
        Standard::AllUsers => Key::GroupAllUsers,
        Standard::AllVisibleUsers => Key::GroupAllVisibleUsers,
        Standard::AllQueues => Key::GroupAllQueues,
    }
}

pub(crate) fn gui(standard: GuiStandard) -> Key {
    match standard {
        GuiStandard::Admin => Key::GuiGroupAdmin,
        GuiStandard::User => Key::GuiGroupUser,
    }
}

/// The same by the name the telephone system gives it; none where somebody made the group.
pub(crate) fn gui_named(name: &str) -> Option<Key> {
    GuiStandard::ALL.iter().find(|standard| standard.name() == name).copied().map(gui)
}
