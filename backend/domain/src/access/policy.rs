//! What each predefined role may do: the policy matrix.

use cordboard_types::{Permission, Permissions, Role};

/// What a predefined role may do.
#[must_use]
pub fn permissions_of(role: Role) -> Permissions {
    Permission::ALL.iter().copied().filter(|permission| allows(role, *permission)).collect()
}

fn allows(role: Role, permission: Permission) -> bool {
    use Permission as P;
    match role {
        Role::PlatformOperator => true,
        Role::ProviderAdministrator => permission != P::RedirectServicesWrite,
        Role::ProviderSupport => is_read(permission) || is_help(permission),
        Role::CustomerAdministrator => !is_of_providers(permission),
        // A user's own line comes with the portal; until then a user signs in and reads nothing of others.
        Role::User => false,
    }
}

/// Whether a permission is for changing something, or for getting at a secret: what a suspended customer's own people
/// do not do.
#[must_use]
pub fn changes(permission: Permission) -> bool {
    !is_read(permission) && permission != Permission::AuditExport
}

/// Looking changes nothing and shows no secret.
fn is_read(permission: Permission) -> bool {
    use Permission as P;
    matches!(
        permission,
        P::NodesRead
            | P::CustomersRead
            | P::SettingsRead
            | P::PeopleRead
            | P::SitesRead
            | P::UsersRead
            | P::GroupsRead
            | P::DevicesRead
            | P::ReleasesRead
            | P::RegistrationsRead
            | P::CallsRead
            | P::AuditRead
    )
}

/// What support does for a customer on the telephone: the first steps of the fraud procedure
/// (002 §Procédure en cas de perte de données critiques).
fn is_help(permission: Permission) -> bool {
    matches!(permission, Permission::CredentialsRotate | Permission::AccessKeyRotate)
}

fn is_of_providers(permission: Permission) -> bool {
    use Permission as P;
    matches!(
        permission,
        P::NodesRead
            | P::NodesWrite
            | P::CustomersWrite
            | P::CustomersSuspend
            | P::CustomersClose
            | P::LimitsWrite
            | P::RedirectServicesWrite
    )
}

const HEAD: &str = "# Who may do what

The predefined roles and their permissions. A role reaches its node and everything below it. Made by
`UPDATE_GOLDEN=1 cargo test -p cordboard-server --test it policy`; a test holds it to the code.

| permission |";

/// The matrix of role and permission, as people read it: `docs/policy-matrix.md`.
#[must_use]
pub fn matrix() -> String {
    let mut text = String::from(HEAD);
    text.extend(Role::ALL.map(|role| format!(" {role} |")));
    text.push_str("\n|---|");
    text.push_str(&":-:|".repeat(Role::ALL.len()));
    for permission in Permission::ALL {
        text.push_str(&format!("\n| {permission} |"));
        text.extend(Role::ALL.map(|role| if allows(role, *permission) { " yes |" } else { " |" }));
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_roles_may_all_that_narrower_ones_may() {
        let within = |narrow, wide| {
            assert!(permissions_of(narrow).is_within(permissions_of(wide)), "{narrow} in {wide}");
        };
        within(Role::User, Role::CustomerAdministrator);
        within(Role::CustomerAdministrator, Role::ProviderAdministrator);
        within(Role::ProviderSupport, Role::ProviderAdministrator);
        within(Role::ProviderAdministrator, Role::PlatformOperator);
    }
}
