use cordboard_types::{NodeId, Permission, TenantId};

use crate::{
    address::{Address, Place, Room},
    session,
};

/// The node whose people, roles and settings are shown: a provider's, or a customer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node {
    pub(crate) id: NodeId,
    customer: Option<TenantId>,
}

impl Node {
    pub(crate) fn plain(id: NodeId) -> Self {
        Self { id, customer: None }
    }

    pub(crate) fn of_customer(customer: TenantId) -> Self {
        Self { id: customer.into(), customer: Some(customer) }
    }

    /// The customer it is, if it is one.
    pub(crate) fn customer(self) -> Option<TenantId> {
        self.customer
    }

    pub(crate) fn is_customer(self) -> bool {
        self.customer.is_some()
    }

    /// The address of one of its rooms.
    pub(crate) fn to(self, room: Room) -> String {
        match self.customer {
            Some(customer) => Place::Room(room).of(customer),
            None => Address::Node(self.id, room).to_string(),
        }
    }

    /// Whether the person may do this here.
    pub(crate) fn may(self, permission: Permission) -> bool {
        session::may_in(self.id, permission)
    }
}
