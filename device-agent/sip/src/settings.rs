//! Where the core listens, what it may use, and why it cannot.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    ops::RangeInclusive,
    time::Duration,
};

use cordboard_telephony::{call, registrar};

use crate::ingress::Admission;

/// Where the core listens and what it may use.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Address for SIP over UDP; port 0 takes a free one.
    pub udp: SocketAddr,
    /// Address for SIP over TCP; port 0 takes a free one.
    pub tcp: SocketAddr,
    /// Address phones reach this host at; stands in Contact, Via and session descriptions.
    pub advertised_ip: IpAddr,
    /// Ports for RTP and RTCP; two even/odd pairs for each call.
    pub rtp_ports: RangeInclusive<u16>,
    /// Facts that may wait for the reader before new calls and registrations are put off (503).
    pub fact_queue: usize,
    /// Bounds of registrations.
    pub registrar: registrar::Limits,
    /// How long a call may ring and a leg may take to close.
    pub call: call::Limits,
    /// Silence after which a side of a call is told to be silent. A call on which both sides are silent is asked
    /// every now and then whether it is still there.
    pub silence: Duration,
    /// How much may be asked for.
    pub admission: Admission,
}

impl Settings {
    /// Settings with the usual bounds.
    #[must_use]
    pub fn new(
        udp: SocketAddr,
        tcp: SocketAddr,
        advertised_ip: IpAddr,
        rtp_ports: RangeInclusive<u16>,
    ) -> Self {
        Self {
            udp,
            tcp,
            advertised_ip,
            rtp_ports,
            fact_queue: 1_024,
            registrar: registrar::Limits::default(),
            call: call::Limits::default(),
            silence: Duration::from_secs(30),
            admission: Admission::default(),
        }
    }
}

/// Where the core is reached: the advertised address with the ports it really got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
    /// SIP over UDP.
    pub udp: SocketAddr,
    /// SIP over TCP.
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
        source: io::Error,
    },
    /// The SIP stack cannot be started.
    #[error("the SIP stack cannot be started: {0}")]
    Stack(String),
    /// The media relay cannot be started.
    #[error("the media relay cannot be started")]
    Media(#[source] io::Error),
    /// The system gives no random numbers.
    #[error("the system gives no random numbers")]
    Random,
}
