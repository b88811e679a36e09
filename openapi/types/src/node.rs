//! Nodes of the organisation: their kinds, and the states of a customer.

use crate::macros::names;

names! {
    /// Kinds of nodes.
    NodeKind, "provider" {
        /// The root.
        Platform = "platform",
        /// Runs the platform for customers.
        Provider = "provider",
        /// Below a provider or another reseller.
        Reseller = "reseller",
        /// A tenant.
        Customer = "customer",
        /// A place of a customer.
        Site = "site",
    }
}

impl NodeKind {
    /// What a node of this kind has below it when a provider or reseller is made in it.
    #[must_use]
    pub fn organisation_below(self) -> Option<Self> {
        match self {
            Self::Platform => Some(Self::Provider),
            Self::Provider | Self::Reseller => Some(Self::Reseller),
            Self::Customer | Self::Site => None,
        }
    }

    /// Whether customers stand directly below.
    #[must_use]
    pub fn has_customers(self) -> bool {
        matches!(self, Self::Provider | Self::Reseller)
    }
}

names! {
    /// How a customer stands.
    CustomerState, "active" {
        /// Everything works.
        Active = "active",
        /// Its own people read and change nothing; its phones work as far as was chosen.
        Suspended = "suspended",
        /// Phones and agents are refused; it can be reopened until its grace period is over.
        Closed = "closed",
    }
}

names! {
    /// What the telephones of a suspended customer may do. Emergency calls always work.
    CallLock, "internal_only" {
        /// All they ever could.
        PhonesWork = "phones_work",
        /// Internal and emergency calls.
        InternalOnly = "internal_only",
    }
}
