//! Acting as somebody else: to see what they see and help them (P-038, P-039).

use actix_web::{HttpResponse, delete, post, web};
use cordboard_api::{ErrorCode, Problem};
use cordboard_store::audit::Entry;
use cordboard_types::{NodeId, PersonId};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use crate::{
    State,
    http::{
        access::{Entering, InNode, PeopleImpersonate},
        answer,
        error::ApiResult,
    },
};

/// Milliseconds after which it ends by itself.
const LIFE: i64 = 30 * 60 * 1000;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(act).service(stop);
}

/// Acts as a person of the node, for half an hour at most. Never as somebody who may more.
#[utoipa::path(responses(
    (status = 204), (status = 403, description = "`beyond_own_rights`, `not_while_acting`", body = Problem),
    (status = 404, body = Problem),
))]
#[post("/nodes/{node}/people/{person}/acting")]
async fn act(
    state: web::Data<State>,
    access: InNode<PeopleImpersonate>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let (session, whom) = (access.who.session, PersonId(path.1));
    let session = session.filter(|_| access.who.acting.is_none()).ok_or(ErrorCode::NotWhileActing)?;
    let system = state.store.system("act as somebody").await?;
    system.member(access.node, whom).await?;
    if whom == access.who.person {
        return Err(ErrorCode::NotWhileActing.into());
    }
    for grant in system.grants(whom).await? {
        let place = system.path(grant.node).await?;
        if !access.who.principal.may_hand_on(grant.permissions, &place) {
            return Err(ErrorCode::BeyondOwnRights.into());
        }
    }
    system.act(session, Some((whom, system.now().plus(LIFE)))).await?;
    system.audit(access.tenant(), &access.actor, entry("person.act", access.node, whom)).await?;
    system.commit().await?;
    Ok(answer::done())
}

/// Acts as oneself again.
#[utoipa::path(responses((status = 204), (status = 401, body = Problem)))]
#[delete("/sessions/current/acting")]
async fn stop(state: web::Data<State>, Entering(who): Entering) -> ApiResult<HttpResponse> {
    let Some(session) = who.session.filter(|_| who.acting.is_some()) else { return Ok(answer::done()) };
    let system = state.store.system("act as oneself again").await?;
    system.act(session, None).await?;
    system.audit(None, &who.actor, super::entry("person.act_end", who.person, "done")).await?;
    system.commit().await?;
    Ok(answer::done())
}

fn entry(action: &'static str, node: NodeId, person: PersonId) -> Entry {
    Entry {
        action,
        target_kind: "person",
        target_id: Some(person.0),
        outcome: "done",
        detail: serde_json::json!({ "node": node }),
    }
}
