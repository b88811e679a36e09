//! Where a site's registrar is reached.

use crate::{Invalid, macros::parsed_text};

/// A host name or an IP address, without port.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HostName(String);

impl HostName {
    /// Longest name of RFC 1035 §2.3.4.
    pub const MAX: usize = 253;

    /// Reads a host name, an IPv4 address or an IPv6 address without brackets.
    ///
    /// # Errors
    /// [`Invalid::Empty`], [`Invalid::TooLong`] or [`Invalid::Host`].
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim().to_ascii_lowercase();
        if text.is_empty() {
            return Err(Invalid::Empty);
        }
        if text.len() > Self::MAX {
            return Err(Invalid::TooLong);
        }
        let is_address = text.parse::<std::net::IpAddr>().is_ok();
        if is_address || text.split('.').all(label_is_right) { Ok(Self(text)) } else { Err(Invalid::Host) }
    }

    /// The name or address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it stands in a URI: an IPv6 address in brackets.
    #[must_use]
    pub fn in_uri(&self) -> String {
        if self.0.contains(':') { format!("[{}]", self.0) } else { self.0.clone() }
    }
}

fn label_is_right(label: &str) -> bool {
    let inner = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (1..=63).contains(&label.len()) && inner && !label.starts_with('-') && !label.ends_with('-')
}

parsed_text!(HostName, "pbx.example.net");

/// How SIP travels between a phone and the site's registrar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Transport {
    /// SIP over UDP (RFC 3261 §18).
    Udp,
    /// SIP over TCP.
    Tcp,
    /// SIP over TLS.
    Tls,
}

impl Transport {
    /// Reads `udp`, `tcp` or `tls`.
    ///
    /// # Errors
    /// [`Invalid::Choice`] for anything else.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        match text {
            "udp" => Ok(Self::Udp),
            "tcp" => Ok(Self::Tcp),
            "tls" => Ok(Self::Tls),
            _ => Err(Invalid::Choice),
        }
    }

    /// `udp`, `tcp` or `tls`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Udp => "udp",
            Self::Tcp => "tcp",
            Self::Tls => "tls",
        }
    }
}

parsed_text!(Transport, "udp");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses() {
        for text in ["pbx.example.net", "10.0.0.5", "fd00::1", "localhost"] {
            assert!(HostName::parse(text).is_ok(), "{text}");
        }
        for text in ["a b", "-a.example", "pbx..net", "sip:pbx", "a/b", "pbx:5060"] {
            assert_eq!(HostName::parse(text), Err(Invalid::Host), "{text}");
        }
        assert_eq!(HostName::parse("fd00::1").unwrap().in_uri(), "[fd00::1]");
    }
}
