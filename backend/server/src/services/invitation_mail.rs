//! The mail with which somebody is invited.

use cordboard_messages::{Arg, Key, text};
use cordboard_store::invitations::Invitation;

use crate::{
    State,
    http::error::{ApiError, ApiResult},
    integrations::mail::Mail,
};

/// Mails the link of an invitation. Goes on by itself: the invitation stands, and its link can be sent again.
pub fn send(state: &State, invitation: Invitation, token: String) {
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = mail(&state, &invitation, &token).await {
            tracing::error!(invitation = %invitation.id, %error, "an invitation could not be mailed");
        }
    });
}

async fn mail(state: &State, invitation: &Invitation, token: &str) -> ApiResult<()> {
    let node = state.store.system_read("mail an invitation").await?.nodes(&[invitation.node]).await?.pop();
    let node = node.ok_or_else(|| ApiError::internal("an invitation without its node"))?;
    // After the `#`, so that neither a log nor a proxy sees it.
    let url = format!("{}/invitation#{token}", state.settings.public_url());
    let arguments: [(&str, Arg<'_>); 4] = [
        ("name", invitation.name.as_str().into()),
        ("by", invitation.by_name.as_str().into()),
        ("node", node.name.as_str().into()),
        ("url", url.into()),
    ];
    let letter = Mail {
        to: invitation.email.clone(),
        subject: text(invitation.locale, Key::MailInvitationSubject, &arguments),
        text: text(invitation.locale, Key::MailInvitationText, &arguments),
    };
    state.mailer.send(&letter).await.map_err(ApiError::internal)
}
