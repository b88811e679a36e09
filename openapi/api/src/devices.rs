//! Devices: phones, DECT systems and their handsets.

use cordboard_types::{DeviceId, DevicePassword, Extension, Label, LineId, Mac, SiteId, Timestamp};

use crate::{changes::TargetStatus, choice, dto};

choice! {
    /// *Provisioning MAC*.
    pub enum ProvisioningMac {
        /// No first contact through a redirect service.
        No,
        /// One is allowed.
        Once,
        /// It took place.
        Done,
    }

    /// What a device is.
    pub enum DeviceKind {
        /// A desk phone.
        Phone,
        /// A DECT system: manager with its bases.
        DectSystem,
        /// A handset of a DECT system.
        DectHandset,
    }

    /// How a fetch went.
    pub enum FetchResult {
        /// The file was sent.
        Sent,
        /// It had not changed.
        NotModified,
        /// A file the device probes for and we do not have, on purpose.
        Probe,
        /// The transfer was cut short.
        Cut,
    }
}

dto! {
    /// `POST /customers/{customer}/devices`.
    pub struct NewDevice {
        /// Model of the catalogue, `yealink/t4x/T46U`.
        pub model: String,
        /// Line of a phone; a DECT system has none, its handsets have.
        #[serde(default)]
        pub line: Option<LineId>,
        /// Site of a DECT system; a phone is at its line's site.
        #[serde(default)]
        pub site: Option<SiteId>,
        /// Name for people; left out, the model's.
        #[serde(default)]
        pub name: Option<Label>,
        /// MAC, in any spelling.
        #[serde(default)]
        pub mac: Option<Mac>,
        /// *once* arms the first contact right away.
        #[serde(default)]
        pub provisioning_mac: Option<ProvisioningMac>,
        /// Password of the device's own administrator; left out, one nobody is shown is made.
        #[serde(default)]
        pub admin_password: Option<DevicePassword>,
        /// User name for the device's own interface.
        #[serde(default)]
        pub user_name: Option<Label>,
        /// Password that goes with it; left out, one nobody is shown is made.
        #[serde(default)]
        pub user_password: Option<DevicePassword>,
        /// Handsets of a DECT system.
        #[serde(default)]
        pub handsets: Vec<NewHandset>,
    }

    /// A handset of a DECT system; also `POST /customers/{customer}/devices/{device}/handsets`.
    pub struct NewHandset {
        /// Its line.
        pub line: LineId,
        /// Name on its display; left out, the line's.
        #[serde(default)]
        pub name: Option<Label>,
        /// IPUI from its label or `*#06#`; left out, any handset with the PIN may register.
        #[serde(default)]
        pub ipui: Option<String>,
    }

    /// `PATCH /customers/{customer}/devices/{device}` with `If-Match`. Fields left out stay.
    pub struct DeviceChange {
        /// New name.
        #[serde(default)]
        pub name: Option<Label>,
        /// New MAC; takes back *done* and *once* (002 §9).
        #[serde(default)]
        pub mac: Option<Mac>,
        /// Another line of the same site.
        #[serde(default)]
        pub line: Option<LineId>,
        /// New administrator password.
        #[serde(default)]
        pub admin_password: Option<DevicePassword>,
        /// New user name.
        #[serde(default)]
        pub user_name: Option<Label>,
        /// New user password.
        #[serde(default)]
        pub user_password: Option<DevicePassword>,
    }

    /// `PUT /customers/{customer}/devices/{device}/provisioning-mac`: arms or disarms, in force at once.
    pub struct ProvisioningMacChange {
        /// *once* or *no*; *done* is refused.
        pub provisioning_mac: ProvisioningMac,
        /// Minutes the permission lasts, 1 to 10 080; 60 unless chosen.
        #[serde(default)]
        pub minutes: Option<u32>,
    }

    /// A device.
    pub struct Device {
        /// The device.
        pub id: DeviceId,
        /// What it is.
        pub kind: DeviceKind,
        /// Model of the catalogue.
        pub model: String,
        /// The model's name for people, `Yealink T46U`.
        pub model_name: String,
        /// Version of the family's catalogue it is pinned to.
        pub catalogue_version: String,
        /// Name.
        pub name: Label,
        /// Its line, absent for a DECT system.
        pub line: Option<LineRef>,
        /// Its site.
        pub site: SiteId,
        /// Name of the site.
        pub site_name: String,
        /// MAC.
        pub mac: Option<Mac>,
        /// *Provisioning MAC*.
        pub provisioning_mac: ProvisioningMac,
        /// When an armed permission lapses.
        pub provisioning_mac_until: Option<Timestamp>,
        /// User name for its own interface.
        pub user_name: Option<Label>,
        /// Status of its configuration.
        pub status: TargetStatus,
        /// *Last access*: the newest successful fetch.
        pub last_access: Option<LastAccess>,
        /// Registrations of its credential set in force.
        pub registrations: u32,
        /// Handsets, for a DECT system.
        pub handsets: Vec<Handset>,
        /// Whether the family has the fields in question.
        pub capabilities: DeviceCapabilities,
        /// When it was created.
        pub created_at: Timestamp,
        /// Version for `If-Match`.
        pub version: i64,
    }

    /// A line as others refer to it.
    pub struct LineRef {
        /// The line.
        pub id: LineId,
        /// Its extension.
        pub extension: Extension,
        /// Its name.
        pub name: Label,
    }

    /// What a model can be told.
    pub struct DeviceCapabilities {
        /// Its interface has an administrator password.
        pub admin_password: bool,
        /// Its interface has a user name and password.
        pub user_login: bool,
        /// It can be brought up through a redirect service.
        pub redirect: bool,
        /// How many handsets it may have; 0 for a phone.
        pub handsets: u16,
    }

    /// The newest successful fetch of a device.
    pub struct LastAccess {
        /// When.
        pub at: Timestamp,
        /// From which address.
        pub ip: String,
        /// User-Agent it sent.
        pub user_agent: String,
    }

    /// A handset of a DECT system.
    pub struct Handset {
        /// The handset, a device of its own.
        pub id: DeviceId,
        /// Its slot, from 1.
        pub slot: u16,
        /// Name.
        pub name: Label,
        /// Its line.
        pub line: LineRef,
        /// IPUI, when known.
        pub ipui: Option<String>,
    }

    /// `GET /customers/{customer}/devices/{device}/access-key`: for those who may see it; audited.
    pub struct AccessKeyUrl {
        /// The URL to type into the device.
        pub url: String,
    }

    /// A fetch of a device's file.
    pub struct Fetch {
        /// When.
        pub at: Timestamp,
        /// File asked for.
        pub file: String,
        /// How it went.
        pub result: FetchResult,
        /// Whether the first-access key was used.
        pub first_access: bool,
        /// From which address.
        pub ip: String,
        /// User-Agent.
        pub user_agent: String,
        /// Bytes of the answer's body.
        pub bytes: u32,
    }

    /// A file of the newest release with its secrets masked.
    pub struct RenderedFile {
        /// Name the device asks for.
        pub name: String,
        /// Content type.
        pub content_type: String,
        /// The text; each secret is `••••••••`.
        pub text: String,
    }
}
