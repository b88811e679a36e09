//! Addresses of pages, typed: a link cannot lead nowhere.

use std::{cell::RefCell, fmt, rc::Rc, str::FromStr};

use cordboard_types::{DeviceId, LineId, SiteId, TenantId, UserId};

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    /// Where one lands: the only customer, or the list of customers.
    Home,
    Customers,
    NewCustomer,
    Customer(TenantId, Place),
    Unknown,
}

/// A page of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Overview,
    Users,
    NewUser,
    User(UserId),
    Devices,
    /// For this line, when it is known.
    NewDevice(Option<LineId>),
    Device(DeviceId),
    Registrations,
    Journal,
    Sites,
    NewSite,
    Site(SiteId),
    Unknown,
}

/// What the navigation lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Overview,
    Users,
    Devices,
    Registrations,
    Journal,
    Sites,
}

impl Address {
    /// Reads path and query (`line=…`) of the browser's address.
    pub(crate) fn parse(path: &str, line: Option<&str>) -> Self {
        let parts: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::Home,
            ["customers"] => Self::Customers,
            ["customers", "new"] => Self::NewCustomer,
            ["customers", customer, rest @ ..] => match customer.parse() {
                Ok(customer) => Self::Customer(customer, Place::parse(rest, line)),
                Err(_) => Self::Unknown,
            },
            _ => Self::Unknown,
        }
    }

    pub(crate) fn customer(self) -> Option<TenantId> {
        match self {
            Self::Customer(customer, _) => Some(customer),
            _ => None,
        }
    }

    pub(crate) fn place(self) -> Option<Place> {
        match self {
            Self::Customer(_, place) => Some(place),
            _ => None,
        }
    }
}

impl Place {
    fn parse(parts: &[&str], line: Option<&str>) -> Self {
        fn id<T: FromStr>(text: &str, place: fn(T) -> Place) -> Place {
            text.parse().map_or(Place::Unknown, place)
        }
        match parts {
            [] => Self::Overview,
            ["users"] => Self::Users,
            ["users", "new"] => Self::NewUser,
            ["users", user] => id(user, Self::User),
            ["devices"] => Self::Devices,
            ["devices", "new"] => Self::NewDevice(line.and_then(|line| line.parse().ok())),
            ["devices", device] => id(device, Self::Device),
            ["registrations"] => Self::Registrations,
            ["journal"] => Self::Journal,
            ["sites"] => Self::Sites,
            ["sites", "new"] => Self::NewSite,
            ["sites", site] => id(site, Self::Site),
            _ => Self::Unknown,
        }
    }

    /// The entry of the navigation it belongs to.
    pub(crate) fn section(self) -> Option<Section> {
        match self {
            Self::Overview => Some(Section::Overview),
            Self::Users | Self::NewUser | Self::User(_) => Some(Section::Users),
            Self::Devices | Self::NewDevice(_) | Self::Device(_) => Some(Section::Devices),
            Self::Registrations => Some(Section::Registrations),
            Self::Journal => Some(Section::Journal),
            Self::Sites | Self::NewSite | Self::Site(_) => Some(Section::Sites),
            Self::Unknown => None,
        }
    }

    /// This page of a customer.
    pub(crate) fn of(self, customer: TenantId) -> String {
        Address::Customer(customer, self).to_string()
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::Unknown => f.write_str("/"),
            Self::Customers => f.write_str("/customers"),
            Self::NewCustomer => f.write_str("/customers/new"),
            Self::Customer(customer, place) => write!(f, "/customers/{customer}{place}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview | Self::Unknown => Ok(()),
            Self::Users => f.write_str("/users"),
            Self::NewUser => f.write_str("/users/new"),
            Self::User(user) => write!(f, "/users/{user}"),
            Self::Devices => f.write_str("/devices"),
            Self::NewDevice(None) => f.write_str("/devices/new"),
            Self::NewDevice(Some(line)) => write!(f, "/devices/new?line={line}"),
            Self::Device(device) => write!(f, "/devices/{device}"),
            Self::Registrations => f.write_str("/registrations"),
            Self::Journal => f.write_str("/journal"),
            Self::Sites => f.write_str("/sites"),
            Self::NewSite => f.write_str("/sites/new"),
            Self::Site(site) => write!(f, "/sites/{site}"),
        }
    }
}

type Navigate = Rc<dyn Fn(&str, bool)>;

thread_local! {
    /// The router's way to move; forms use it after their component's context is gone.
    static NAVIGATE: RefCell<Option<Navigate>> = const { RefCell::new(None) };
}

/// Called once, with the router's way to move: address, and whether it replaces the present one.
pub(crate) fn set_navigate(navigate: impl Fn(&str, bool) + 'static) {
    NAVIGATE.set(Some(Rc::new(navigate)));
}

/// Moves to a page.
pub(crate) fn go(address: &str) {
    move_to(address, false);
}

/// Moves to a page without leaving a step to come back to.
pub(crate) fn replace(address: &str) {
    move_to(address, true);
}

fn move_to(address: &str, replace: bool) {
    let navigate = NAVIGATE.with_borrow(Clone::clone);
    if let Some(navigate) = navigate {
        navigate(address, replace);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "018f4a7e-0000-7000-8000-000000000001";

    #[test]
    fn every_address_leads_back_to_itself() {
        let places = [
            Place::Overview,
            Place::Users,
            Place::NewUser,
            Place::User(ID.parse().unwrap()),
            Place::Devices,
            Place::NewDevice(None),
            Place::Device(ID.parse().unwrap()),
            Place::Registrations,
            Place::Journal,
            Place::Sites,
            Place::NewSite,
            Place::Site(ID.parse().unwrap()),
        ];
        for place in places {
            let address = Address::Customer(ID.parse().unwrap(), place);
            assert_eq!(Address::parse(&address.to_string(), None), address);
        }
        for address in [Address::Home, Address::Customers, Address::NewCustomer] {
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
        assert_eq!(Address::parse("/customers/x/users", None), Address::Unknown);
        assert_eq!(Address::parse("/elsewhere", None), Address::Unknown);
        let place = Address::parse(&format!("/customers/{ID}/users/x"), None).place();
        assert_eq!(place, Some(Place::Unknown));
    }
}
