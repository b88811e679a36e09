//! Who may do what where: one function for every role.

use cordboard_types::{NodeId, Permission, Role};

/// A role in a node; it reaches that node and everything below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// The node.
    pub node: NodeId,
    /// The role.
    pub role: Role,
}

/// Whether one of `grants` allows `permission` on a target whose node is `path.last()`; `path` holds the
/// ids from the root down to it. Grants only add.
#[must_use]
pub fn authorize(grants: &[Grant], permission: Permission, path: &[NodeId]) -> bool {
    grants.iter().any(|grant| path.contains(&grant.node) && allows(grant.role, permission))
}

/// What a role may do. A row of the policy matrix.
#[must_use]
pub fn allows(role: Role, permission: Permission) -> bool {
    use Permission as P;
    match role {
        Role::PlatformOperator => true,
        Role::ProviderAdministrator => permission != P::RedirectServicesWrite,
        Role::CustomerAdministrator => !matches!(permission, P::RedirectServicesWrite | P::CustomersWrite),
        // A user's own line comes with the portal; until then a user signs in and reads nothing of others.
        Role::User => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordboard_types::NodeId;

    // proves
    #[test]
    fn a_grant_reaches_down_and_never_sideways() {
        let (platform, provider, ours, theirs) = (NodeId::new(), NodeId::new(), NodeId::new(), NodeId::new());
        let grants = [Grant { node: ours, role: Role::CustomerAdministrator }];
        assert!(authorize(&grants, Permission::DevicesWrite, &[platform, provider, ours]));
        assert!(!authorize(&grants, Permission::DevicesWrite, &[platform, provider, theirs]));
        assert!(!authorize(&grants, Permission::CustomersRead, &[platform, provider]));
        assert!(!authorize(&grants, Permission::RedirectServicesWrite, &[platform, provider, ours]));
    }

    #[test]
    fn nothing_without_a_grant() {
        assert!(!authorize(&[], Permission::DevicesRead, &[NodeId::new()]));
    }
}
