//! Numbers a user may show to the people called.

use crate::{Invalid, macros::parsed_text};

/// A number that can be dialled: 1 to 32 digits, `*` and `#`, after an optional `+`; what people write between the
/// digits to read them better is left out (V-07).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Most digits.
    pub const MAX: usize = 32;

    /// Reads a number.
    ///
    /// # Errors
    /// [`Invalid::Empty`] or [`Invalid::PhoneNumber`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let spelling = |c: &char| !matches!(c, ' ' | '-' | '/' | '.' | '(' | ')');
        let text: String = text.trim().chars().filter(spelling).collect();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let digits = text.strip_prefix('+').unwrap_or(&text);
        let dialled = |b: u8| b.is_ascii_digit() || matches!(b, b'*' | b'#');
        let right = (1..=Self::MAX).contains(&digits.len()) && digits.bytes().all(dialled);
        if right { Ok(Self(text)) } else { Err(Invalid::PhoneNumber) }
    }

    /// The number as it is dialled.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(PhoneNumber, "+41445550100");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_left_out_and_letters_are_refused() {
        assert_eq!(PhoneNumber::parse("+41 (44) 555-01.00").unwrap().as_str(), "+41445550100");
        assert_eq!(PhoneNumber::parse("*70").unwrap().as_str(), "*70");
        for text in ["+", "12+3", "anna", "12,13", &"1".repeat(33)] {
            assert_eq!(PhoneNumber::parse(text), Err(Invalid::PhoneNumber), "{text}");
        }
    }
}
