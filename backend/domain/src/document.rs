//! The canonical device document: everything a device has to know, in no vendor's words. The catalogue
//! renders it into each vendor's files.

use cordboard_types::{Extension, HostName, Label, Locale, Mac, Transport};
use serde::{Deserialize, Serialize};

use crate::secret::SecretRef;

/// A device model of the catalogue: `yealink/t4x/T46U`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ModelId(String);

impl ModelId {
    /// Reads `vendor/family/model`. Whether the catalogue has it is the catalogue's to say.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let part = |p: &str| {
            !p.is_empty() && p.len() <= 32 && p.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        (text.split('/').count() == 3 && text.split('/').all(part)).then(|| Self(text.to_owned()))
    }

    /// `vendor/family/model`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `vendor/family`, the folder of the catalogue.
    #[must_use]
    pub fn family(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(family, _)| family)
    }

    /// The model's own name.
    #[must_use]
    pub fn model(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(_, model)| model)
    }
}

/// Everything one device has to know. The same input always gives the same document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceDocument {
    /// Which model it is.
    pub model: ModelId,
    /// Its MAC; none for a device provisioned by hand without one.
    pub mac: Option<Mac>,
    /// `https://host:port` of the provisioning listener, no trailing slash.
    pub provisioning_url: String,
    /// The steady key that follows it in every URL.
    pub steady_key: SecretRef,
    /// Password of the administrator of the device's own interface, where the family has one.
    pub admin_password: Option<SecretRef>,
    /// User name for the device's own interface; absent leaves the family's default.
    pub user_name: Option<Label>,
    /// Password that goes with it.
    pub user_password: Option<SecretRef>,
    /// SIP accounts in order; empty for a DECT system.
    pub accounts: Vec<Account>,
    /// Handsets of a DECT system in the order of their slots.
    pub handsets: Vec<Handset>,
    /// Function keys the configuration manages; a key that is not listed is unmanaged, absent from the file.
    #[serde(default)]
    pub keys: Vec<Key>,
    /// Language, tones and time.
    pub region: Region,
}

/// Seconds between two registrations of a device: a phone that lost its registrar is back within ten minutes.
pub const REGISTRATION_SECONDS: u32 = 600;

/// One SIP account of a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Shown beside the line key.
    pub label: Label,
    /// Sent to the people it calls.
    pub display_name: Label,
    /// User part of the address of record.
    pub user: Extension,
    /// User name of the digest.
    pub auth_user: String,
    /// Its password.
    pub password: SecretRef,
    /// SIP domain, also the digest realm.
    pub domain: HostName,
    /// Where it registers.
    pub registrar: Registrar,
    /// Seconds between registrations.
    pub expiry: u32,
}

/// Where a device registers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registrar {
    /// Host name or address.
    pub host: HostName,
    /// Port.
    pub port: u16,
    /// Transport.
    pub transport: Transport,
}

/// One handset of a DECT system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handset {
    /// Its slot, from 1; never changes while the handset exists (phone-formats §8 lesson 8).
    pub slot: u16,
    /// Shown on its idle display.
    pub name: Label,
    /// Its IPUI as 10 to 13 characters; without one any handset in range with the PIN may register.
    pub ipui: Option<String>,
    /// The 4-digit PIN it registers with.
    pub pin: SecretRef,
    /// Its SIP account.
    pub account: Account,
}

/// Language, tones and time of a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Language of the device's display.
    pub locale: Locale,
    /// ISO 3166 country for tones, e.g. `CH`.
    pub country: String,
    /// Olson time zone, e.g. `Europe/Zurich`.
    pub time_zone: String,
    /// NTP server.
    pub ntp: HostName,
}

/// One managed function key, addressed by bank and position (phone-formats §8 lesson 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Where it sits.
    pub bank: KeyBank,
    /// Its place in the bank, from 1.
    pub position: u16,
    /// Account it works on, from 1.
    pub account: u16,
    /// Shown beside it; absent leaves the device's own text.
    pub label: Option<Label>,
    /// What it does; absent writes the key empty, which clears what it did before.
    pub function: Option<KeyFunction>,
}

/// A group of keys of one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyBank {
    /// The keys beside the display.
    Line,
    /// An expansion module, counted from 1.
    Module(u16),
}

/// What a function key does, in no vendor's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyFunction {
    /// Seizes the account.
    Line,
    /// Calls a number.
    SpeedDial(String),
    /// Shows whether an extension is busy and calls it.
    Blf {
        /// The watched extension.
        extension: Extension,
        /// Digits dialled before the extension to pick up a call that rings there.
        pickup: Option<String>,
    },
    /// Sends digits within a call.
    Dtmf(String),
    /// Calls a number that answers by itself.
    Intercom(String),
    /// Parks at or fetches from a park position.
    Park(String),
    /// Switches do not disturb.
    Dnd,
}
