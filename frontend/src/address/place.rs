use std::{fmt, str::FromStr};

use cordboard_types::{DeviceId, JobId, LineId, SiteId, TenantId, UserId};

use super::{Address, Groups, Room};

/// A page of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Overview,
    Users,
    NewUser,
    User(UserId),
    ImportUsers,
    UserImport(JobId),
    Groups(Groups),
    Devices,
    /// For this line, when it is known.
    NewDevice(Option<LineId>),
    Device(DeviceId),
    Registrations,
    Journal,
    Sites,
    NewSite,
    Site(SiteId),
    Usage,
    Manage,
    /// What every node has.
    Room(Room),
    Unknown,
}

/// What the navigation lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Overview,
    Users,
    Groups,
    Devices,
    Registrations,
    Journal,
    Sites,
    Usage,
    Manage,
    Room(Room),
}

impl Place {
    pub(super) fn parse(parts: &[&str], line: Option<&str>) -> Self {
        fn id<T: FromStr>(text: &str, place: fn(T) -> Place) -> Place {
            text.parse().map_or(Place::Unknown, place)
        }
        match parts {
            [] => Self::Overview,
            ["users"] => Self::Users,
            ["users", "new"] => Self::NewUser,
            ["users", "import"] => Self::ImportUsers,
            ["users", "import", import] => id(import, Self::UserImport),
            ["users", user] => id(user, Self::User),
            ["devices"] => Self::Devices,
            ["devices", "new"] => Self::NewDevice(line.and_then(|line| line.parse().ok())),
            ["devices", device] => id(device, Self::Device),
            ["registrations"] => Self::Registrations,
            ["journal"] => Self::Journal,
            ["sites"] => Self::Sites,
            ["sites", "new"] => Self::NewSite,
            ["sites", site] => id(site, Self::Site),
            ["usage"] => Self::Usage,
            ["manage"] => Self::Manage,
            rest => match Groups::parse(rest) {
                Some(groups) => Self::Groups(groups),
                None => Some(Room::parse(rest))
                    .filter(|room| room.is_of_customers())
                    .map_or(Self::Unknown, Self::Room),
            },
        }
    }

    /// The entry of the navigation it belongs to.
    pub(crate) fn section(self) -> Option<Section> {
        match self {
            Self::Overview => Some(Section::Overview),
            Self::Users | Self::NewUser | Self::User(_) | Self::ImportUsers | Self::UserImport(_) => {
                Some(Section::Users)
            }
            Self::Groups(_) => Some(Section::Groups),
            Self::Devices | Self::NewDevice(_) | Self::Device(_) => Some(Section::Devices),
            Self::Registrations => Some(Section::Registrations),
            Self::Journal => Some(Section::Journal),
            Self::Sites | Self::NewSite | Self::Site(_) => Some(Section::Sites),
            Self::Usage => Some(Section::Usage),
            Self::Manage => Some(Section::Manage),
            Self::Room(room) => Some(Section::Room(room.section())),
            Self::Unknown => None,
        }
    }

    /// This page of a customer.
    pub(crate) fn of(self, customer: TenantId) -> String {
        Address::Customer(customer, self).to_string()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview | Self::Unknown => Ok(()),
            Self::Users => f.write_str("/users"),
            Self::NewUser => f.write_str("/users/new"),
            Self::User(user) => write!(f, "/users/{user}"),
            Self::ImportUsers => f.write_str("/users/import"),
            Self::UserImport(import) => write!(f, "/users/import/{import}"),
            Self::Groups(groups) => groups.fmt(f),
            Self::Devices => f.write_str("/devices"),
            Self::NewDevice(None) => f.write_str("/devices/new"),
            Self::NewDevice(Some(line)) => write!(f, "/devices/new?line={line}"),
            Self::Device(device) => write!(f, "/devices/{device}"),
            Self::Registrations => f.write_str("/registrations"),
            Self::Journal => f.write_str("/journal"),
            Self::Sites => f.write_str("/sites"),
            Self::NewSite => f.write_str("/sites/new"),
            Self::Site(site) => write!(f, "/sites/{site}"),
            Self::Usage => f.write_str("/usage"),
            Self::Manage => f.write_str("/manage"),
            Self::Room(room) => room.fmt(f),
        }
    }
}
