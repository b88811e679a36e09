//! What a site is configured to do: its lines, who may use them, and the emergency numbers of its country.

use cordboard_types::{CredentialSetId, DeviceId, Extension, LineId};
use serde::{Deserialize, Serialize};

/// The configuration in force on one site. Replaced as a whole, never edited in place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SiteConfig {
    /// Digest realm and SIP domain of the site; the HA1 of every credential is computed with it.
    pub realm: String,
    /// Lines of the site.
    pub lines: Vec<Line>,
    /// Credential sets of all lines: a line's own and one for each of its devices.
    pub credentials: Vec<Credential>,
    /// Dialled strings that are emergency calls in the site's country, e.g. `112`.
    #[serde(default)]
    pub emergency_numbers: Vec<String>,
    /// Whether only internal and emergency calls may be placed, in and out: the customer is suspended.
    #[serde(default)]
    pub internal_only: bool,
}

impl SiteConfig {
    /// The line with this id.
    #[must_use]
    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// The line with this extension, whether enabled or not.
    #[must_use]
    pub fn line_of_extension(&self, extension: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.extension.as_str() == extension)
    }

    /// The credential set with this digest user name.
    #[must_use]
    pub fn credential_of_user(&self, auth_user: &str) -> Option<&Credential> {
        self.credentials.iter().find(|credential| credential.auth_user == auth_user)
    }
}

/// One extension with one address of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The line.
    pub id: LineId,
    /// Its internal number, also the user part of its address of record.
    pub extension: Extension,
    /// The name shown to the people it calls.
    pub display_name: String,
    /// A disabled line neither registers nor is called; emergency calls of a registered phone still go out.
    #[serde(default = "enabled")]
    pub enabled: bool,
}

const fn enabled() -> bool {
    true
}

/// A credential set: what one device, or the line itself, proves itself with (design, *Lines and credentials*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credential {
    /// The set.
    pub id: CredentialSetId,
    /// The line it registers for.
    pub line: LineId,
    /// The device it belongs to; none for the line's own set.
    #[serde(default)]
    pub device: Option<DeviceId>,
    /// User name of the digest, unique within the site.
    pub auth_user: String,
    /// Rises with every rotation of the secret.
    pub version: u32,
    /// `MD5(user:realm:password)`, 32 lower-case hex digits (RFC 7616 §3.4.2).
    pub ha1_md5: Secret,
    /// `SHA-256(user:realm:password)`, 64 lower-case hex digits.
    pub ha1_sha256: Secret,
    /// Digest algorithm offered to this set's device. MD5 unless the device is known to do better: some clients
    /// refuse to register when a challenge names an algorithm they do not know (sip-stack §4).
    #[serde(default)]
    pub algorithm: DigestAlgorithm,
}

/// Digest algorithms of RFC 7616 and RFC 8760 that a phone may be offered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DigestAlgorithm {
    /// MD5.
    #[default]
    #[serde(rename = "MD5")]
    Md5,
    /// SHA-256.
    #[serde(rename = "SHA-256")]
    Sha256,
}

/// Text that must never be shown: `Debug` masks it and there is no `Display`.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The secret, for computing with it.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret::new("939e7578ed9e3c518a452acee763bce9");
        assert!(!format!("{secret:?}").contains("939e"));
        assert_eq!(secret.expose().len(), 32);
    }
}
