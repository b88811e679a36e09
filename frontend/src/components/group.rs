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

/// A predefined GUI group by the name the telephone system gives it; its own name where somebody made it.
pub(crate) fn gui(name: &str) -> Option<Key> {
    let standard = GuiStandard::ALL.iter().find(|standard| standard.name() == name)?;
    Some(match standard {
        GuiStandard::Admin => Key::GuiGroupAdmin,
        GuiStandard::User => Key::GuiGroupUser,
    })
}
