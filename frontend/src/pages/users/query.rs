use cordboard_api::{
    devices::Device,
    events::Topic,
    groups::{Group, PickupGroup},
    people::{Invitation, Member},
    sites::Site,
    users::{CredentialSet, User, UserGroups, UserPermission},
};
use cordboard_types::{LineId, TenantId, UserId};

use crate::{
    api::{self, Answer, request::ALL},
    query::Query,
};

pub(super) fn user(customer: TenantId, user: UserId) -> Query<User> {
    Query::new(&[Topic::User, Topic::Registration, Topic::Device], move || api::users::one(customer, user))
}

pub(super) fn devices(customer: TenantId, line: LineId) -> Query<Vec<Device>> {
    Query::new(&[Topic::Device, Topic::Registration], move || api::devices::on_line(customer, line))
}

pub(super) fn credentials(customer: TenantId, line: LineId) -> Query<Vec<CredentialSet>> {
    Query::new(&[Topic::User, Topic::Device], move || api::users::credentials(customer, line))
}

pub(super) fn sites(customer: TenantId) -> Query<Vec<Site>> {
    Query::new(&[Topic::Site], move || api::sites::all(customer))
}

pub(super) async fn all_people(customer: TenantId) -> Answer<Vec<Member>> {
    Ok(api::people::page(customer.into(), ALL).await?.items)
}

/// Who may be behind a user: those who hold a role in the customer.
pub(super) fn people(customer: TenantId) -> Query<Vec<Member>> {
    Query::new(&[], move || all_people(customer))
}

pub(super) fn invitations(customer: TenantId) -> Query<Vec<Invitation>> {
    Query::new(&[], move || api::people::invitations(customer.into()))
}

pub(super) fn groups(customer: TenantId) -> Query<Vec<Group>> {
    Query::new(&[Topic::Group], move || api::groups::all(customer))
}

pub(super) fn pickup_groups(customer: TenantId) -> Query<Vec<PickupGroup>> {
    Query::new(&[Topic::Group], move || api::pickup_groups::all(customer))
}

pub(super) fn of_user(customer: TenantId, user: UserId) -> Query<UserGroups> {
    Query::new(&[Topic::User, Topic::Group], move || api::memberships::of_user(customer, user))
}

pub(super) fn permissions(customer: TenantId, user: UserId) -> Query<Vec<UserPermission>> {
    Query::new(&[Topic::User, Topic::Group], move || api::memberships::permissions(customer, user))
}
