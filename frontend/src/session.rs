//! Who is signed in, for the whole page.

use std::cell::Cell;

use cordboard_api::sessions::CurrentSession;
use cordboard_types::{NodeId, Permission, TenantId};
use leptos::prelude::*;

use crate::words;

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
    if let Some(session) = CURRENT.get() {
        session.set(Session::SignedOut);
    }
}

/// Somebody signed in.
pub(crate) fn began(person: CurrentSession) {
    words::set_locale(person.locale);
    if let Some(session) = CURRENT.get() {
        session.set(Session::SignedIn(person));
    }
}

/// Who is signed in, if anybody.
pub(crate) fn person() -> Option<CurrentSession> {
    match CURRENT.get()?.get() {
        Session::SignedIn(person) => Some(person),
        Session::Unknown | Session::SignedOut => None,
    }
}

/// Whether the person may do this to anything of the customer. The server decides; this only hides what would be refused.
pub(crate) fn may(customer: TenantId, permission: Permission) -> bool {
    person().is_some_and(|person| grants(&person, customer, permission))
}

fn grants(person: &CurrentSession, customer: TenantId, permission: Permission) -> bool {
    person
        .memberships
        .iter()
        .filter(|membership| membership.node_kind != "customer" || membership.node == NodeId::from(customer))
        .any(|membership| membership.permissions.contains(&permission))
}

/// Whether the person works for a provider, so that there is a list of customers to go back to.
pub(crate) fn may_create_customers() -> bool {
    person().is_some_and(|person| {
        person.memberships.iter().any(|m| m.permissions.contains(&Permission::CustomersWrite))
    })
}
