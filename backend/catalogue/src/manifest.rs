//! `manifest.toml`: what a family is and can do, and which files its devices ask for.

use cordboard_domain::Escape;
use serde::{Deserialize, Serialize};

/// What a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A phone: one user's accounts.
    Phone,
    /// A DECT system: bases and handsets, each handset with an account.
    DectSystem,
}

/// A way a factory-fresh device learns its first URL (design, *First contact*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The maker's redirect service asks us.
    Pull,
    /// We register the URL at the maker's redirect service.
    Push,
    /// DHCP options.
    Dhcp,
    /// SIP multicast in the LAN.
    Pnp,
    /// A person types the URL.
    Manual,
}

/// Lowest TLS version the family's current firmware speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tls {
    /// TLS 1.0, refused by our listener (design, *Edges*).
    #[serde(rename = "1.0")]
    V1_0,
    /// TLS 1.2.
    #[serde(rename = "1.2")]
    V1_2,
    /// TLS 1.3.
    #[serde(rename = "1.3")]
    V1_3,
}

/// `Event` header values of the SIP NOTIFY that makes a device act (phone-formats §5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resync {
    /// Fetches the configuration without a restart.
    pub fetch: String,
    /// Restarts the device; absent where a restart from afar does not exist.
    pub restart: Option<String>,
}

/// What the device itself asks of a password of its interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PasswordRule {
    /// Takes digits alone, so the 4 to 9 digits a person chooses fit (002 §Paramètre: Mot de passe "admin").
    Digits,
    /// Its web page wants 8 to 74 characters with upper case, digit and special character (004 §First login).
    Mixed,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// Pinned by devices; changes whenever a rendered byte may change.
    pub(crate) version: String,
    pub(crate) vendor: String,
    pub(crate) family: String,
    pub(crate) kind: Kind,
    pub(crate) first_contact: Vec<Channel>,
    pub(crate) first_access_url: String,
    pub(crate) steady_url: String,
    /// What the device replaces by its own MAC in a URL; stands in for a MAC nobody typed.
    #[serde(default)]
    pub(crate) mac_mark: String,
    /// The `id` of the file whose delivery is delivery of the release.
    pub(crate) identity_file: String,
    pub(crate) user_agents: Vec<String>,
    /// Key of the sentence that tells a person where to type the URL.
    pub(crate) manual_instructions: String,
    pub(crate) minimum_tls: Tls,
    /// Values that mean something else to the device and so cannot be written, e.g. `%NULL%`.
    #[serde(default)]
    pub(crate) reserved_values: Vec<String>,
    pub(crate) codecs: Vec<String>,
    #[serde(default)]
    pub(crate) key_functions: Vec<String>,
    pub(crate) resync: Resync,
    pub(crate) firmware: Firmware,
    pub(crate) login: Login,
    pub(crate) files: Vec<FileRule>,
    pub(crate) models: Vec<ModelRule>,
}

/// Which firmware the templates are for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Firmware {
    /// Numbers in front that name the hardware, not the version.
    #[serde(default)]
    pub(crate) ignore_leading: usize,
    /// Oldest version, compared number by number.
    pub(crate) minimum: Vec<u32>,
}

/// Which passwords the device's own interface has.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Login {
    pub(crate) admin_password: bool,
    pub(crate) user_login: bool,
    pub(crate) password_rule: PasswordRule,
    /// Characters that the format cannot hold in a user name.
    #[serde(default)]
    pub(crate) user_name_without: String,
}

/// A file name a device asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FileRule {
    pub(crate) id: String,
    /// Patterns with `{mac}`, `{MAC}`, `{model}`, `{hardware}`; the first is the name in the release.
    pub(crate) names: Vec<String>,
    pub(crate) answer: AnswerRule,
    #[serde(default)]
    pub(crate) content_type: String,
    #[serde(default)]
    pub(crate) escape: Option<Escape>,
    #[serde(default)]
    pub(crate) template: Option<String>,
}

/// What a device gets that asks for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum AnswerRule {
    /// The rendered file.
    Render,
    /// A 404 on purpose: a probe on the way to the file that holds everything (phone-formats §8 lesson 3).
    Probe,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ModelRule {
    pub(crate) id: String,
    /// The device's own model number where it is part of file names.
    #[serde(default)]
    pub(crate) hardware: Option<u16>,
    /// How the User-Agent spells the model, where that is not `id`.
    #[serde(default)]
    pub(crate) user_agent: Option<String>,
    /// Name for people, where that is not `id`.
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) accounts: u16,
    #[serde(default)]
    pub(crate) handsets: u16,
    /// Provider profiles of a DECT system.
    #[serde(default)]
    pub(crate) providers: u16,
    #[serde(default)]
    pub(crate) line_keys: u16,
    #[serde(default)]
    pub(crate) modules: Option<ModuleRule>,
    pub(crate) redirect: bool,
    /// Anything else its templates need to know.
    #[serde(default)]
    pub(crate) traits: std::collections::BTreeMap<String, String>,
}

/// Expansion modules a model takes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ModuleRule {
    pub(crate) name: String,
    pub(crate) keys: u16,
    pub(crate) most: u16,
}
