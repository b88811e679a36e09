//! A model of the catalogue as the rest of the product sees it.

use cordboard_domain::{KeyBank, ModelId};
use serde::Serialize;

use crate::manifest::{Channel, Kind, PasswordRule, Resync, Tls};

/// A device model and what it can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Model {
    /// `yealink/t4x/T46U`.
    pub id: ModelId,
    /// Maker, `Yealink`.
    pub vendor: String,
    /// Family, `T4x`.
    pub family: String,
    /// Name, `T46U`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Version of the family's catalogue; a device is pinned to one.
    pub version: String,
    /// SIP accounts of a phone; 0 for a DECT system, where they belong to handsets.
    pub accounts: u16,
    /// Handsets of a DECT system; 0 for a phone.
    pub handsets: u16,
    /// Different registrars with their domains a DECT system can hold; 0 for a phone.
    pub providers: u16,
    /// Banks of function keys it can have, modules counted from 1.
    pub key_banks: Vec<KeyBankSize>,
    /// Name of the expansion module it takes.
    pub module: Option<String>,
    /// Functions its keys know, by their stable name.
    pub key_functions: Vec<String>,
    /// Codecs, by their RTP name.
    pub codecs: Vec<String>,
    /// Ways it learns its first URL.
    pub first_contact: Vec<Channel>,
    /// It can be brought up through a redirect service.
    pub redirect: bool,
    /// Its interface has an administrator password.
    pub admin_password: bool,
    /// Its interface has a user name and password.
    pub user_login: bool,
    /// What the device asks of those passwords.
    pub password_rule: PasswordRule,
    /// It can be restarted from afar.
    pub remote_restart: bool,
    /// SIP NOTIFY events it obeys.
    pub resync: Resync,
    /// Lowest TLS version its firmware speaks.
    pub minimum_tls: Tls,
    /// Key of the sentence that tells where to type the URL.
    pub manual_instructions: String,
}

impl Model {
    /// `Yealink T46U`.
    #[must_use]
    pub fn display_name(&self) -> String {
        format!("{} {}", self.vendor, self.name)
    }
}

/// A bank of keys and how many it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct KeyBankSize {
    /// The bank.
    pub bank: KeyBank,
    /// Its keys.
    pub keys: u16,
}
