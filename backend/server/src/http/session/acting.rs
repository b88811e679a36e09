//! The rights behind a session: the person's own, or those of somebody they act as (P-038, P-039).
//!
//! Who acts as somebody else never has more than they may themselves, and no way to credentials, keys, tokens or
//! roles; both are named in the audit log.

use actix_web::HttpRequest;
use cordboard_api::sessions::Due;
use cordboard_domain::access::Principal;
use cordboard_store::{Result, System, audit::Actor, sessions::Session};
use cordboard_types::{Permission, Permissions, PersonId};

use super::{ActingFor, SignedIn, admission::Rights};
use crate::http::client;

/// What nobody does in another's name.
fn own_only() -> Permissions {
    use Permission as P;
    [
        P::AccessKeyReveal,
        P::AccessKeyRotate,
        P::CredentialsRotate,
        P::TokensWrite,
        P::PeopleWrite,
        P::PeopleImpersonate,
        P::RolesWrite,
    ]
    .into_iter()
    .collect()
}

pub(super) async fn signed_in(
    system: &System,
    request: &HttpRequest,
    session: &Session,
    rights: Rights,
) -> Result<SignedIn> {
    let due = match session.second_factor_due {
        true => Some(Due::SecondFactor),
        false => rights.due(session.new_password_due, session.has_second_factor),
    };
    let (own, outside) = rights.principals();
    let actor = Actor {
        id: Some(session.person.0),
        name: session.email.to_string(),
        credential: format!("session {}", session.id),
        ..client::actor(request)
    };
    let who = SignedIn {
        person: session.person,
        email: session.email.clone(),
        session: Some(session.id),
        due,
        acting: None,
        principal: own,
        outside,
        actor,
    };
    match session.acting_for {
        Some((whom, until)) if due.is_none() => {
            let acting = ActingFor { by: session.person, until };
            act(system, who, whom, acting).await
        }
        _ => Ok(who),
    }
}

async fn act(system: &System, who: SignedIn, whom: PersonId, acting: ActingFor) -> Result<SignedIn> {
    let person = system.person(whom).await?;
    let principal = narrowed(system, &who.principal, whom).await?;
    let actor = Actor { on_behalf_of: Some((whom.0, person.email.to_string())), ..who.actor };
    Ok(SignedIn {
        person: whom,
        email: person.email,
        acting: Some(acting),
        principal,
        outside: Principal::default(),
        actor,
        ..who
    })
}

/// The rights of `whom`, each with no more than who acts may do in the same place at this moment.
async fn narrowed(system: &System, own: &Principal, whom: PersonId) -> Result<Principal> {
    let mut theirs = system.principal(whom).await?;
    for grant in &mut theirs.grants {
        let path = system.path(grant.node).await?;
        grant.permissions = grant.permissions.common(own.at(&path)).without(own_only());
    }
    theirs.features.retain(|feature| own.features.contains(feature));
    Ok(theirs)
}
