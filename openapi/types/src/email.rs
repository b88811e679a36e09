//! A person's e-mail address, which is also the sign-in name.

use crate::{Invalid, macros::parsed_text};

/// An e-mail address, kept in lower case so that one address is one person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Email(String);

impl Email {
    /// Longest address of RFC 5321 §4.5.3.1.
    pub const MAX: usize = 254;

    /// Reads an address: one `@`, a local part, a domain with a dot or `localhost`, no white space.
    ///
    /// # Errors
    /// [`Invalid::Empty`], [`Invalid::TooLong`] or [`Invalid::Email`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        if text.len() > Self::MAX {
            return Err(Invalid::TooLong);
        }
        let (local, domain) = text.split_once('@').ok_or(Invalid::Email)?;
        let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"');
        let domain_is_right = domain.split('.').all(|label| !label.is_empty()) && !domain.contains('@');
        let has_dot = domain.contains('.') || domain == "localhost";
        if local.is_empty() || !domain_is_right || !has_dot || text.contains(bad) {
            return Err(Invalid::Email);
        }
        Ok(Self(text))
    }

    /// The address in lower case.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(Email, "operator@example.net");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_does_not_make_two_people() {
        assert_eq!(Email::parse(" Anna@Example.NET ").unwrap().as_str(), "anna@example.net");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in
            ["anna", "@example.net", "anna@", "anna@net", "a b@example.net", "a@b@example.net", "a@.net"]
        {
            assert_eq!(Email::parse(text), Err(Invalid::Email), "{text}");
        }
    }
}
