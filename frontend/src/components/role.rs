//! Roles by their names.

use cordboard_api::people::Role as Listed;
use cordboard_messages::Key;
use cordboard_types::{Role, RoleName};

use crate::words::{Text, t};

/// What a predefined role is called.
pub(crate) fn predefined(role: Role) -> Key {
    match role {
        Role::PlatformOperator => Key::RolePlatformOperator,
        Role::ProviderAdministrator => Key::RoleProviderAdministrator,
        Role::ProviderSupport => Key::RoleProviderSupport,
        Role::CustomerAdministrator => Key::RoleCustomerAdministrator,
        Role::User => Key::RoleUser,
    }
}

/// The name of a role among those of a node.
pub(crate) fn name(role: RoleName, roles: &[Listed]) -> Text {
    match role {
        RoleName::Predefined(role) => t(predefined(role)),
        RoleName::Custom(_) => {
            let made = roles.iter().find(|listed| listed.role == role).and_then(|listed| listed.name.clone());
            made.map_or_else(|| t(Key::RoleOther), |name| name.as_str().into())
        }
    }
}

/// The name of a listed role.
pub(crate) fn of(listed: &Listed) -> Text {
    name(listed.role, std::slice::from_ref(listed))
}
