//! Sites and the agents that carry their telephony.

use cordboard_types::{AgentId, CallerNumber, HostName, Label, Note, SiteId, Timestamp, Transport};

use crate::{changes::TargetStatus, dto};

dto! {
    /// `POST /customers/{customer}/sites`.
    pub struct NewSite {
        /// Its name.
        pub name: Label,
        /// ISO 3166 country; that of the customer unless named.
        #[serde(default)]
        pub country: Option<String>,
        /// Olson time zone, e.g. `Europe/Zurich`; that of the customer unless named.
        #[serde(default)]
        pub time_zone: Option<String>,
        /// Where help is sent to.
        #[serde(default)]
        pub emergency_address: Option<EmergencyAddress>,
        /// The number help sees.
        #[serde(default)]
        pub emergency_caller: Option<CallerNumber>,
    }

    /// `PATCH /customers/{customer}/sites/{site}` with `If-Match`. Fields left out stay.
    #[derive(Default)]
    pub struct SiteChange {
        /// New name.
        #[serde(default)]
        pub name: Option<Label>,
        /// Registrar address that overrides what the agent reports; `null` takes the override away.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<RegistrarAddress>))]
        pub registrar: Option<Option<RegistrarAddress>>,
        /// Where help is sent to; `null` takes it away.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<EmergencyAddress>))]
        pub emergency_address: Option<Option<EmergencyAddress>>,
        /// The number help sees; `null` takes it away.
        #[serde(default, with = "crate::changes::patch", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", schema(value_type = Option<CallerNumber>))]
        pub emergency_caller: Option<Option<CallerNumber>>,
    }

    /// Where help is sent to.
    pub struct EmergencyAddress {
        /// Street.
        pub street: Label,
        /// Number of the house.
        #[serde(default)]
        pub number: Note,
        /// Postcode.
        pub postcode: Label,
        /// City.
        pub city: Label,
        /// ISO 3166 country.
        pub country: String,
        /// Floor, door, where to enter.
        #[serde(default)]
        pub note: Note,
    }

    /// Where phones reach the site's registrar.
    pub struct RegistrarAddress {
        /// Host name or address.
        pub host: HostName,
        /// Port.
        pub port: u16,
        /// Transport phones are told to use.
        pub transport: Transport,
    }

    /// A site.
    pub struct Site {
        /// Its id.
        pub id: SiteId,
        /// Its name.
        pub name: Label,
        /// ISO 3166 country.
        pub country: String,
        /// Olson time zone.
        pub time_zone: String,
        /// Where help is sent to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub emergency_address: Option<EmergencyAddress>,
        /// The number help sees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub emergency_caller: Option<CallerNumber>,
        /// SIP domain and digest realm of the site.
        pub realm: String,
        /// Address phones are given; none until an agent reports one or one is set.
        pub registrar: Option<RegistrarAddress>,
        /// Whether `registrar` was set by a person.
        pub registrar_overridden: bool,
        /// Its agent.
        pub agent: Option<Agent>,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// A device agent.
    pub struct Agent {
        /// Its id.
        pub id: AgentId,
        /// Host name of its box.
        pub host_name: String,
        /// Version of its software.
        pub software_version: String,
        /// Whether it is connected now.
        pub connected: bool,
        /// When it was last heard of.
        pub last_seen_at: Option<Timestamp>,
        /// Status of the site's document.
        pub status: TargetStatus,
    }

    /// Answer to `POST /customers/{customer}/sites/{site}/enrolments`: shown once.
    pub struct Enrolment {
        /// One-time token.
        pub token: String,
        /// When it ends.
        pub expires_at: Timestamp,
        /// The command to run on the site's box.
        pub command: String,
    }
}
