//! Invitations to a role, and what the invited person does with the link.

mod acceptances;

use actix_web::{HttpResponse, delete, get, post, web};
use cordboard_api::{
    Page, Problem,
    people::{Invitation, NewInvitation},
};
use cordboard_store::{System, audit::Entry, invitations as rows};
use cordboard_types::InvitationId;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

use super::{
    access::{InNode, PeopleRead, PeopleWrite},
    answer,
    body::Body,
    error::ApiResult,
    idempotency::IdempotencyKey,
    query::PageQuery,
    session,
};
use crate::{
    State,
    services::{invitation_mail, roles},
};

/// Milliseconds a link lives: a week.
pub const LIFE: i64 = 7 * 24 * 60 * 60 * 1000;

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(list).service(create).service(renew).service(remove);
    acceptances::configure(config);
}

/// Open invitations of a node, newest first.
#[utoipa::path(params(PageQuery), responses((status = 200, body = Page<Invitation>), (status = 404, body = Problem)))]
#[get("/nodes/{node}/invitations")]
async fn list(
    state: web::Data<State>,
    access: InNode<PeopleRead>,
    query: web::Query<PageQuery>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("list invitations").await?;
    answer::page(system.invitations(access.node, &query.into_inner().into()).await?, message)
}

/// Invites somebody by mail to take a role. Nobody gives more than they may themselves.
#[utoipa::path(request_body = NewInvitation, params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = Invitation), (status = 403, description = "`beyond_own_rights`", body = Problem),
    (status = 404, body = Problem), (status = 422, body = Problem),
))]
#[post("/nodes/{node}/invitations")]
async fn create(
    state: web::Data<State>,
    access: InNode<PeopleWrite>,
    key: IdempotencyKey,
    body: Body<NewInvitation>,
) -> ApiResult<HttpResponse> {
    let once = key.once(access.who.person, &body.hash);
    let system = state.store.system("invite").await?;
    if let Some(answer) = once.begin(&system).await? {
        return Ok(answer);
    }
    let new = body.value;
    roles::may_give(&system, &access.who.principal, &access.path, new.role).await?;
    let inviter = system.person(access.who.person).await?;
    let token = session::new_token(&state)?;
    let id = system
        .create_invitation(&rows::NewInvitation {
            node: access.node,
            email: new.email,
            name: new.name,
            role: new.role,
            locale: new.locale.unwrap_or(inviter.locale),
            token: session::hash(&token),
            by: inviter.id,
            by_name: inviter.name.to_string(),
            expires_at: system.now().plus(LIFE),
        })
        .await?;
    let invitation = system.invitation(access.node, id).await?;
    audit(&system, &access, "invitation.create", &invitation).await?;
    let answer = once.finish(system, &message(invitation.clone())).await?;
    invitation_mail::send(&state, invitation, token);
    Ok(answer)
}

/// Mails a new link; the one before is dead.
#[utoipa::path(responses((status = 204), (status = 403, body = Problem), (status = 404, body = Problem)))]
#[post("/nodes/{node}/invitations/{invitation}/renewals")]
async fn renew(
    state: web::Data<State>,
    access: InNode<PeopleWrite>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("renew an invitation").await?;
    let invitation = system.invitation(access.node, InvitationId(path.1)).await?;
    roles::may_give(&system, &access.who.principal, &access.path, invitation.role).await?;
    let token = session::new_token(&state)?;
    system.renew_invitation(invitation.id, &session::hash(&token), system.now().plus(LIFE)).await?;
    audit(&system, &access, "invitation.renew", &invitation).await?;
    system.commit().await?;
    invitation_mail::send(&state, invitation, token);
    Ok(answer::done())
}

/// Takes an invitation back: its link is dead.
#[utoipa::path(responses((status = 204), (status = 404, body = Problem)))]
#[delete("/nodes/{node}/invitations/{invitation}")]
async fn remove(
    state: web::Data<State>,
    access: InNode<PeopleWrite>,
    path: web::Path<(Uuid, Uuid)>,
) -> ApiResult<HttpResponse> {
    let system = state.store.system("take an invitation back").await?;
    let invitation = system.invitation(access.node, InvitationId(path.1)).await?;
    system.delete_invitation(invitation.id).await?;
    audit(&system, &access, "invitation.delete", &invitation).await?;
    system.commit().await?;
    Ok(answer::done())
}

async fn audit(
    system: &System,
    access: &InNode<PeopleWrite>,
    action: &'static str,
    invitation: &rows::Invitation,
) -> ApiResult<()> {
    let entry = Entry {
        action,
        target_kind: "invitation",
        target_id: Some(invitation.id.0),
        outcome: "done",
        detail: serde_json::json!({
            "node": invitation.node, "email": invitation.email, "role": invitation.role,
        }),
    };
    Ok(system.audit(access.tenant(), &access.actor, entry).await?)
}

fn message(row: rows::Invitation) -> Invitation {
    Invitation {
        id: row.id,
        email: row.email,
        name: row.name,
        role: row.role,
        invited_by: row.by_name,
        created_at: row.created_at,
        expires_at: row.expires_at,
    }
}
