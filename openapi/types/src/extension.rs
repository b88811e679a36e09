//! The internal number of a line.

use crate::{Invalid, macros::parsed_text};

/// An extension: 2 to 10 digits, unique within a customer (003 §Parameters; P-045).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Extension(String);

impl Extension {
    /// Fewest digits an extension may have.
    pub const MIN: usize = 2;
    /// Most digits an extension may have.
    pub const MAX: usize = 10;

    /// Reads an extension.
    ///
    /// # Errors
    /// [`Invalid::Empty`] or [`Invalid::Extension`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let right = (Self::MIN..=Self::MAX).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if right { Ok(Self(text.to_owned())) } else { Err(Invalid::Extension) }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(Extension, "201");

#[cfg(test)]
mod tests {
    use super::*;

    // proves P-045
    #[test]
    fn two_to_ten_digits() {
        assert!(Extension::parse("14").is_ok() && Extension::parse("1234567890").is_ok());
        for text in ["1", "12345678901", "1a", "1 4"] {
            assert_eq!(Extension::parse(text), Err(Invalid::Extension), "{text}");
        }
    }
}
