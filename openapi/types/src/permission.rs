//! What may be done, and which role may do it.

use crate::{Invalid, macros::parsed_text};

macro_rules! permissions {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// One thing somebody may do to one kind of resource.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Permission {
            $($(#[$doc])* $variant),+
        }

        impl Permission {
            /// Every permission, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, `devices:write`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }

            /// Reads a stable name.
            ///
            /// # Errors
            /// [`Invalid::Choice`] for an unknown one.
            pub fn parse(text: &str) -> Result<Self, Invalid> {
                match text {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(Invalid::Choice),
                }
            }
        }
    };
}

permissions! {
    /// See customers below one's node.
    CustomersRead = "customers:read",
    /// Create and change customers.
    CustomersWrite = "customers:write",
    /// See sites and their agents.
    SitesRead = "sites:read",
    /// Create and change sites.
    SitesWrite = "sites:write",
    /// Enrol and remove device agents.
    AgentsWrite = "agents:write",
    /// See users and lines.
    UsersRead = "users:read",
    /// Create and change users and lines.
    UsersWrite = "users:write",
    /// Rotate SIP credentials of a line.
    CredentialsRotate = "credentials:rotate",
    /// See devices and their state.
    DevicesRead = "devices:read",
    /// Create, change and delete devices, arm first contact.
    DevicesWrite = "devices:write",
    /// See and copy the access-key URL of a device.
    AccessKeyReveal = "access-key:reveal",
    /// Issue a new access key.
    AccessKeyRotate = "access-key:rotate",
    /// See the open change set and releases.
    ReleasesRead = "releases:read",
    /// Publish the open change set.
    ReleasesPublish = "releases:publish",
    /// See SIP registrations.
    RegistrationsRead = "registrations:read",
    /// See the call journal.
    CallsRead = "calls:read",
    /// See the audit log.
    AuditRead = "audit:read",
    /// Manage redirect services.
    RedirectServicesWrite = "redirect-services:write",
}

parsed_text!(Permission, "devices:write");

/// A role of a person in a node; it reaches everything below that node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Runs the platform.
    PlatformOperator,
    /// Runs one provider and its customers.
    ProviderAdministrator,
    /// Runs one customer.
    CustomerAdministrator,
    /// Uses one's own line.
    User,
}

impl Role {
    /// Every role, from the widest to the narrowest.
    pub const ALL: [Self; 4] =
        [Self::PlatformOperator, Self::ProviderAdministrator, Self::CustomerAdministrator, Self::User];

    /// Reads a stable name.
    ///
    /// # Errors
    /// [`Invalid::Choice`] for an unknown one.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(Invalid::Choice)
    }

    /// The stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PlatformOperator => "platform-operator",
            Self::ProviderAdministrator => "provider-administrator",
            Self::CustomerAdministrator => "customer-administrator",
            Self::User => "user",
        }
    }
}

parsed_text!(Role, "customer-administrator");
