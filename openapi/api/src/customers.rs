//! Customers: each one is a tenant.

use cordboard_types::{Label, NodeId, TenantId, Timestamp};

use crate::dto;

dto! {
    /// `POST /customers`.
    pub struct NewCustomer {
        /// Its name.
        pub name: Label,
        /// Provider it belongs to; may be left out by who runs just one.
        #[serde(default)]
        pub provider: Option<NodeId>,
        /// ISO 3166 country: tones, emergency numbers, time zone of its first site.
        #[serde(default = "default_country")]
        pub country: String,
        /// Name of its first site.
        pub site_name: Label,
    }

    /// `PATCH /customers/{customer}` with `If-Match`.
    pub struct CustomerChange {
        /// New name.
        #[serde(default)]
        pub name: Option<Label>,
    }

    /// A customer.
    pub struct Customer {
        /// Its id.
        pub id: TenantId,
        /// Its name.
        pub name: Label,
        /// Provider it belongs to.
        pub provider: NodeId,
        /// Name of that provider.
        pub provider_name: String,
        /// ISO 3166 country.
        pub country: String,
        /// How many sites, lines and devices it has.
        pub counts: CustomerCounts,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`; also in the `ETag` header as `"<version>"`.
        pub version: i64,
    }

    /// Numbers of a customer's things.
    pub struct CustomerCounts {
        /// Sites.
        pub sites: u32,
        /// Lines.
        pub lines: u32,
        /// Devices, handsets not counted.
        pub devices: u32,
        /// Devices whose status is confirmed.
        pub confirmed: u32,
        /// Registrations in force.
        pub registrations: u32,
    }
}

fn default_country() -> String {
    "CH".to_owned()
}
