//! Names of secrets and how a secret is written into a file. Never a secret itself.

use serde::{Deserialize, Serialize};

/// Which secret: a row and a field of it. Sealing binds both as associated data, so a sealed value moved to
/// another place does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SecretRef {
    /// Id of the row the secret belongs to: a device, a credential set, an access key.
    pub owner: [u8; 16],
    /// Which of its secrets.
    pub field: SecretField,
}

/// The kinds of secrets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretField {
    /// SIP password of a credential set.
    SipPassword,
    /// Administrator password of a device's own interface.
    AdminPassword,
    /// User password of a device's own interface.
    UserPassword,
    /// The steady access key of a device: owner is the device.
    SteadyKey,
    /// The first-access key of a device: owner is the device.
    FirstKey,
    /// PIN a handset registers with at its DECT base.
    DectPin,
    /// Private half of a signing key.
    SigningKey,
    /// Key of the keyed hashes that name releases and their files: owner is the tenant.
    HashKey,
    /// Secret of a person's second factor: owner is the person.
    Totp,
    /// PIN of a PBX user: owner is the user.
    UserPin,
}

impl SecretField {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::SipPassword,
        Self::AdminPassword,
        Self::UserPassword,
        Self::SteadyKey,
        Self::FirstKey,
        Self::DectPin,
        Self::SigningKey,
        Self::HashKey,
        Self::Totp,
        Self::UserPin,
    ];

    /// The stable name in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SipPassword => "sip_password",
            Self::AdminPassword => "admin_password",
            Self::UserPassword => "user_password",
            Self::SteadyKey => "steady_key",
            Self::FirstKey => "first_key",
            Self::DectPin => "dect_pin",
            Self::SigningKey => "signing_key",
            Self::HashKey => "hash_key",
            Self::Totp => "totp",
            Self::UserPin => "user_pin",
        }
    }
}

/// How a value is written so that it cannot break out of its place in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Escape {
    /// As it is: only for places where the value is already restricted, such as a key of hex digits in a URL.
    Plain,
    /// XML 1.0 element text and quoted attribute values: `& < > " '`. Line ends and tabs become character
    /// references, because a parser turns them into spaces in attributes (XML 1.0 §3.3.3); characters XML
    /// cannot hold at all (§2.2) become spaces.
    Xml,
    /// The value side of a `key = value` line: no line breaks.
    Line,
}

impl Escape {
    /// Writes `value` so that it stays inside its place. Line breaks in a line format become spaces.
    #[must_use]
    pub fn apply(self, value: &str) -> String {
        match self {
            Self::Plain => value.to_owned(),
            Self::Xml => value.chars().fold(String::with_capacity(value.len()), |mut text, c| {
                match c {
                    '&' => text.push_str("&amp;"),
                    '<' => text.push_str("&lt;"),
                    '>' => text.push_str("&gt;"),
                    '"' => text.push_str("&quot;"),
                    '\'' => text.push_str("&apos;"),
                    '\n' => text.push_str("&#10;"),
                    '\r' => text.push_str("&#13;"),
                    '\t' => text.push_str("&#9;"),
                    '\u{0}'..'\u{20}' | '\u{FFFE}' | '\u{FFFF}' => text.push(' '),
                    _ => text.push(c),
                }
                text
            }),
            Self::Line => value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_keeps_line_ends_and_drops_what_it_cannot_hold() {
        assert_eq!(Escape::Xml.apply("a\r\n\tb\u{1}\u{FFFF}c"), "a&#13;&#10;&#9;b  c");
    }

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(Escape::Line.apply("a\r\nb\u{85}c"), "a  b c");
    }
}
