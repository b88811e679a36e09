//! The languages people read.

use crate::{Invalid, macros::parsed_text};

/// One of the languages the product speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// English, the language of the first release.
    #[default]
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Dutch.
    Nl,
}

impl Locale {
    /// Reads a language tag.
    ///
    /// # Errors
    /// [`Invalid::Locale`] for a language the product does not speak.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match text {
            "en" => Ok(Self::En),
            "fr" => Ok(Self::Fr),
            "de" => Ok(Self::De),
            "nl" => Ok(Self::Nl),
            _ => Err(Invalid::Locale),
        }
    }

    /// The BCP 47 tag.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Nl => "nl",
        }
    }
}

parsed_text!(Locale, "en");
