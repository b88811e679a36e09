//! Names and notes: text people typed, with a length and without characters that break files.

use crate::{Invalid, macros::parsed_text};

fn clean(text: &str, max: usize) -> Result<String, Invalid> {
    let text = text.trim();
    if text.chars().count() > max {
        return Err(Invalid::TooLong);
    }
    // Control characters end lines in key=value files; private-use characters mark secret slots while rendering.
    let forbidden = |c: char| c.is_control() || ('\u{E000}'..='\u{F8FF}').contains(&c);
    if text.contains(forbidden) { Err(Invalid::Character) } else { Ok(text.to_owned()) }
}

/// A name of something: 1 to 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(String);

impl Label {
    /// Most characters a label may have.
    pub const MAX: usize = 64;

    /// Reads a name.
    ///
    /// # Errors
    /// [`Invalid::Empty`], [`Invalid::TooLong`] or [`Invalid::Character`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = clean(text, Self::MAX)?;
        if text.is_empty() { Err(Invalid::Empty) } else { Ok(Self(text)) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(Label, "Reception");

/// Free text up to 500 characters, may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Note(String);

impl Note {
    /// Most characters a note may have.
    pub const MAX: usize = 500;

    /// Reads a note.
    ///
    /// # Errors
    /// [`Invalid::TooLong`] or [`Invalid::Character`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        clean(text, Self::MAX).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(Note, "Second floor, left");

/// A password typed at sign-in: any 1 to 256 bytes, never shown, never logged.
#[derive(Clone, PartialEq, Eq)]
pub struct SignInPassword(String);

impl SignInPassword {
    /// Longest password that is hashed; more is a way to burn our processor.
    pub const MAX: usize = 256;

    /// Reads a password as typed; nothing is trimmed.
    ///
    /// # Errors
    /// [`Invalid::Empty`] or [`Invalid::TooLong`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match text.len() {
            0 => Err(Invalid::Empty),
            1..=Self::MAX => Ok(Self(text.to_owned())),
            _ => Err(Invalid::TooLong),
        }
    }

    /// The password, for hashing.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for SignInPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignInPassword(…)")
    }
}

parsed_text!(SignInPassword, "correct horse battery staple");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_carry_a_line_break_or_a_slot_mark() {
        for text in ["a\nb", "a\rb", "a\u{0}b", "a\u{E000}b"] {
            assert_eq!(Label::parse(text), Err(Invalid::Character));
        }
        assert_eq!(Label::parse(&"ä".repeat(65)), Err(Invalid::TooLong));
        assert_eq!(Label::parse(&"ä".repeat(64)).map(|l| l.0.chars().count()), Ok(64));
    }
}
