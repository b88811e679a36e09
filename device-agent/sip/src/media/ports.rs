//! The pool of port pairs: RTP on an even port, RTCP on the next (RFC 3550 §11).

use std::{
    collections::HashSet,
    io,
    net::{IpAddr, SocketAddr, UdpSocket},
    ops::RangeInclusive,
};

/// Hands out pairs of bound sockets.
#[derive(Debug)]
pub(super) struct Ports {
    ip: IpAddr,
    range: RangeInclusive<u16>,
    next: u16,
    taken: HashSet<u16>,
}

/// Two sockets on neighbouring ports.
#[derive(Debug)]
pub(super) struct Pair {
    pub(super) rtp: UdpSocket,
    pub(super) rtcp: UdpSocket,
    pub(super) port: u16,
}

impl Ports {
    pub(super) fn new(ip: IpAddr, range: RangeInclusive<u16>) -> Self {
        let first = first_even(*range.start());
        // Not always the same ports after a restart: packets of a call that is gone may still be on their way.
        let start = u16::try_from(std::process::id() % 4_096).unwrap_or(0) * 2;
        let span = range.end().saturating_sub(first).max(1);
        let next = first_even(first.saturating_add(start % span));
        Self { ip, range, next, taken: HashSet::new() }
    }

    /// The next free pair. Ports are used in turn, so that a late packet of the last call does not meet the next.
    pub(super) fn take(&mut self) -> io::Result<Pair> {
        let mut last = io::Error::new(io::ErrorKind::AddrNotAvailable, "no free RTP port");
        for _ in 0..=self.range.len() / 2 {
            let port = self.advance();
            if self.taken.contains(&port) {
                continue;
            }
            match bind(self.ip, port) {
                Ok(pair) => {
                    self.taken.insert(port);
                    return Ok(pair);
                }
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    pub(super) fn give_back(&mut self, port: u16) {
        self.taken.remove(&port);
    }

    #[cfg(test)]
    pub(super) fn in_use(&self) -> usize {
        self.taken.len()
    }

    fn advance(&mut self) -> u16 {
        let end = *self.range.end();
        let fits = self.next < end && self.range.contains(&self.next);
        let port = if fits { self.next } else { first_even(*self.range.start()) };
        self.next = port.saturating_add(2);
        port
    }
}

fn first_even(port: u16) -> u16 {
    if port.is_multiple_of(2) { port } else { port.saturating_add(1) }
}

fn bind(ip: IpAddr, port: u16) -> io::Result<Pair> {
    let open = |port| {
        let socket = UdpSocket::bind(SocketAddr::new(ip, port))?;
        socket.set_nonblocking(true)?;
        io::Result::Ok(socket)
    };
    Ok(Pair { rtp: open(port)?, rtcp: open(port.saturating_add(1))?, port })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_even_distinct_and_come_back() {
        let base = free_base();
        let mut ports = Ports::new([127, 0, 0, 1].into(), base..=base + 5);
        let pairs: Vec<_> = std::iter::from_fn(|| ports.take().ok()).take(10).collect();
        assert!(!pairs.is_empty() && pairs.len() <= 3);
        assert!(pairs.iter().all(|pair| pair.port % 2 == 0));
        let port = pairs[0].port;
        drop(pairs);
        ports.give_back(port);
        assert_eq!(ports.take().map(|pair| pair.port).unwrap(), port);
    }

    fn free_base() -> u16 {
        let probe = UdpSocket::bind("127.0.0.1:0").unwrap();
        probe.local_addr().unwrap().port() & !1
    }
}
