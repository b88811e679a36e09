//! Telephone numbers of the outside world.

use crate::{Invalid, macros::parsed_text};

/// A number in international form (E.164 §6): `+` and 5 to 15 digits, none of them a leading zero.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CallerNumber(String);

impl CallerNumber {
    /// Reads a number; blanks, dots, dashes, slashes and brackets are taken out.
    ///
    /// # Errors
    /// [`Invalid::Empty`] or [`Invalid::Number`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let plain: String =
            text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')')).collect();
        if plain.is_empty() {
            return Err(Invalid::Empty);
        }
        let digits = plain.strip_prefix('+').ok_or(Invalid::Number)?;
        let right = digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        if right && (5..=15).contains(&digits.len()) { Ok(Self(plain)) } else { Err(Invalid::Number) }
    }

    /// The number, `+41445550100`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(CallerNumber, "+41445550100");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_international_numbers() {
        assert_eq!(CallerNumber::parse("+41 (44) 555-01.00").unwrap().as_str(), "+41445550100");
        for text in ["0445550100", "+0445550100", "+41a", "+1234", "+1234567890123456", "++41445550100"] {
            assert_eq!(CallerNumber::parse(text), Err(Invalid::Number), "{text}");
        }
        assert_eq!(CallerNumber::parse(" "), Err(Invalid::Empty));
    }
}
