//! Who is signed in, for the whole page.

use std::cell::Cell;

use cordboard_api::sessions::CurrentSession;
use cordboard_types::{NodeId, Permission, TenantId};
use leptos::{prelude::*, task::spawn_local};

use crate::{prefs, words};

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

/// Whether the person may do this to anything of the customer. The server decides; this only hides what would be
/// refused.
pub(crate) fn may(customer: TenantId, permission: Permission) -> bool {
    person().is_some_and(|person| grants(&person, customer, permission))
}

fn grants(person: &CurrentSession, customer: TenantId, permission: Permission) -> bool {
    person
        .memberships
        .iter()
        .filter(|membership| membership.node_kind != "customer" || membership.node == NodeId::from(customer))
        .any(|membership| membership.permissions.contains(permission))
}

/// Whether the person reaches beyond one customer, so that there is a list of customers to go back to.
pub(crate) fn has_customers() -> bool {
    person().is_some_and(|person| {
        let within = |kind: &str| matches!(kind, "customer" | "site");
        person.memberships.len() > 1 || person.memberships.iter().any(|m| !within(&m.node_kind))
    })
}

pub(crate) fn may_create_customers() -> bool {
    person().is_some_and(|person| {
        person.memberships.iter().any(|m| m.permissions.contains(Permission::CustomersWrite))
    })
}

#[cfg(test)]
mod tests {
    use cordboard_api::sessions::Membership;
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
