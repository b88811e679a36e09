//! Who is signed in, as a message.

use cordboard_api::sessions::{Acting, CurrentSession, Due, Membership};
use cordboard_domain::access::Grant;
use cordboard_store::{System, nodes::Node, people::Person};

use crate::{
    State,
    http::{error::ApiResult, session::SignedIn},
};

/// Who asks.
///
/// # Errors
/// When the database fails.
pub(in crate::http) async fn describe(state: &State, who: &SignedIn) -> ApiResult<CurrentSession> {
    let system = state.store.system_read("current session").await?;
    let person = system.person(who.person).await?;
    let acting = match who.acting {
        None => None,
        Some(acting) => Some(Acting { by: system.person(acting.by).await?.name, until: acting.until }),
    };
    let memberships = memberships(&system, &who.principal.grants).await?;
    Ok(CurrentSession { acting, ..message(person, who.due, memberships) })
}

/// Who just gave the right password; with a second factor due nothing of their rights is said.
///
/// # Errors
/// When the database fails.
pub(super) async fn after_password(system: &System, person: Person) -> ApiResult<CurrentSession> {
    if person.second_factor_since.is_some() {
        return Ok(message(person, Some(Due::SecondFactor), Vec::new()));
    }
    let due = person.must_change_password.then_some(Due::NewPassword);
    let memberships = memberships(system, &system.principal(person.id).await?.grants).await?;
    Ok(message(person, due, memberships))
}

async fn memberships(system: &System, grants: &[Grant]) -> ApiResult<Vec<Membership>> {
    let ids: Vec<_> = grants.iter().map(|grant| grant.node).collect();
    let nodes = system.nodes(&ids).await?;
    let mut grants = grants.to_vec();
    grants.sort_by_key(|grant| (grant.role, grant.node));
    let named = |grant: Grant| {
        let node: &Node = nodes.iter().find(|node| node.id == grant.node)?;
        Some(Membership {
            node: grant.node,
            node_name: node.name.clone(),
            node_kind: node.kind.clone(),
            role: grant.role,
            permissions: grant.permissions,
        })
    };
    Ok(grants.into_iter().filter_map(named).collect())
}

fn message(person: Person, due: Option<Due>, memberships: Vec<Membership>) -> CurrentSession {
    CurrentSession {
        person: person.id,
        name: person.name,
        email: person.email,
        locale: person.locale,
        due,
        acting: None,
        memberships,
    }
}
