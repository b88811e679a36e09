//! Passwords of a device's own configuration interface.

use crate::{Invalid, macros::parsed_text};

/// 4 to 9 digits (002 §Paramètre: Mot de passe "admin"). Left out, a 40-digit value is generated that
/// nobody is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct DevicePassword(String);

impl DevicePassword {
    /// Reads a password.
    ///
    /// # Errors
    /// [`Invalid::Empty`] or [`Invalid::DevicePassword`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let right = (4..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if right { Ok(Self(text.to_owned())) } else { Err(Invalid::DevicePassword) }
    }

    /// The digits, for sealing.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for DevicePassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DevicePassword(…)")
    }
}

parsed_text!(DevicePassword, "4711");

#[cfg(test)]
mod tests {
    use super::*;

    // proves
    #[test]
    fn four_to_nine_digits() {
        assert!(DevicePassword::parse("1234").is_ok() && DevicePassword::parse("123456789").is_ok());
        for text in ["123", "1234567890", "12a4"] {
            assert_eq!(DevicePassword::parse(text), Err(Invalid::DevicePassword));
        }
    }
}
