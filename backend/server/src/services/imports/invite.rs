//! Invitations of imported users, a few at a time.

use cordboard_store::{System, imports::ToInvite, invitations::NewInvitation};
use cordboard_types::{InvitationId, NodeId, Permission, Role};

use crate::{
    State,
    http::{
        error::{ApiError, ApiResult},
        invitations::LIFE,
        session,
    },
    services::{invitation_mail, roles},
};

/// Invitations of one go: the mail server is nobody's alone.
const AT_ONCE: u16 = 20;

/// Sends the next invitations; answers how many. Rights are worth what they are now: where who began the import may no
/// longer invite, nobody is.
///
/// # Errors
/// When the database fails; what was not committed is sent another time.
pub async fn send(state: &State) -> ApiResult<u64> {
    let system = state.store.system("invite imported users").await?;
    let waiting = system.take_invitations(AT_ONCE).await?;
    let mut letters = Vec::new();
    for to in waiting {
        if !may_invite(&system, &to).await? {
            continue;
        }
        let token = session::new_token(state)?;
        let id = invite(&system, &to, &token).await?;
        letters.push((system.invitation(NodeId(to.tenant.0), id).await?, token));
    }
    system.commit().await?;
    let count = u64::try_from(letters.len()).map_err(ApiError::internal)?;
    for (invitation, token) in letters {
        invitation_mail::send(state, invitation, token);
    }
    Ok(count)
}

async fn may_invite(system: &System, to: &ToInvite) -> ApiResult<bool> {
    let path = system.path(to.tenant.into()).await?;
    let author = system.principal(to.author).await?;
    let may = author.at(&path).contains(Permission::PeopleWrite);
    Ok(may && roles::may_give(system, &author, &path, Role::User.into()).await.is_ok())
}

async fn invite(system: &System, to: &ToInvite, token: &str) -> ApiResult<InvitationId> {
    let author = system.person(to.author).await?;
    let new = NewInvitation {
        node: to.tenant.into(),
        email: to.email.clone(),
        name: to.name.clone(),
        role: Role::User.into(),
        locale: to.language.unwrap_or(author.locale),
        token: session::hash(token),
        by: author.id,
        by_name: author.name.to_string(),
        expires_at: system.now().plus(LIFE),
    };
    Ok(system.create_invitation(&new).await?)
}
