//! The SIP core as the agent's telephony.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    time::Duration,
};

use async_trait::async_trait;
use cordboard_agent_protocol::Endpoint;
use cordboard_sip::{Core, CoreError, Settings};
use cordboard_telephony::{Fact, SiteConfig, facts};
use cordboard_types::{HostName, Transport};
use tokio::{net::UdpSocket, sync::mpsc, time::timeout};

use crate::telephony::Telephony;

/// Tries of the health check, and the time each waits.
const TRIES: usize = 4;
const PATIENCE: Duration = Duration::from_millis(500);
/// Facts that wait for the disk before new calls are refused.
const FACT_QUEUE: usize = 1024;

/// Where SIP listens and what is told to phones.
#[derive(Debug, Clone)]
pub struct SipSettings {
    /// Address for SIP over UDP.
    pub udp: SocketAddr,
    /// Address for SIP over TCP.
    pub tcp: SocketAddr,
    /// What phones reach this box at.
    pub advertise: HostName,
    /// The same as an address, for SDP.
    pub advertised_ip: IpAddr,
    /// Ports for RTP and RTCP.
    pub rtp_ports: std::ops::RangeInclusive<u16>,
}

/// A running SIP core.
pub struct SipTelephony {
    core: Core,
    host: HostName,
}

impl SipTelephony {
    /// Starts the core. Nobody can register until a document is in force.
    ///
    /// # Errors
    /// [`CoreError`].
    pub async fn start(settings: SipSettings) -> Result<(Self, mpsc::Receiver<Fact>), CoreError> {
        let SipSettings { udp, tcp, advertise, advertised_ip, rtp_ports } = settings;
        let core = Settings { fact_queue: FACT_QUEUE, ..Settings::new(udp, tcp, advertised_ip, rtp_ports) };
        let (core, facts) = Core::start(core).await?;
        Ok((Self { core, host: advertise }, facts))
    }

    /// Hangs up every call and closes the sockets.
    pub async fn shutdown(self) {
        self.core.shutdown().await;
    }
}

#[async_trait]
impl Telephony for SipTelephony {
    fn apply(&self, config: SiteConfig) {
        self.core.apply(config);
    }

    async fn healthy(&self) -> bool {
        answers(self.core.endpoint().udp).await.unwrap_or(false)
    }

    fn endpoint(&self) -> Endpoint {
        let endpoint = self.core.endpoint();
        let port = endpoint.udp.port();
        let mut transports = vec![Transport::Udp];
        if endpoint.tcp.port() == port {
            transports.push(Transport::Tcp);
        }
        Endpoint { host: self.host.clone(), port, transports }
    }

    fn registrations(&self) -> Vec<facts::Registration> {
        self.core.registrations()
    }
}

/// Whether something at `listens` answers an OPTIONS request (RFC 3261 §11) with whatever status.
async fn answers(listens: SocketAddr) -> std::io::Result<bool> {
    let target = SocketAddr::new(reachable(listens.ip()), listens.port());
    let socket = UdpSocket::bind(SocketAddr::new(target.ip(), 0)).await?;
    socket.connect(target).await?;
    let own = socket.local_addr()?;
    let mut answer = [0; 2048];
    for attempt in 0..TRIES {
        socket.send(options(target, own, attempt).as_bytes()).await?;
        if let Ok(Ok(length)) = timeout(PATIENCE, socket.recv(&mut answer)).await
            && answer.get(..length).is_some_and(|bytes| bytes.starts_with(b"SIP/2.0 "))
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A socket that listens everywhere is reached over the loopback.
fn reachable(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    }
}

fn options(target: SocketAddr, own: SocketAddr, attempt: usize) -> String {
    let mark = fastrand::u64(..);
    format!(
        "OPTIONS sip:{target} SIP/2.0\r\n\
         Via: SIP/2.0/UDP {own};branch=z9hG4bK{mark:016x}\r\n\
         Max-Forwards: 1\r\n\
         From: <sip:health@{own}>;tag={mark:x}\r\n\
         To: <sip:{target}>\r\n\
         Call-ID: {mark:x}-{attempt}@{own}\r\n\
         CSeq: 1 OPTIONS\r\n\
         Content-Length: 0\r\n\r\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn health_is_an_answer_and_nothing_else() {
        let peer = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = peer.local_addr().unwrap();
        let answering = tokio::spawn(async move {
            let mut bytes = [0; 2048];
            let (length, from) = peer.recv_from(&mut bytes).await.unwrap();
            assert!(bytes[..length].starts_with(b"OPTIONS sip:127.0.0.1"));
            peer.send_to(b"SIP/2.0 200 OK\r\n\r\n", from).await.unwrap();
        });
        assert!(answers(address).await.unwrap());
        answering.await.unwrap();
        // The socket is closed now.
        assert!(!answers(address).await.unwrap_or(false));
    }
}
