//! Ids: one type a resource, so that a line's id never passes for a device's.

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub struct $name(pub uuid::Uuid);

        impl $name {
            /// A new id; later ids sort after earlier ones (UUID version 7).
            #[cfg(feature = "generate")]
            #[must_use]
            #[allow(clippy::new_without_default)]
            pub fn new() -> Self {
                Self(uuid::Uuid::now_v7())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self {
                Self(id)
            }
        }
    };
}

id!(
    /// A node of the organisation: platform, provider, reseller, customer or site.
    NodeId
);
id!(
    /// A customer, as the owner of rows. Equal to the customer's [`NodeId`].
    TenantId
);
id!(
    /// A site of a customer. Equal to the site's [`NodeId`].
    SiteId
);
id!(
    /// A person who signs in, known platform-wide by e-mail.
    PersonId
);
id!(
    /// A role somebody made, beside the predefined ones.
    RoleId
);
id!(
    /// An invitation to take a role.
    InvitationId
);
id!(
    /// An API token.
    ApiTokenId
);
id!(
    /// A PBX user of a customer.
    UserId
);
id!(
    /// An authorisation group of a customer's PBX (003 §Autorisatiegroepen).
    GroupId
);
id!(
    /// A set of enabled web modules (003 §Web GUI).
    GuiGroupId
);
id!(
    /// What an authorisation group grants: a right on a target.
    GrantId
);
id!(
    /// A pickup group: its members answer each other's calls (003 §Pick-upgroepen).
    PickupGroupId
);
id!(
    /// A hunt group: one number for several extensions (003 §Huntgroep).
    HuntGroupId
);
id!(
    /// Long work with progress.
    JobId
);
id!(
    /// A line: one extension with one address of record.
    LineId
);
id!(
    /// A credential set of a line: its own, or a device's.
    CredentialSetId
);
id!(
    /// A phone, a DECT system or a DECT handset.
    DeviceId
);
id!(
    /// An access key of a device.
    AccessKeyId
);
id!(
    /// An immutable compiled configuration of a target.
    ReleaseId
);
id!(
    /// A change of the open change set.
    ChangeId
);
id!(
    /// A device agent on a site.
    AgentId
);
id!(
    /// A call, made by the agent that carried it.
    CallId
);
id!(
    /// A browser session.
    SessionId
);
id!(
    /// A redirect service that may look up MACs.
    RedirectServiceId
);
id!(
    /// One request that writes: its rows in the audit log share it.
    OperationId
);
id!(
    /// One thing an agent reports; the server takes each once.
    ReportId
);

impl From<TenantId> for NodeId {
    fn from(id: TenantId) -> Self {
        Self(id.0)
    }
}

impl From<SiteId> for NodeId {
    fn from(id: SiteId) -> Self {
        Self(id.0)
    }
}
