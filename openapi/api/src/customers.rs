//! Customers: each one is a tenant.

use cordboard_types::{CallLock, CustomerState, Label, NodeId, Note, TenantId, Timestamp};

use crate::{choice, dto};

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
        /// How it stands.
        pub standing: Standing,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`; also in the `ETag` header as `"<version>"`.
        pub version: i64,
    }

    /// How a customer stands.
    pub struct Standing {
        /// Active, suspended or closed.
        pub state: CustomerState,
        /// What its telephones may do while it is suspended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub calls: Option<CallLock>,
        /// Why.
        #[serde(default)]
        pub reason: String,
        /// Since when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub since: Option<Timestamp>,
        /// Who decided it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<String>,
        /// When it is erased, of a closed one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub erased_at: Option<Timestamp>,
    }

    /// `POST /customers/{customer}/suspensions`: in force at once.
    pub struct Suspension {
        /// What its telephones may do meanwhile.
        pub calls: CallLock,
        /// Why; its people read it.
        pub reason: Note,
    }

    /// `POST /customers/{customer}/closures`: in force at once.
    pub struct Closure {
        /// The customer's name, typed again.
        pub confirm_name: String,
    }

    /// An archive of all that is kept of a customer, secrets left out.
    pub struct Export {
        /// Its id.
        pub id: String,
        /// How far it is.
        pub state: ExportState,
        /// When it was asked for.
        pub requested_at: Timestamp,
        /// By whom.
        pub requested_by: String,
        /// When it was finished.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub finished_at: Option<Timestamp>,
        /// Rows in it.
        pub rows: u64,
        /// Its size in bytes.
        pub bytes: u64,
        /// SHA-256 of it, 64 hexadecimal digits.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub sha256: Option<String>,
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

choice! {
    /// How far an export is.
    pub enum ExportState {
        /// It has not begun.
        Waiting,
        /// It is being written.
        Running,
        /// It can be fetched.
        Done,
        /// It could not be written.
        Failed,
    }
}

fn default_country() -> String {
    "CH".to_owned()
}
