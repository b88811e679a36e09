//! Devices: phones, DECT systems and their handsets.

mod handsets;
mod read;
mod write;

use cordboard_domain::{ModelId, first_contact};
use cordboard_types::{DeviceId, Extension, Label, LineId, Mac, SiteId, Timestamp};

use crate::{Result, StoreError, targets::TargetFacts};

/// What a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeviceKind {
    /// A desk phone.
    Phone,
    /// A DECT system: manager with its bases.
    DectSystem,
    /// A handset of a DECT system.
    DectHandset,
}

impl DeviceKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::DectSystem => "dect_system",
            Self::DectHandset => "dect_handset",
        }
    }

    fn parse(text: &str) -> Result<Self> {
        match text {
            "phone" => Ok(Self::Phone),
            "dect_system" => Ok(Self::DectSystem),
            "dect_handset" => Ok(Self::DectHandset),
            _ => Err(StoreError::Corrupt("device kind")),
        }
    }
}

/// A phone or a DECT system with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// The device.
    pub id: DeviceId,
    /// What it is; never a handset.
    pub kind: DeviceKind,
    /// Model of the catalogue.
    pub model: ModelId,
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
    /// User name for its own interface.
    pub user_name: Option<Label>,
    /// Where its first contact stands.
    pub contact: first_contact::State,
    /// Where its configuration stands.
    pub target: TargetFacts,
    /// Why its configuration failed, a stable word.
    pub failure: Option<String>,
    /// Its newest successful fetch.
    pub last_access: Option<LastAccess>,
    /// Registrations of its credential sets in force, those of its handsets counted.
    pub registrations: u32,
    /// Its handsets in the order of their slots.
    pub handsets: Vec<Handset>,
    /// When it was created.
    pub created_at: Timestamp,
    /// Version for `If-Match`.
    pub version: i64,
}

/// A line as its devices refer to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRef {
    /// The line.
    pub id: LineId,
    /// Its extension.
    pub extension: Extension,
    /// Its name.
    pub name: Label,
}

/// The newest successful fetch of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastAccess {
    /// When.
    pub at: Timestamp,
    /// From which address.
    pub ip: String,
    /// User-Agent it sent.
    pub user_agent: String,
}

/// A handset of a DECT system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handset {
    /// The handset, a device of its own.
    pub id: DeviceId,
    /// The DECT system.
    pub base: DeviceId,
    /// Its slot, from 1; it never changes.
    pub slot: u16,
    /// Name.
    pub name: Label,
    /// Its line.
    pub line: LineRef,
    /// IPUI, when known.
    pub ipui: Option<String>,
}

/// What a new phone or DECT system needs.
#[derive(Debug, Clone)]
pub struct NewDevice {
    /// What it is.
    pub kind: DeviceKind,
    /// Model of the catalogue.
    pub model: ModelId,
    /// Version of the family's catalogue.
    pub catalogue_version: String,
    /// Name.
    pub name: Label,
    /// Line of a phone.
    pub line: Option<LineId>,
    /// Site.
    pub site: SiteId,
    /// MAC.
    pub mac: Option<Mac>,
    /// User name for its own interface.
    pub user_name: Option<Label>,
}

/// What a new handset needs.
#[derive(Debug, Clone)]
pub struct NewHandset {
    /// Its line.
    pub line: LineId,
    /// Name; left out, the line's.
    pub name: Option<Label>,
    /// IPUI, when known.
    pub ipui: Option<String>,
}

/// What changes about a device; what is left out stays.
#[derive(Debug, Clone, Default)]
pub struct DeviceChange {
    /// New name.
    pub name: Option<Label>,
    /// New MAC.
    pub mac: Option<Mac>,
    /// Another line of the same site.
    pub line: Option<LineId>,
    /// New user name.
    pub user_name: Option<Label>,
}
