//! Who holds which role in a node, and who is invited.

use cordboard_api::people::{Invitation, Member, NewInvitation, NewMembership};
use cordboard_types::{InvitationId, NodeId, PersonId, RoleName};
use gloo_net::http::Method;

use super::{
    Answer, Listing,
    request::{ALL, Terms, act, list, send},
};

pub(crate) async fn page(node: NodeId, pages: usize) -> Answer<Listing<Member>> {
    list(&format!("/nodes/{node}/people"), pages).await
}

pub(crate) async fn grant(node: NodeId, person: PersonId, role: RoleName) -> Answer<()> {
    let path = format!("/nodes/{node}/people/{person}/roles");
    send(Method::POST, &path, &Terms::default(), &NewMembership { role }).await
}

pub(crate) async fn revoke(node: NodeId, person: PersonId, role: RoleName) -> Answer<()> {
    act(Method::DELETE, &format!("/nodes/{node}/people/{person}/roles/{role}"), &Terms::default()).await
}

pub(crate) async fn invitations(node: NodeId) -> Answer<Vec<Invitation>> {
    Ok(list(&format!("/nodes/{node}/invitations"), ALL).await?.items)
}

pub(crate) async fn invite(node: NodeId, key: String, body: NewInvitation) -> Answer<Invitation> {
    send(Method::POST, &format!("/nodes/{node}/invitations"), &Terms::create(key), &body).await
}

pub(crate) async fn renew(node: NodeId, invitation: InvitationId) -> Answer<()> {
    act(Method::POST, &format!("/nodes/{node}/invitations/{invitation}/renewals"), &Terms::default()).await
}

pub(crate) async fn take_back(node: NodeId, invitation: InvitationId) -> Answer<()> {
    act(Method::DELETE, &format!("/nodes/{node}/invitations/{invitation}"), &Terms::default()).await
}
