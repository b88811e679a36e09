//! Who may do what: one function for the roles of persons and for the groups of the PBX.

mod policy;

use cordboard_types::{Feature, GroupId, NodeId, Permission, Permissions, RoleName};

pub use policy::{changes, matrix, permissions_of};

/// A role in a node; it reaches that node and everything below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// The node.
    pub node: NodeId,
    /// The role, for people to read.
    pub role: RoleName,
    /// What it allows.
    pub permissions: Permissions,
}

impl Grant {
    /// A predefined role in a node.
    #[must_use]
    pub fn of(node: NodeId, role: cordboard_types::Role) -> Self {
        Self { node, role: role.into(), permissions: permissions_of(role) }
    }
}

/// A telephone right of a PBX user on the members of a group (003 §Autorisatiegroepen).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FeatureGrant {
    /// The right.
    pub feature: Feature,
    /// The group on whose members it may be used.
    pub target: GroupId,
}

/// What narrows a principal: an API token acts within one node and with these permissions only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The node.
    pub node: NodeId,
    /// The most it may do.
    pub permissions: Permissions,
}

/// Who asks, as far as the answer depends on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Principal {
    /// Roles. They only add.
    pub grants: Vec<Grant>,
    /// Telephone rights of the PBX user behind it, in the customer in question.
    pub features: Vec<FeatureGrant>,
    /// What narrows it, for a token.
    pub scope: Option<Scope>,
}

/// What somebody wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Something of the platform.
    Do(Permission),
    /// Something of the telephone system.
    Use(Feature),
}

/// What it is to be done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// A node and all in it: the ids from the root down to it.
    Node(&'a [NodeId]),
    /// A PBX user, queue or host: the groups it is in.
    Member(&'a [GroupId]),
}

/// Whether `principal` may do `action` to `target`.
#[must_use]
pub fn authorize(principal: &Principal, action: Action, target: Target<'_>) -> bool {
    match (action, target) {
        (Action::Do(permission), Target::Node(path)) => principal.at(path).contains(permission),
        (Action::Use(feature), Target::Member(groups)) => {
            let reaches = |grant: &FeatureGrant| grant.feature == feature && groups.contains(&grant.target);
            principal.features.iter().any(reaches)
        }
        (Action::Do(_), Target::Member(_)) | (Action::Use(_), Target::Node(_)) => false,
    }
}

impl Principal {
    /// Somebody with these roles.
    #[must_use]
    pub fn with(grants: Vec<Grant>) -> Self {
        Self { grants, ..Self::default() }
    }

    /// All that may be done at the end of `path`, the ids from the root down to a node.
    #[must_use]
    pub fn at(&self, path: &[NodeId]) -> Permissions {
        let reaching = self.grants.iter().filter(|grant| path.contains(&grant.node));
        let granted = reaching.fold(Permissions::NONE, |all, grant| all.with(grant.permissions));
        match self.scope {
            None => granted,
            Some(scope) if path.contains(&scope.node) => granted.common(scope.permissions),
            Some(_) => Permissions::NONE,
        }
    }

    /// Whether anything at all is granted at the end of `path`: then it may be known that it exists.
    #[must_use]
    pub fn sees(&self, path: &[NodeId]) -> bool {
        let granted = self.grants.iter().any(|grant| path.contains(&grant.node));
        granted && self.scope.is_none_or(|scope| path.contains(&scope.node))
    }

    /// The nodes in which `permission` is granted, for lists and for creating below them. A token's is the one it
    /// is for.
    #[must_use]
    pub fn nodes_with(&self, permission: Permission) -> Vec<NodeId> {
        let may = |grant: &&Grant| grant.permissions.contains(permission);
        let nodes = self.grants.iter().filter(may).map(|grant| grant.node);
        match self.scope {
            None => nodes.collect(),
            Some(scope) if scope.permissions.contains(permission) && nodes.count() > 0 => vec![scope.node],
            Some(_) => Vec::new(),
        }
    }

    /// Whether the right to do something at the end of `path` comes from above one of its nodes, whatever narrows it:
    /// a provider's right in a customer does, one of the customer's own people has it from the customer.
    #[must_use]
    pub fn has_from_above(&self, node: NodeId, permission: Permission, path: &[NodeId]) -> bool {
        let above = path.iter().position(|step| *step == node).and_then(|place| path.get(..place));
        let above = above.unwrap_or_default();
        let gives = |grant: &Grant| above.contains(&grant.node) && grant.permissions.contains(permission);
        self.grants.iter().any(gives)
    }

    /// Whether everything in `permissions` may be handed on at the end of `path`: nobody grants, mints or acts
    /// beyond what they may themselves.
    #[must_use]
    pub fn may_hand_on(&self, permissions: Permissions, path: &[NodeId]) -> bool {
        permissions.is_within(self.at(path))
    }
}

#[cfg(test)]
mod tests {
    use cordboard_types::Role;

    use super::*;

    fn may(principal: &Principal, permission: Permission, path: &[NodeId]) -> bool {
        authorize(principal, Action::Do(permission), Target::Node(path))
    }

    // proves
    #[test]
    fn a_grant_reaches_down_and_never_sideways() {
        let (platform, provider, ours, theirs) = (NodeId::new(), NodeId::new(), NodeId::new(), NodeId::new());
        let anna = Principal::with(vec![Grant::of(ours, Role::CustomerAdministrator)]);
        assert!(may(&anna, Permission::DevicesWrite, &[platform, provider, ours]));
        assert!(!may(&anna, Permission::DevicesWrite, &[platform, provider, theirs]));
        assert!(!may(&anna, Permission::CustomersRead, &[platform, provider]));
        assert!(!may(&anna, Permission::RedirectServicesWrite, &[platform, provider, ours]));
    }

    #[test]
    fn nothing_without_a_grant() {
        assert!(!may(&Principal::default(), Permission::DevicesRead, &[NodeId::new()]));
    }

    #[test]
    fn a_scope_narrows_and_never_widens() {
        let (provider, ours, theirs) = (NodeId::new(), NodeId::new(), NodeId::new());
        let scope = Scope {
            node: ours,
            permissions: [Permission::DevicesRead, Permission::NodesWrite].into_iter().collect(),
        };
        let token = Principal {
            scope: Some(scope),
            ..Principal::with(vec![Grant::of(provider, Role::ProviderSupport)])
        };
        assert!(may(&token, Permission::DevicesRead, &[provider, ours]));
        assert!(!may(&token, Permission::DevicesRead, &[provider, theirs]), "outside its node");
        assert!(!may(&token, Permission::CallsRead, &[provider, ours]), "not in its scope");
        assert!(!may(&token, Permission::NodesWrite, &[provider, ours]), "its owner may not");
    }

    #[test]
    fn only_what_one_may_is_handed_on() {
        let node = NodeId::new();
        let anna = Principal::with(vec![Grant::of(node, Role::CustomerAdministrator)]);
        assert!(anna.may_hand_on(permissions_of(Role::CustomerAdministrator), &[node]));
        assert!(!anna.may_hand_on(permissions_of(Role::ProviderAdministrator), &[node]));
        assert!(!anna.may_hand_on(permissions_of(Role::CustomerAdministrator), &[NodeId::new()]));
    }

    #[test]
    fn a_right_from_above_is_a_providers() {
        let (provider, ours) = (NodeId::new(), NodeId::new());
        let path = [provider, ours];
        let of = |node, role| Principal::with(vec![Grant::of(node, role)]);
        let from_above = |who: &Principal| who.has_from_above(ours, Permission::DevicesWrite, &path);
        assert!(from_above(&of(provider, Role::ProviderAdministrator)));
        assert!(!from_above(&of(provider, Role::ProviderSupport)), "support changes no devices");
        assert!(!from_above(&of(ours, Role::CustomerAdministrator)));
        let scope = Scope { node: ours, permissions: Permissions::all() };
        let token = Principal { scope: Some(scope), ..of(provider, Role::ProviderAdministrator) };
        assert!(from_above(&token), "a provider's token for one customer");
    }

    // proves P-021
    #[test]
    fn a_telephone_right_is_for_the_members_of_its_target_group() {
        let (secretaries, bosses) = (GroupId::new(), GroupId::new());
        let grant = FeatureGrant { feature: Feature::CallPickup, target: secretaries };
        let anna = Principal { features: vec![grant], ..Principal::default() };
        let pick_up = Action::Use(Feature::CallPickup);
        assert!(authorize(&anna, pick_up, Target::Member(&[bosses, secretaries])));
        assert!(!authorize(&anna, pick_up, Target::Member(&[bosses])));
        assert!(!authorize(&anna, Action::Use(Feature::RedirectCall), Target::Member(&[secretaries])));
        assert!(!authorize(&anna, pick_up, Target::Node(&[])), "a right on groups is none on nodes");
    }

    #[test]
    fn administrators_of_a_customer_may_show_every_module() {
        let modules = cordboard_types::Modules::of_administrators();
        assert!(modules.permissions().is_within(permissions_of(Role::CustomerAdministrator)));
    }
}
