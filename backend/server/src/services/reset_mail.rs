//! The mail with which a forgotten password is replaced.

use cordboard_messages::{Arg, Key, text};
use cordboard_store::{audit::Actor, people::Person};
use cordboard_types::Email;

use crate::{
    State,
    http::{
        error::{ApiError, ApiResult},
        session,
        sessions::entry,
    },
    integrations::mail::Mail,
};

/// Milliseconds a link lives.
const LIFE: i64 = 60 * 60 * 1000;

/// Mails a link, if there is such a person. Goes on by itself, so that the answer takes no longer where there is.
pub fn send(state: &State, email: Email, actor: Actor) {
    let state = state.clone();
    tokio::spawn(async move {
        if let Err(error) = mail(&state, &email, &actor).await {
            tracing::error!(%error, "a link for a forgotten password could not be mailed");
        }
    });
}

async fn mail(state: &State, email: &Email, actor: &Actor) -> ApiResult<()> {
    let system = state.store.system("forgotten password").await?;
    let Some(person) = system.person_by_email(email).await? else { return Ok(()) };
    let token = session::new_token(state)?;
    system.create_password_reset(person.id, session::hash(&token), system.now().plus(LIFE)).await?;
    system.audit(None, actor, entry("person.forgot_password", person.id, "done")).await?;
    system.commit().await?;
    state.mailer.send(&letter(state, &person, &token)).await.map_err(ApiError::internal)
}

fn letter(state: &State, person: &Person, token: &str) -> Mail {
    // After the `#`, so that neither a log nor a proxy sees it.
    let url = format!("{}/password-reset#{token}", state.settings.public_url());
    let arguments: [(&str, Arg<'_>); 2] = [("name", person.name.as_str().into()), ("url", url.into())];
    Mail {
        to: person.email.clone(),
        subject: text(person.locale, Key::MailResetSubject, &arguments),
        text: text(person.locale, Key::MailResetText, &arguments),
    }
}
