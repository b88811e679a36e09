//! One row of the handset list: a place a handset can take.

use std::{fmt, str::FromStr};

/// The text is no IPUI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an IPUI is 10 hexadecimal digits that begin with 0")]
pub struct NotAnIpui;

/// International Portable User Identity of type N: what a handset is known by for its whole life (EN 300 175-6
/// §10.2): 4 bits of type, 16 of its maker, 20 of its serial number, written as 10 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ipui(u64);

impl FromStr for Ipui {
    type Err = NotAnIpui;

    fn from_str(text: &str) -> Result<Self, NotAnIpui> {
        let text = text.trim();
        let right = text.len() == 10 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_hexdigit());
        if right { u64::from_str_radix(text, 16).map(Self).map_err(|_| NotAnIpui) } else { Err(NotAnIpui) }
    }
}

impl fmt::Display for Ipui {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010X}", self.0)
    }
}

/// The text is no PIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a PIN is 4 to 8 digits")]
pub struct NotAPin;

/// The authentication code a person types into the handset. Never shown in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// Reads 4 to 8 digits.
    ///
    /// # Errors
    /// [`NotAPin`].
    pub fn parse(text: &str) -> Result<Self, NotAPin> {
        let right = (4..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if right { Ok(Self(text.to_owned())) } else { Err(NotAPin) }
    }

    /// The digits, for the radio.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// A row's number. It stays with the row and is not given again, whichever handset takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotId(pub u32);

/// Which handsets a row takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admits {
    /// Whichever comes first: an empty or placeholder row.
    Any,
    /// This one.
    Only(Ipui),
}

/// Where a row stands (004 §Registering handsets).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// No handset, and none may come.
    NotRegistered,
    /// A handset may come while a window is open.
    ToRegister,
    /// A handset is being authenticated.
    Registering(Ipui),
    /// A handset is subscribed. Out of range, it stays so.
    Registered {
        /// The handset.
        ipui: Ipui,
        /// Whether it answers just now.
        reachable: bool,
    },
    /// The handset is to be removed; it may be out of range for long.
    ToDeregister(Ipui),
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Which handsets it takes.
    pub admits: Admits,
    /// What the handset must type.
    pub pin: Pin,
    /// Where it stands.
    pub state: State,
}

impl Slot {
    /// The handset that holds it or is about to.
    #[must_use]
    pub fn handset(&self) -> Option<Ipui> {
        match self.state {
            State::NotRegistered | State::ToRegister => None,
            State::Registering(ipui) | State::Registered { ipui, .. } | State::ToDeregister(ipui) => {
                Some(ipui)
            }
        }
    }

    pub(crate) fn takes(&self, ipui: Ipui) -> bool {
        let admitted = match self.admits {
            Admits::Any => true,
            Admits::Only(only) => only == ipui,
        };
        self.state == State::ToRegister && admitted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_and_pins() {
        let ipui: Ipui = " 02a0b5c3d1 ".parse().unwrap();
        assert_eq!(ipui.to_string(), "02A0B5C3D1");
        for bad in ["", "2A0B5C3D1", "12A0B5C3D1", "02A0B5C3DG", "002A0B5C3D1", "+2A0B5C3D1"] {
            assert_eq!(bad.parse::<Ipui>(), Err(NotAnIpui), "{bad}");
        }
        assert!(["1234", "00000000"].iter().all(|pin| Pin::parse(pin).is_ok()));
        assert!(["123", "123456789", "12a4", "", "१२३४"].iter().all(|pin| Pin::parse(pin).is_err()));
        assert_eq!(format!("{:?}", Pin::parse("4711").unwrap()), "Pin(…)");
    }
}
