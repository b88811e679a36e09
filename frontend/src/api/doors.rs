//! What is reached without a session: the links of mails.

use cordboard_api::{
    people::{InvitationAcceptance, InvitationFound, InvitationLookup},
    profile::{PasswordForgotten, PasswordReset},
};
use cordboard_types::{Email, SignInPassword};
use gloo_net::http::Method;

use super::{
    Answer,
    request::{Terms, send},
};

pub(crate) async fn forgot(email: Email) -> Answer<()> {
    send(Method::POST, "/password-resets", &Terms::default(), &PasswordForgotten { email }).await
}

pub(crate) async fn reset(token: String, password: SignInPassword) -> Answer<()> {
    let body = PasswordReset { token, password };
    send(Method::POST, "/password-resets/completions", &Terms::default(), &body).await
}

pub(crate) async fn invitation(token: String) -> Answer<InvitationFound> {
    send(Method::POST, "/invitation-lookups", &Terms::default(), &InvitationLookup { token }).await
}

pub(crate) async fn accept(token: String, password: SignInPassword) -> Answer<()> {
    let body = InvitationAcceptance { token, password };
    send(Method::POST, "/invitation-acceptances", &Terms::default(), &body).await
}
