//! The name a PBX user is known by at the telephone system.

use crate::{Invalid, macros::parsed_text};

/// A login id: 2 to 50 lower-case letters and digits, unique within a customer (003 §Parameters; P-043).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Login(String);

impl Login {
    /// Fewest characters.
    pub const MIN: usize = 2;
    /// Most characters.
    pub const MAX: usize = 50;
    /// The administrator of the telephone system: cannot be deleted (P-023).
    pub const ADMIN: &'static str = "admin";

    /// Reads a login id; nothing is turned into lower case, because two people would not expect to be one.
    ///
    /// # Errors
    /// [`Invalid::Empty`] or [`Invalid::Login`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        let known = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let right = (Self::MIN..=Self::MAX).contains(&text.len()) && text.bytes().all(known);
        if right { Ok(Self(text.to_owned())) } else { Err(Invalid::Login) }
    }

    /// The login id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is the administrator of the telephone system.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        self.0 == Self::ADMIN
    }
}

parsed_text!(Login, "susi");

#[cfg(test)]
mod tests {
    use super::*;

    // proves P-043
    #[test]
    fn two_to_fifty_lower_case_letters_and_digits() {
        assert!(Login::parse("ab").is_ok() && Login::parse(&"a1".repeat(25)).is_ok());
        for text in ["a", "Susi", "su si", "su.si", "süsi", &"a".repeat(51)] {
            assert_eq!(Login::parse(text), Err(Invalid::Login), "{text}");
        }
        assert_eq!(Login::parse(" "), Err(Invalid::Empty));
    }
}
