//! Limits and entitlements of customers, their usage, and what to warn of.

use cordboard_types::{LimitName, SiteId, Timestamp};

use crate::{choice, dto, nodes::NodeRef};

dto! {
    /// `GET /customers/{customer}/usage`.
    pub struct UsageList {
        /// Every limit and entitlement.
        pub items: Vec<Usage>,
    }

    /// A limit with its usage.
    pub struct Usage {
        /// What it is about.
        pub name: LimitName,
        /// How many there are; for parallel calls the most of the last 24 hours. None for licence items whose use
        /// only the devices know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub used: Option<u64>,
        /// How many there may be; none without a limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub limit: Option<u64>,
        /// Where the limit comes from; none where licences or nobody decide.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<NodeRef>,
        /// How near it is.
        pub state: UsageState,
    }

    /// A limit set in a node.
    pub struct OwnLimit {
        /// Which.
        pub name: LimitName,
        /// How many there may be.
        pub value: u64,
        /// Whether it holds for everything below.
        pub locked: bool,
        /// Since when.
        pub at: Timestamp,
        /// Who set it.
        pub by: String,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// `PUT /nodes/{node}/limits/{name}` with `If-Match`: 0 where the node has none of its own.
    pub struct LimitChange {
        /// How many there may be.
        pub value: u64,
        /// Whether it holds for everything below.
        #[serde(default)]
        pub lock: bool,
    }

    /// Something of a customer to see to.
    pub struct Warning {
        /// What.
        pub kind: WarningKind,
        /// The site.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub site: Option<SiteId>,
        /// Its name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub site_name: Option<String>,
        /// The limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub limit: Option<Usage>,
        /// Since when, or when it comes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub at: Option<Timestamp>,
    }
}

choice! {
    /// How near a limit is.
    pub enum UsageState {
        /// Below 80 %, or no limit.
        Ok,
        /// 80 % or more.
        Near,
        /// Nothing more is to be had.
        Reached,
    }

    /// What to see to.
    pub enum WarningKind {
        /// A site has no emergency address.
        EmergencyAddressMissing,
        /// A site has no number for emergency calls.
        EmergencyCallerMissing,
        /// A site has no agent: no calls there.
        AgentMissing,
        /// A site's agent is not connected.
        AgentAway,
        /// A limit is near.
        LimitNear,
        /// A limit is reached.
        LimitReached,
        /// The customer is suspended.
        Suspended,
        /// The customer is closed and will be erased.
        Closed,
    }
}
