use std::fmt;

use cordboard_types::RoleId;

/// A page that a node of the tree has: the platform, a provider, a reseller; and, but for a few, a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    Dashboard,
    Customers,
    /// What lies below it in the tree, its own place there.
    Organisation,
    People,
    Roles,
    NewRole,
    Role(RoleId),
    Settings,
    Limits,
    Audit,
    Unknown,
}

impl Room {
    pub(super) fn parse(parts: &[&str]) -> Self {
        match parts {
            [] => Self::Dashboard,
            ["customers"] => Self::Customers,
            ["organisation"] => Self::Organisation,
            ["people"] => Self::People,
            ["roles"] => Self::Roles,
            ["roles", "new"] => Self::NewRole,
            ["roles", role] => role.parse().map_or(Self::Unknown, Self::Role),
            ["settings"] => Self::Settings,
            ["limits"] => Self::Limits,
            ["audit"] => Self::Audit,
            _ => Self::Unknown,
        }
    }

    /// Whether customers have it too: their home is another, and they have no customers.
    pub(crate) fn is_of_customers(self) -> bool {
        !matches!(self, Self::Dashboard | Self::Customers | Self::Organisation | Self::Unknown)
    }

    /// The entry of the navigation it belongs to.
    pub(crate) fn section(self) -> Self {
        match self {
            Self::NewRole | Self::Role(_) => Self::Roles,
            other => other,
        }
    }
}

impl fmt::Display for Room {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dashboard | Self::Unknown => Ok(()),
            Self::Customers => f.write_str("/customers"),
            Self::Organisation => f.write_str("/organisation"),
            Self::People => f.write_str("/people"),
            Self::Roles => f.write_str("/roles"),
            Self::NewRole => f.write_str("/roles/new"),
            Self::Role(role) => write!(f, "/roles/{role}"),
            Self::Settings => f.write_str("/settings"),
            Self::Limits => f.write_str("/limits"),
            Self::Audit => f.write_str("/audit"),
        }
    }
}
