//! Where one device really sends from.
//!
//! Behind address translation the address in a description is not the one packets come from. So the first packet
//! from the right host decides (symmetric RTP, RFC 4961), and after that only the same stream may move.

use std::net::{IpAddr, SocketAddr};

/// The hosts a device may send from: the one it described and the one it signals from. Anybody else who finds the
/// port is ignored.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) described: Option<SocketAddr>,
    pub(crate) signalling: Option<IpAddr>,
}

/// Where packets for a device go, learned from what comes from it.
#[derive(Debug, Default)]
pub(super) struct Latch {
    expected: Expected,
    learned: Option<(SocketAddr, Option<u32>)>,
}

impl Latch {
    /// A new description. What was learned stays while the device describes the same place.
    pub(super) fn expect(&mut self, expected: Expected) {
        if self.expected != expected {
            *self = Self { expected, learned: None };
        }
    }

    /// Where to send.
    pub(super) fn destination(&self) -> Option<SocketAddr> {
        self.learned.map(|(address, _)| address).or(self.expected.described)
    }

    /// Whether a packet from `source` is the device's; remembers where it came from.
    pub(super) fn accepts(&mut self, source: SocketAddr, ssrc: Option<u32>) -> bool {
        match self.learned {
            Some((address, _)) if address == source => true,
            // A known stream from a new port: the translation changed. A known port of the description is the
            // device itself, whatever was learned.
            Some((_, known)) if self.is_expected(source) => {
                let same = known == ssrc && ssrc.is_some() || Some(source) == self.expected.described;
                if same {
                    self.learned = Some((source, ssrc));
                }
                same
            }
            None if self.is_expected(source) => {
                self.learned = Some((source, ssrc));
                true
            }
            _ => false,
        }
    }

    fn is_expected(&self, source: SocketAddr) -> bool {
        let described = self.expected.described.map(|address| address.ip());
        Some(source.ip()) == described || Some(source.ip()) == self.expected.signalling
    }
}

/// The SSRC of an RTP packet (RFC 3550 §5.1); none for what is no RTP.
pub(super) fn ssrc(packet: &[u8]) -> Option<u32> {
    let version = packet.first()? >> 6;
    let bytes: [u8; 4] = packet.get(8..12)?.try_into().ok()?;
    (version == 2).then(|| u32::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> SocketAddr {
        text.parse().unwrap()
    }

    fn latch() -> Latch {
        let mut latch = Latch::default();
        latch.expect(Expected {
            described: Some(at("10.0.0.7:4000")),
            signalling: Some(at("203.0.113.5:1").ip()),
        });
        latch
    }

    #[test]
    fn before_anything_comes_the_description_counts() {
        assert_eq!(latch().destination(), Some(at("10.0.0.7:4000")));
    }

    #[test]
    fn the_first_packet_of_the_signalling_host_decides() {
        let mut latch = latch();
        assert!(!latch.accepts(at("198.51.100.9:4000"), Some(1)), "a stranger");
        assert!(latch.accepts(at("203.0.113.5:7000"), Some(1)));
        assert_eq!(latch.destination(), Some(at("203.0.113.5:7000")));
        assert!(!latch.accepts(at("203.0.113.5:7002"), Some(2)), "another stream of that host");
        assert!(latch.accepts(at("203.0.113.5:7004"), Some(1)), "the same stream moved");
        assert_eq!(latch.destination(), Some(at("203.0.113.5:7004")));
    }

    #[test]
    fn a_new_description_is_learned_anew_and_the_same_one_is_not() {
        let mut latch = latch();
        assert!(latch.accepts(at("203.0.113.5:7000"), Some(1)));
        latch.expect(Expected {
            described: Some(at("10.0.0.7:4000")),
            signalling: Some(at("203.0.113.5:1").ip()),
        });
        assert_eq!(latch.destination(), Some(at("203.0.113.5:7000")));
        latch.expect(Expected { described: Some(at("10.0.0.7:5000")), signalling: None });
        assert_eq!(latch.destination(), Some(at("10.0.0.7:5000")));
    }

    #[test]
    fn the_stream_of_a_packet() {
        assert_eq!(ssrc(&[0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 1]), Some(9));
        assert_eq!(ssrc(&[0x40, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9]), None);
        assert_eq!(ssrc(&[0x80, 0]), None);
    }
}
