//! The tree of the organisation: platform, providers, resellers, customers, sites.

use cordboard_types::{CustomerState, Label, NodeId, NodeKind, TenantId, Timestamp};

use crate::{Page, dto};

dto! {
    /// A node by its name.
    pub struct NodeRef {
        /// Its id.
        pub id: NodeId,
        /// Its kind.
        pub kind: NodeKind,
        /// Its name.
        pub name: String,
    }

    /// `GET /nodes/{node}`.
    pub struct Node {
        /// Its id.
        pub id: NodeId,
        /// Its kind.
        pub kind: NodeKind,
        /// Its name.
        pub name: String,
        /// The nodes from the topmost one may see down to it, itself included.
        pub path: Vec<NodeRef>,
        /// State of the customer it is or belongs to; none above customers.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub state: Option<CustomerState>,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// A node in the list of those below another.
    pub struct ChildNode {
        /// Its id.
        pub id: NodeId,
        /// Its kind.
        pub kind: NodeKind,
        /// Its name.
        pub name: String,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// `POST /nodes/{node}/children`: a provider below the platform, a reseller below a provider or a reseller.
    pub struct NewNode {
        /// Its name.
        pub name: Label,
    }

    /// `PATCH /nodes/{node}` with `If-Match`.
    pub struct NodeChange {
        /// New name.
        pub name: Label,
    }

    /// `POST /nodes/{node}/moves` with `If-Match`.
    pub struct NodeMove {
        /// The new parent.
        pub to: NodeId,
    }

    /// `GET /nodes/{node}/overview`: how much there is below a node, and which customers need somebody.
    pub struct Overview {
        /// Customers, active or not.
        pub customers: u32,
        /// Suspended ones.
        pub suspended: u32,
        /// Closed ones.
        pub closed: u32,
        /// Sites.
        pub sites: u32,
        /// Phones and DECT systems.
        pub devices: u32,
        /// Registrations in force.
        pub registrations: u32,
        /// Customers that need somebody, the gravest first.
        pub concerns: Page<Concern>,
    }

    /// A customer that needs somebody, and why.
    pub struct Concern {
        /// The customer.
        pub customer: TenantId,
        /// Its name.
        pub name: String,
        /// How it stands.
        pub state: CustomerState,
        /// When it is erased, of a closed one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub erased_at: Option<Timestamp>,
        /// Agents that are not connected.
        pub agents_away: u32,
        /// Devices and sites whose configuration failed.
        pub failed: u32,
        /// Sites without an agent: no calls there.
        pub agents_missing: u32,
        /// Sites without an emergency address or without the number help sees.
        pub emergency_missing: u32,
    }

    /// What shows that a customer was erased.
    pub struct Erasure {
        /// Its id.
        pub id: String,
        /// The customer.
        pub customer: TenantId,
        /// Name of the customer.
        pub customer_name: String,
        /// Who closed it.
        pub closed_by: String,
        /// When the erasure began: from then on no secret of the customer could be opened.
        pub started_at: Timestamp,
        /// When the last row was gone; none while it runs.
        pub finished_at: Option<Timestamp>,
        /// Rows removed, by table.
        pub counts: std::collections::BTreeMap<String, u64>,
        /// SHA-256 of customer, times and counts, 64 hexadecimal digits; none while it runs.
        pub sha256: Option<String>,
    }
}
