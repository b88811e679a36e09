//! One search over everything one may see.

use cordboard_types::{FoundKind, TenantId};

use crate::dto;

dto! {
    /// What `GET /search?q=` found: a few of each kind, the nearest first.
    pub struct FoundList {
        /// What was found.
        pub items: Vec<Found>,
    }

    /// Something that was found.
    pub struct Found {
        /// What it is.
        pub kind: FoundKind,
        /// Its id.
        #[cfg_attr(feature = "openapi", schema(format = "uuid"))]
        pub id: String,
        /// The customer it is or belongs to.
        pub customer: TenantId,
        /// Name of the customer.
        pub customer_name: String,
        /// Its name.
        pub name: String,
        /// Extension of a user, number of a hunt group.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub number: Option<String>,
        /// Model of a device, as people call it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub model_name: Option<String>,
        /// MAC of a device, with colons.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub mac: Option<String>,
    }
}
