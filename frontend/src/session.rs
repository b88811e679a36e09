//! Who is signed in, for the whole page.

use std::cell::Cell;

use cordboard_api::{
    profile::Profile,
    sessions::{CurrentSession, Membership},
};
use cordboard_types::{NodeId, Permission, Permissions, TenantId};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    prefs,
    words::{self, Text},
};

/// What is known of the person.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Session {
    /// Not asked yet.
    Unknown,
    /// Nobody, or no longer.
    SignedOut,
    /// This person.
    SignedIn(CurrentSession),
}

thread_local! {
    /// The page's session. Requests end it from outside of any component, so it is not a context.
    static CURRENT: Cell<Option<RwSignal<Session>>> = const { Cell::new(None) };
}

/// Starts with nobody known. Called once, by the application's root.
pub(crate) fn start() -> RwSignal<Session> {
    let session = RwSignal::new(Session::Unknown);
    CURRENT.set(Some(session));
    session
}

/// The server says that the session has ended: the sign-in form takes the page's place, the address stays.
pub(crate) fn ended() {
    prefs::keep("entered", None);
    if let Some(session) = CURRENT.get() {
        session.set(Session::SignedOut);
    }
}

/// Somebody signed in.
pub(crate) fn began(person: CurrentSession) {
    // In the person's language from the first view on.
    spawn_local(async move {
        words::speak(person.locale).await;
        prefs::keep("entered", Some("yes"));
        if let Some(session) = CURRENT.get() {
            session.set(Session::SignedIn(person));
        }
    });
}

/// Who is signed in, if anybody.
pub(crate) fn person() -> Option<CurrentSession> {
    match CURRENT.get()?.get() {
        Session::SignedIn(person) => Some(person),
        Session::Unknown | Session::SignedOut => None,
    }
}

/// The same without following it: who asks is drawn anew when somebody else sits there.
pub(crate) fn now() -> Option<CurrentSession> {
    match CURRENT.get()?.get_untracked() {
        Session::SignedIn(person) => Some(person),
        Session::Unknown | Session::SignedOut => None,
    }
}

/// The person's name, as it is now.
pub(crate) fn name() -> Text {
    Text::new(|| person().map(|person| person.name.to_string()).unwrap_or_default())
}

/// The person changed something of themselves.
pub(crate) fn changed(profile: &Profile) {
    if let Some(session) = CURRENT.get() {
        session.update(|session| {
            if let Session::SignedIn(person) = session {
                person.name = profile.name.clone();
                person.locale = profile.locale;
            }
        });
    }
}

/// Whether the person may do this to anything of the customer. The server decides; this only hides what would be
/// refused.
pub(crate) fn may(customer: TenantId, permission: Permission) -> bool {
    may_in(customer.into(), permission)
}

/// Whether the person may do this in a node, as far as this page knows: a provider's role counts everywhere, for
/// what lies below it is not known here.
pub(crate) fn may_in(node: NodeId, permission: Permission) -> bool {
    now().is_some_and(|person| grants(&person, node, permission))
}

fn grants(person: &CurrentSession, node: NodeId, permission: Permission) -> bool {
    reaching(person, node).any(|membership| membership.permissions.contains(permission))
}

fn reaching(person: &CurrentSession, node: NodeId) -> impl Iterator<Item = &Membership> {
    person.memberships.iter().filter(move |membership| is_above(membership) || membership.node == node)
}

/// All that the person may do in a node.
pub(crate) fn permissions_in(node: NodeId) -> Permissions {
    now().map_or(Permissions::NONE, |person| {
        reaching(&person, node).fold(Permissions::NONE, |all, membership| all.with(membership.permissions))
    })
}

/// A role in a provider or in the platform, not in a customer.
fn is_above(membership: &Membership) -> bool {
    !matches!(membership.node_kind.as_str(), "customer" | "site")
}

/// Where the person works when no customer is open: the widest of their nodes above customers.
pub(crate) fn home_node() -> Option<Membership> {
    now()?.memberships.into_iter().find(is_above)
}

/// What is known of a node by one's own roles.
pub(crate) fn membership(node: NodeId) -> Option<Membership> {
    now()?.memberships.into_iter().find(|membership| membership.node == node)
}

/// Whether the person reaches beyond one customer, so that there is a list of customers to go back to.
pub(crate) fn has_customers() -> bool {
    now().is_some_and(|person| {
        let mut nodes: Vec<_> = person.memberships.iter().map(|membership| membership.node).collect();
        nodes.dedup();
        nodes.len() > 1 || person.memberships.iter().any(is_above)
    })
}

/// Whether anything at all may be seen of a customer.
pub(crate) fn reads_customers() -> bool {
    now().is_some_and(|person| {
        person.memberships.iter().any(|m| m.permissions.contains(Permission::CustomersRead))
    })
}

pub(crate) fn may_create_customers() -> bool {
    now().is_some_and(|person| {
        person.memberships.iter().any(|m| m.permissions.contains(Permission::CustomersWrite))
    })
}

#[cfg(test)]
mod tests {
    use cordboard_types::Role;

    use super::*;

    const HERE: &str = "018f4a7e-0000-7000-8000-000000000001";
    const ELSEWHERE: &str = "018f4a7e-0000-7000-8000-000000000002";

    fn member(node: &str, node_kind: &str, role: Role, permissions: &[Permission]) -> CurrentSession {
        let membership = Membership {
            node: node.parse().unwrap(),
            node_name: "Node".into(),
            node_kind: node_kind.into(),
            role: role.into(),
            permissions: permissions.iter().copied().collect(),
        };
        CurrentSession {
            person: HERE.parse().unwrap(),
            name: "Anna".parse().unwrap(),
            email: "anna@example.net".parse().unwrap(),
            locale: cordboard_types::Locale::En,
            due: None,
            acting: None,
            memberships: vec![membership],
        }
    }

    #[test]
    fn a_customers_role_grants_nothing_elsewhere() {
        let anna = member(HERE, "customer", Role::CustomerAdministrator, &[Permission::DevicesWrite]);
        assert!(grants(&anna, HERE.parse().unwrap(), Permission::DevicesWrite));
        assert!(!grants(&anna, ELSEWHERE.parse().unwrap(), Permission::DevicesWrite));
        assert!(!grants(&anna, HERE.parse().unwrap(), Permission::AccessKeyReveal));
    }

    #[test]
    fn a_providers_role_reaches_its_customers() {
        let anna = member(ELSEWHERE, "provider", Role::ProviderAdministrator, &[Permission::DevicesWrite]);
        assert!(grants(&anna, HERE.parse().unwrap(), Permission::DevicesWrite));
    }
}
