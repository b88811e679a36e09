//! Addresses of pages, typed: a link cannot lead nowhere.

mod go;
mod groups;
mod own;
mod place;
mod room;

use std::{fmt, str::FromStr};

use cordboard_types::{NodeId, TenantId};

pub(crate) use go::{Move, adjust, go, here, path, replace, set_navigate, with_query};
pub(crate) use groups::Groups;
pub(crate) use own::{Door, Own};
pub(crate) use place::{Place, Section};
pub(crate) use room::Room;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    /// Where one lands: the only customer, the list of customers, or one's profile.
    Home,
    Customers,
    NewCustomer,
    Customer(TenantId, Place),
    /// A page of the platform, a provider or a reseller.
    Node(NodeId, Room),
    /// A page of one's own.
    Own(Own),
    /// Where one comes in without being signed in.
    Door(Door),
    /// Every component in every state, where it was built in.
    Gallery,
    Unknown,
}

impl Address {
    /// Reads path and query (`line=…`) of the browser's address.
    pub(crate) fn parse(path: &str, line: Option<&str>) -> Self {
        let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["gallery"] => Self::Gallery,
            ["customers"] => Self::Customers,
            ["customers", "new"] => Self::NewCustomer,
            ["customers", customer, rest @ ..] => {
                id(customer, |customer| Self::Customer(customer, Place::parse(rest, line)))
            }
            ["nodes", node, rest @ ..] => id(node, |node| Self::Node(node, Room::parse(rest))),
            ["profile", rest @ ..] => Own::parse(rest).map_or(Self::Unknown, Self::Own),
            [door] => Door::parse(door).map_or(Self::Unknown, Self::Door),
            _ => Self::Unknown,
        }
    }

    pub(crate) fn place(self) -> Option<Place> {
        match self {
            Self::Customer(_, place) => Some(place),
            _ => None,
        }
    }
}

fn id<T: FromStr>(text: &str, address: impl FnOnce(T) -> Address) -> Address {
    text.parse().map_or(Address::Unknown, address)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Unknown => f.write_str("/"),
            Self::Customers => f.write_str("/customers"),
            Self::NewCustomer => f.write_str("/customers/new"),
            Self::Customer(customer, place) => write!(f, "/customers/{customer}{place}"),
            Self::Node(node, room) => write!(f, "/nodes/{node}{room}"),
            Self::Own(own) => write!(f, "/profile{own}"),
            Self::Door(door) => door.fmt(f),
            Self::Gallery => f.write_str("/gallery"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "018f4a7e-0000-7000-8000-000000000001";

    fn rooms() -> Vec<Room> {
        vec![
            Room::Dashboard,
            Room::Customers,
            Room::Organisation,
            Room::People,
            Room::Roles,
            Room::NewRole,
            Room::Role(ID.parse().unwrap()),
            Room::Settings,
            Room::Limits,
            Room::Audit,
        ]
    }

    fn places() -> Vec<Place> {
        let mut places = vec![
            Place::Overview,
            Place::Users,
            Place::NewUser,
            Place::User(ID.parse().unwrap()),
            Place::ImportUsers,
            Place::UserImport(ID.parse().unwrap()),
            Place::Devices,
            Place::NewDevice(None),
            Place::Device(ID.parse().unwrap()),
            Place::Registrations,
            Place::Journal,
            Place::Sites,
            Place::NewSite,
            Place::Site(ID.parse().unwrap()),
            Place::Usage,
            Place::Manage,
        ];
        places.extend(Groups::LISTS.map(Place::Groups));
        let id = ID.parse().ok();
        places.extend([Groups::Authorisation(id), Groups::Hunt(ID.parse().ok())].map(Place::Groups));
        places.extend(rooms().into_iter().filter(|room| room.is_of_customers()).map(Place::Room));
        places
    }

    #[test]
    fn every_address_leads_back_to_itself() {
        let mut addresses = vec![Address::Home, Address::Customers, Address::NewCustomer, Address::Gallery];
        addresses.extend(places().into_iter().map(|place| Address::Customer(ID.parse().unwrap(), place)));
        addresses.extend(rooms().into_iter().map(|room| Address::Node(ID.parse().unwrap(), room)));
        addresses.extend(Own::ALL.map(Address::Own));
        addresses.extend(Door::ALL.map(Address::Door));
        for address in addresses {
            assert_eq!(Address::parse(&address.to_string(), None), address);
        }
    }

    #[test]
    fn a_line_in_the_query_is_for_new_devices() {
        let path = format!("/customers/{ID}/devices/new");
        let with_line = Address::Customer(ID.parse().unwrap(), Place::NewDevice(ID.parse().ok()));
        assert_eq!(Address::parse(&path, Some(ID)), with_line);
        assert_eq!(with_line.to_string(), format!("{path}?line={ID}"));
    }

    #[test]
    fn what_is_no_page_is_unknown() {
        for path in ["/customers/x/users", "/elsewhere", "/nodes/x", "/profile/x"] {
            assert_eq!(Address::parse(path, None), Address::Unknown, "{path}");
        }
        let place = Address::parse(&format!("/customers/{ID}/users/x"), None).place();
        assert_eq!(place, Some(Place::Unknown));
        let no_group = Address::parse(&format!("/customers/{ID}/hunt-groups/x"), None).place();
        assert_eq!(no_group, Some(Place::Unknown));
        let of_providers = Address::parse(&format!("/customers/{ID}/customers"), None).place();
        assert_eq!(of_providers, Some(Place::Unknown));
    }
}
