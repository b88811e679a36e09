//! The hardware address of a device.

use crate::{Invalid, macros::parsed_text};

/// A MAC address, kept as 12 upper-case hexadecimal digits.
///
/// Any case and the separators `:`, `-`, `.` are accepted on input; each vendor's own spelling comes from
/// [`Mac::lower`] and [`Mac::upper`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mac(String);

impl Mac {
    /// Reads a MAC in any usual spelling.
    ///
    /// # Errors
    /// [`Invalid::Empty`] for nothing, [`Invalid::Mac`] for anything but 12 hexadecimal digits.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let digits: String = text.chars().filter(|c| !matches!(c, ':' | '-' | '.' | ' ')).collect();
        if digits.len() != 12 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Invalid::Mac);
        }
        Ok(Self(digits.to_ascii_uppercase()))
    }

    /// `00041345C9BF`: the stored form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// `00041345C9BF`, as Snom and Gigaset `%MACD` write it.
    #[must_use]
    pub fn upper(&self) -> &str {
        &self.0
    }

    /// `00041345c9bf`, as Yealink and the N670 ask for it.
    #[must_use]
    pub fn lower(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// `00:04:13:45:C9:BF`, as people read it.
    #[must_use]
    pub fn with_colons(&self) -> String {
        let mut text = String::with_capacity(17);
        for (place, digit) in self.0.chars().enumerate() {
            if place > 0 && place % 2 == 0 {
                text.push(':');
            }
            text.push(digit);
        }
        text
    }
}

parsed_text!(Mac, "00041345C9BF");

#[cfg(test)]
mod tests {
    use super::*;

    // proves
    #[test]
    fn any_usual_spelling_is_one_mac() {
        for text in
            ["00:04:13:45:c9:bf", "00-04-13-45-C9-BF", "00041345c9bf", "0004.1345.c9bf", " 00041345C9BF "]
        {
            assert_eq!(Mac::parse(text).map(|m| m.0), Ok("00041345C9BF".to_owned()), "{text}");
        }
    }

    // proves A-029
    #[test]
    fn eleven_thirteen_and_other_letters_are_refused() {
        for text in ["00041345c9b", "00041345c9bf0", "00041345c9bg", "00:04:13:45:c9", "ÄÄ041345c9bf"] {
            assert_eq!(Mac::parse(text), Err(Invalid::Mac), "{text}");
        }
        assert_eq!(Mac::parse("  "), Err(Invalid::Empty));
    }

    #[test]
    fn people_read_it_in_pairs() {
        assert_eq!(Mac::parse("00041345c9bf").unwrap().with_colons(), "00:04:13:45:C9:BF");
    }

    #[test]
    fn the_reason_survives_serde() {
        let error = serde_json::from_str::<Mac>("\"0004\"").unwrap_err();
        assert_eq!(Invalid::from_serde_text(&error.to_string()), Some(Invalid::Mac));
    }

    proptest::proptest! {
        #[test]
        fn parsing_never_panics_and_is_stable(text in "\\PC{0,24}") {
            if let Ok(mac) = Mac::parse(&text) {
                proptest::prop_assert_eq!(Mac::parse(&mac.with_colons()), Ok(mac.clone()));
                proptest::prop_assert_eq!(Mac::parse(&mac.lower()), Ok(mac));
            }
        }
    }
}
