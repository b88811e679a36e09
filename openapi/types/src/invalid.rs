//! Why a value was refused: one stable code per reason, translated by `messages`.

use serde::de::Error;

/// The reason a value was refused at the edge.
///
/// The code is part of the API: problem answers carry it per field and the catalogue of messages has one
/// sentence for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// The field is required and was empty.
    #[error("invalid:empty")]
    Empty,
    /// Longer than the limit of its type.
    #[error("invalid:too_long")]
    TooLong,
    /// Shorter than the limit of its type.
    #[error("invalid:too_short")]
    TooShort,
    /// Control characters or private-use characters, which have no place in a name.
    #[error("invalid:character")]
    Character,
    /// Not 12 hexadecimal digits once separators are taken out.
    #[error("invalid:mac")]
    Mac,
    /// Not 48 lower-case hexadecimal digits.
    #[error("invalid:access_key")]
    AccessKey,
    /// Not 2 to 10 digits (P-045).
    #[error("invalid:extension")]
    Extension,
    /// Not an e-mail address.
    #[error("invalid:email")]
    Email,
    /// Not 4 to 9 digits.
    #[error("invalid:device_password")]
    DevicePassword,
    /// Not a language this system speaks.
    #[error("invalid:locale")]
    Locale,
    /// Not an RFC 3339 time.
    #[error("invalid:timestamp")]
    Timestamp,
    /// Not a host name or IP address.
    #[error("invalid:host")]
    Host,
    /// Not an IPUI (D §DECT): 10 to 13 characters of hex, or 0_1 wildcards.
    #[error("invalid:ipui")]
    Ipui,
    /// Not a telephone number: `+` and 5 to 15 digits.
    #[error("invalid:number")]
    Number,
    /// Not a colour as `#rrggbb` or `oklch(L C H)`.
    #[error("invalid:colour")]
    Colour,
    /// Not a PNG, or an SVG with more than shapes: scripts, styles, outside references.
    #[error("invalid:picture")]
    Picture,
    /// Not a network such as `192.0.2.0/24`.
    #[error("invalid:network")]
    Network,
    /// A number outside its bounds.
    #[error("invalid:range")]
    Range,
    /// Not 2 to 50 lower-case letters and digits (P-043).
    #[error("invalid:login")]
    Login,
    /// Not 3 to 10 digits (P-047).
    #[error("invalid:pin")]
    Pin,
    /// Not a number that can be dialled.
    #[error("invalid:phone_number")]
    PhoneNumber,
    /// Neither yes nor no.
    #[error("invalid:yes_no")]
    YesNo,
    /// Not one of the offered choices.
    #[error("invalid:choice")]
    Choice,
}

impl Invalid {
    /// The stable code, `mac` for [`Invalid::Mac`].
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::TooShort => "too_short",
            Self::Character => "character",
            Self::Mac => "mac",
            Self::AccessKey => "access_key",
            Self::Extension => "extension",
            Self::Email => "email",
            Self::DevicePassword => "device_password",
            Self::Locale => "locale",
            Self::Timestamp => "timestamp",
            Self::Host => "host",
            Self::Ipui => "ipui",
            Self::Number => "number",
            Self::Colour => "colour",
            Self::Picture => "picture",
            Self::Network => "network",
            Self::Range => "range",
            Self::Login => "login",
            Self::Pin => "pin",
            Self::PhoneNumber => "phone_number",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
        }
    }

    /// Every reason, so that tests can ask for a sentence for each.
    pub const ALL: [Self; 23] = [
        Self::Empty,
        Self::TooLong,
        Self::TooShort,
        Self::Character,
        Self::Mac,
        Self::AccessKey,
        Self::Extension,
        Self::Email,
        Self::DevicePassword,
        Self::Locale,
        Self::Timestamp,
        Self::Host,
        Self::Ipui,
        Self::Number,
        Self::Colour,
        Self::Picture,
        Self::Network,
        Self::Range,
        Self::Login,
        Self::Pin,
        Self::PhoneNumber,
        Self::YesNo,
        Self::Choice,
    ];

    /// Finds the reason in a serde error's text, where [`Self::into_serde`] put it.
    #[must_use]
    pub fn from_serde_text(text: &str) -> Option<Self> {
        let code = text.split("invalid:").nth(1)?;
        let end = code.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(code.len());
        let code = code.get(..end)?;
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    pub(crate) fn into_serde<E: Error>(self) -> E {
        E::custom(self)
    }
}
