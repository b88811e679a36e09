use std::{fmt, str::FromStr};

use cordboard_types::{GroupId, GuiGroupId, HuntGroupId, PickupGroupId};

/// The groups of a telephone system, kind by kind: all of them, or one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Groups {
    Authorisation(Option<GroupId>),
    Gui(Option<GuiGroupId>),
    Pickup(Option<PickupGroupId>),
    Hunt(Option<HuntGroupId>),
}

impl Groups {
    /// The lists, in the order of their tabs.
    pub(crate) const LISTS: [Self; 4] =
        [Self::Authorisation(None), Self::Gui(None), Self::Pickup(None), Self::Hunt(None)];

    pub(super) fn parse(parts: &[&str]) -> Option<Self> {
        let (kind, id) = match parts {
            [kind] => (*kind, None),
            [kind, id] => (*kind, Some(*id)),
            _ => return None,
        };
        match kind {
            "groups" => read(id, Self::Authorisation),
            "gui-groups" => read(id, Self::Gui),
            "pickup-groups" => read(id, Self::Pickup),
            "hunt-groups" => read(id, Self::Hunt),
            _ => None,
        }
    }
}

fn read<T: FromStr>(id: Option<&str>, groups: fn(Option<T>) -> Groups) -> Option<Groups> {
    match id {
        None => Some(groups(None)),
        Some(id) => id.parse().ok().map(|id| groups(Some(id))),
    }
}

impl fmt::Display for Groups {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Authorisation(id) => write(f, "groups", id.as_ref()),
            Self::Gui(id) => write(f, "gui-groups", id.as_ref()),
            Self::Pickup(id) => write(f, "pickup-groups", id.as_ref()),
            Self::Hunt(id) => write(f, "hunt-groups", id.as_ref()),
        }
    }
}

fn write(f: &mut fmt::Formatter<'_>, kind: &str, id: Option<&impl fmt::Display>) -> fmt::Result {
    match id {
        None => write!(f, "/{kind}"),
        Some(id) => write!(f, "/{kind}/{id}"),
    }
}
