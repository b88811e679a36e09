//! What the invited person does with the link.

use actix_web::{HttpRequest, HttpResponse, post, web};
use cordboard_api::{
    ErrorCode, Problem,
    people::{InvitationAcceptance, InvitationFound, InvitationLookup},
};
use cordboard_domain::access::Principal;
use cordboard_store::{System, audit::Entry, invitations::Invitation, people::Person};
use cordboard_types::{PersonId, TenantId};
use utoipa_actix_web::service_config::ServiceConfig;

use crate::{
    State,
    http::{
        answer,
        body::Body,
        error::{ApiError, ApiResult},
        password_resets::over,
        session,
        sessions::nobody,
    },
    services::{passwords, roles, sign_in::Attempt},
};

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(look_up).service(accept);
}

/// What a link is for.
#[utoipa::path(request_body = InvitationLookup, responses(
    (status = 200, body = InvitationFound), (status = 404, description = "`link_over`", body = Problem),
))]
#[post("/invitation-lookups")]
async fn look_up(state: web::Data<State>, body: Body<InvitationLookup>) -> ApiResult<HttpResponse> {
    let system = state.store.system_read("look up an invitation").await?;
    let invitation = system.invitation_of(&session::hash(&body.value.token)).await.map_err(over)?;
    let node = system.nodes(&[invitation.node]).await?.pop().ok_or(ErrorCode::LinkOver)?;
    let has_password = with_password(&system, &invitation).await?.is_some();
    answer::ok(&InvitationFound {
        email: invitation.email,
        name: invitation.name,
        node_name: node.name,
        invited_by: invitation.by_name,
        has_password,
    })
}

/// Takes the role. A new person chooses a password; a known one gives the one in force.
#[utoipa::path(request_body = InvitationAcceptance, responses(
    (status = 204), (status = 404, description = "`link_over`", body = Problem), (status = 422, body = Problem),
    (status = 429, body = Problem),
))]
#[post("/invitation-acceptances")]
async fn accept(
    state: web::Data<State>,
    request: HttpRequest,
    body: Body<InvitationAcceptance>,
) -> ApiResult<HttpResponse> {
    let InvitationAcceptance { token, password } = body.value;
    let token = session::hash(&token);
    let (invitation, known) = {
        let system = state.store.system_read("accept an invitation").await?;
        let invitation = system.invitation_of(&token).await.map_err(over)?;
        let known = with_password(&system, &invitation).await?;
        (invitation, known)
    };
    let hash = match known {
        Some(person) => {
            own_password(&state, &request, &person, password.as_str()).await?;
            None
        }
        None => {
            let about = [invitation.name.as_str(), invitation.email.as_str()];
            passwords::check(&state, password.as_str(), &about, "/password")?;
            Some(passwords::hash_aside(password.as_str()).await?)
        }
    };
    let system = state.store.system("accept an invitation").await?;
    system.accept_invitation(invitation.id).await.map_err(over)?;
    let inviter = still_given(&system, &invitation).await?;
    let person = admit(&system, &invitation, hash.as_deref()).await?;
    link(&system, &invitation, &inviter, person).await?;
    let tenant = system.tenant_among(&system.path(invitation.node).await?).await?;
    system.audit(tenant, &nobody(&request), entry(&invitation, person)).await?;
    system.commit().await?;
    Ok(answer::done())
}

async fn with_password(system: &System, invitation: &Invitation) -> ApiResult<Option<Person>> {
    let person = system.person_by_email(&invitation.email).await?;
    Ok(person.filter(|person| !person.password_hash.is_empty()))
}

async fn own_password(
    state: &State,
    request: &HttpRequest,
    person: &Person,
    password: &str,
) -> ApiResult<()> {
    let attempt = Attempt::on(person.email.as_str(), request);
    attempt.admit(state).await?;
    if passwords::verify(password, Some(person.password_hash.clone())).await? {
        return Ok(());
    }
    let system = state.store.system("refuse an invitation's password").await?;
    attempt.failed(&system).await?;
    system.commit().await?;
    Err(ApiError::at(ErrorCode::WrongPassword, "/password"))
}

/// The one who invited must still be allowed to give the role: rights are worth what they are at the moment of use.
async fn still_given(system: &System, invitation: &Invitation) -> ApiResult<Principal> {
    let by = invitation.by.ok_or(ErrorCode::LinkOver)?;
    let path = system.path(invitation.node).await?;
    let inviter = system.principal(by).await?;
    match roles::may_give(system, &inviter, &path, invitation.role).await {
        Err(error) if matches!(error.code, ErrorCode::BeyondOwnRights | ErrorCode::UnknownReference) => {
            Err(ErrorCode::LinkOver.into())
        }
        other => other.map(|()| inviter),
    }
}

/// The address was shown to be theirs: PBX users with it, and without a person, are theirs too. Not where that would
/// give more than the one who invited may give.
async fn link(
    system: &System,
    invitation: &Invitation,
    inviter: &Principal,
    person: PersonId,
) -> ApiResult<()> {
    let path = system.path(invitation.node).await?;
    let Some(tenant) = system.tenant_among(&path).await? else { return Ok(()) };
    if tenant != TenantId(invitation.node.0) {
        return Ok(());
    }
    let linked = system.link_users(tenant, &invitation.email, person).await?;
    let (shown, _) = system.held_through_users(person, &[tenant]).await?;
    let may = shown.iter().all(|grant| inviter.may_hand_on(grant.permissions, &path));
    if may { Ok(()) } else { Ok(system.unlink_users(tenant, &linked).await?) }
}

async fn admit(system: &System, invitation: &Invitation, hash: Option<&str>) -> ApiResult<PersonId> {
    let person = match (system.person_by_email(&invitation.email).await?, hash) {
        (Some(person), None) => person.id,
        (Some(person), Some(hash)) => {
            system.set_password(person.id, hash, false).await?;
            person.id
        }
        (None, hash) => {
            let hash = hash.ok_or(ErrorCode::LinkOver)?;
            let id = system.create_person(&invitation.email, &invitation.name, hash).await?;
            let made = system.person(id).await?;
            system.change_person(id, made.version, &made.name, invitation.locale).await?;
            id
        }
    };
    if !system.grants(person).await?.iter().any(|g| g.node == invitation.node && g.role == invitation.role) {
        system.grant(person, invitation.node, invitation.role).await?;
    }
    Ok(person)
}

fn entry(invitation: &Invitation, person: PersonId) -> Entry {
    Entry {
        action: "invitation.accept",
        target_kind: "person",
        target_id: Some(person.0),
        outcome: "done",
        detail: serde_json::json!({ "after": { "node": invitation.node, "role": invitation.role } }),
    }
}
