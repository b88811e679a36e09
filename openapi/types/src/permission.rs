//! What may be done, and which role may do it.

use crate::{Invalid, RoleId, macros::parsed_text};

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
    /// See providers and resellers below one's node.
    NodesRead = "nodes:read",
    /// Create, rename and move providers and resellers.
    NodesWrite = "nodes:write",
    /// See customers below one's node.
    CustomersRead = "customers:read",
    /// Create, rename and move customers.
    CustomersWrite = "customers:write",
    /// Suspend a customer and take it back.
    CustomersSuspend = "customers:suspend",
    /// Close a customer: export, grace period, erasure.
    CustomersClose = "customers:close",
    /// See settings and where each value comes from.
    SettingsRead = "settings:read",
    /// Set and lock settings.
    SettingsWrite = "settings:write",
    /// Set the limits and entitlements of a customer.
    LimitsWrite = "limits:write",
    /// See persons, their roles and invitations.
    PeopleRead = "people:read",
    /// Invite persons, give and take roles.
    PeopleWrite = "people:write",
    /// Make roles of one's own.
    RolesWrite = "roles:write",
    /// Act as another person (P-038).
    PeopleImpersonate = "people:impersonate",
    /// Mint API tokens for oneself.
    TokensWrite = "tokens:write",
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
    /// See user groups, their grants and web modules.
    GroupsRead = "groups:read",
    /// Change user groups, their grants and web modules.
    GroupsWrite = "groups:write",
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
    /// See and search the audit log.
    AuditRead = "audit:read",
    /// Take the audit log out of the house.
    AuditExport = "audit:export",
    /// Manage redirect services.
    RedirectServicesWrite = "redirect-services:write",
}

parsed_text!(Permission, "devices:write");

/// A set of permissions, ordered as they are declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Permissions(u64);

const _: () = assert!(Permission::ALL.len() <= 64, "a set is 64 bits");

impl Permissions {
    /// Nothing.
    pub const NONE: Self = Self(0);

    /// Every permission.
    #[must_use]
    pub fn all() -> Self {
        Permission::ALL.iter().copied().collect()
    }

    /// Whether `permission` is among them.
    #[must_use]
    pub fn contains(self, permission: Permission) -> bool {
        self.0 & bit(permission) != 0
    }

    /// Whether every one of these is among `other`.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// What is in either.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in both.
    #[must_use]
    pub fn common(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is here and not in `other`.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it is nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Permission> {
        Permission::ALL.iter().copied().filter(move |permission| self.contains(*permission))
    }
}

fn bit(permission: Permission) -> u64 {
    1 << permission as u64
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().fold(0, |bits, permission| bits | bit(permission)))
    }
}

impl serde::Serialize for Permissions {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> serde::Deserialize<'de> for Permissions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Permission>::deserialize(deserializer).map(|list| list.into_iter().collect())
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Permissions {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ArrayBuilder::new().items(<Permission as utoipa::PartialSchema>::schema()).into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Permissions {
    fn name() -> std::borrow::Cow<'static, str> {
        "Permissions".into()
    }
}

/// A role of a person in a node; it reaches everything below that node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Runs the platform.
    PlatformOperator,
    /// Runs one provider and its customers.
    ProviderAdministrator,
    /// Helps a provider's customers: reads, and may do a few named things.
    ProviderSupport,
    /// Runs one customer.
    CustomerAdministrator,
    /// Uses one's own line.
    User,
}

impl Role {
    /// Every role, from the widest to the narrowest.
    pub const ALL: [Self; 5] = [
        Self::PlatformOperator,
        Self::ProviderAdministrator,
        Self::ProviderSupport,
        Self::CustomerAdministrator,
        Self::User,
    ];

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
            Self::ProviderSupport => "provider-support",
            Self::CustomerAdministrator => "customer-administrator",
            Self::User => "user",
        }
    }
}

parsed_text!(Role, "customer-administrator");

/// A role as a membership names it: a predefined one by its name, one that somebody made by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RoleName {
    /// One of the predefined roles.
    Predefined(Role),
    /// A role somebody made.
    Custom(RoleId),
}

impl From<Role> for RoleName {
    fn from(role: Role) -> Self {
        Self::Predefined(role)
    }
}

impl std::fmt::Display for RoleName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Predefined(role) => role.fmt(f),
            Self::Custom(id) => id.fmt(f),
        }
    }
}

impl std::str::FromStr for RoleName {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let custom = || text.parse().map(Self::Custom).map_err(|_| Invalid::Choice);
        Role::parse(text).map(Self::Predefined).or_else(|_| custom())
    }
}

impl serde::Serialize for RoleName {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for RoleName {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(Invalid::into_serde)
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for RoleName {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        <Role as utoipa::PartialSchema>::schema()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for RoleName {
    fn name() -> std::borrow::Cow<'static, str> {
        "RoleName".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_named_or_made() {
        for text in ["provider-support", "018f4a7e-0000-7000-8000-000000000001"] {
            assert_eq!(text.parse::<RoleName>().unwrap().to_string(), text);
        }
        assert_eq!("king".parse::<RoleName>(), Err(Invalid::Choice));
    }

    #[test]
    fn a_set_knows_what_is_in_it() {
        let set: Permissions = [Permission::CallsRead, Permission::AuditRead].into_iter().collect();
        assert!(set.contains(Permission::CallsRead) && !set.contains(Permission::NodesRead));
        assert!(set.is_within(Permissions::all()) && !Permissions::all().is_within(set));
        assert_eq!(set.iter().collect::<Vec<_>>(), [Permission::CallsRead, Permission::AuditRead]);
        assert_eq!(set.without(set), Permissions::NONE);
        assert_eq!(set.common(Permissions::all()), set);
        assert_eq!(Permissions::all().iter().count(), Permission::ALL.len());
    }
}
