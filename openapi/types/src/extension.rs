//! The internal number of a line.

use crate::{Invalid, macros::parsed_text};

/// An extension: 1 to 10 digits, unique within a customer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Extension(String);

impl Extension {
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
        let right = text.len() <= Self::MAX && text.bytes().all(|b| b.is_ascii_digit());
        if right { Ok(Self(text.to_owned())) } else { Err(Invalid::Extension) }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(Extension, "201");
