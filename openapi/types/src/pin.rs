//! Secrets of digits: passwords of a device's own configuration interface, PINs of PBX users.

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

/// The PIN a PBX user logs a phone in with: 3 to 10 digits (003 §Parameters). Never a web password.
#[derive(Clone, PartialEq, Eq)]
pub struct UserPin(String);

impl UserPin {
    /// Reads a PIN.
    ///
    /// # Errors
    /// [`Invalid::Empty`] or [`Invalid::Pin`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let right = (3..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if right { Ok(Self(text.to_owned())) } else { Err(Invalid::Pin) }
    }

    /// The digits, for sealing.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for UserPin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UserPin(…)")
    }
}

parsed_text!(UserPin, "4711");

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

    // proves P-047
    #[test]
    fn a_user_s_pin_has_three_to_ten_digits_and_is_not_printed() {
        assert!(UserPin::parse("123").is_ok() && UserPin::parse("1234567890").is_ok());
        for text in ["12", "12345678901", "12a4", " 123"] {
            assert_eq!(UserPin::parse(text), Err(Invalid::Pin), "{text}");
        }
        assert_eq!(format!("{:?}", UserPin::parse("4711").unwrap()), "UserPin(…)");
    }
}
