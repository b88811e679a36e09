//! The ways back to the devices: what to send a message on.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use cordboard_telephony::registrar::Flow;
use cordboard_types::Transport;
use rsipstack::{
    sip::SipMessage,
    transport::{SipAddr, SipConnection},
};

/// How long one message may take to be written to a connection. A device that does not read loses it.
const WRITE: Duration = Duration::from_secs(5);

/// The connections in use.
#[derive(Debug)]
pub(crate) struct Flows {
    udp: SipConnection,
    streams: Mutex<HashMap<u64, SipConnection>>,
    /// Where phones reach us, per transport.
    local: crate::Endpoint,
}

/// A way to one device.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) connection: SipConnection,
    pub(crate) to: SipAddr,
    pub(crate) peer: SocketAddr,
    pub(crate) transport: Transport,
    /// Address and port that stand in our Via and Contact on this way.
    pub(crate) local: SocketAddr,
}

impl Flows {
    pub(crate) fn new(udp: SipConnection, local: crate::Endpoint) -> Self {
        Self { udp, streams: Mutex::default(), local }
    }

    /// The flow a message came on; remembers a connection that is new.
    pub(crate) fn of(&self, connection: &SipConnection, from: &SipAddr) -> Option<Flow> {
        let source = from.get_socketaddr().ok()?;
        let Some(id) = stream_id(connection) else {
            return Some(Flow { source, transport: Transport::Udp, connection: 0 });
        };
        self.lock().entry(id).or_insert_with(|| connection.clone());
        Some(Flow { source, transport: Transport::Tcp, connection: id })
    }

    /// Forgets a closed connection and returns its number.
    pub(crate) fn closed(&self, connection: &SipConnection) -> Option<u64> {
        let id = stream_id(connection)?;
        self.lock().remove(&id).map(|_| id)
    }

    /// The way along a flow; none when its connection is gone.
    pub(crate) fn link(&self, flow: &Flow) -> Option<Link> {
        let connection = match flow.transport {
            Transport::Udp => self.udp.clone(),
            Transport::Tcp | Transport::Tls => self.lock().get(&flow.connection)?.clone(),
        };
        let mut to = SipAddr::from(flow.source);
        to.r#type = Some(connection.transport());
        let local = if flow.transport == Transport::Udp { self.local.udp } else { self.local.tcp };
        Some(Link { connection, to, peer: flow.source, transport: flow.transport, local })
    }

    /// The way a message came, back.
    pub(crate) fn back(&self, connection: &SipConnection) -> Option<Link> {
        let flow = self.of(connection, connection.get_remote_addr()?)?;
        self.link(&flow)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, SipConnection>> {
        self.streams.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells stream connections apart: the address of their state, which no other has while this one is remembered.
fn stream_id(connection: &SipConnection) -> Option<u64> {
    match connection {
        SipConnection::Tcp(tcp) => u64::try_from(std::sync::Arc::as_ptr(&tcp.inner).addr()).ok(),
        _ => None,
    }
}

/// Sends a message outside any transaction. On a connection this never waits: one device that does not read must not
/// hold up the others.
pub(crate) async fn send(connection: SipConnection, message: SipMessage, to: Option<SipAddr>) {
    if !connection.is_reliable() {
        return deliver(&connection, message, to.as_ref()).await;
    }
    tokio::spawn(async move {
        if tokio::time::timeout(WRITE, deliver(&connection, message, to.as_ref())).await.is_err() {
            tracing::debug!("a message was not sent: the device does not read");
        }
    });
}

async fn deliver(connection: &SipConnection, message: SipMessage, to: Option<&SipAddr>) {
    if let Err(error) = connection.send(message, to).await {
        tracing::debug!(%error, "a message was not sent");
    }
}

impl Link {
    /// `UDP` or `TCP`, as in a Via.
    pub(crate) fn via_transport(&self) -> &'static str {
        match self.transport {
            Transport::Udp => "UDP",
            Transport::Tcp => "TCP",
            Transport::Tls => "TLS",
        }
    }

    /// Our Contact for a user on this way.
    pub(crate) fn contact(&self, user: &str) -> String {
        let transport = if self.transport == Transport::Udp { "" } else { ";transport=tcp" };
        format!("<sip:{user}@{}{transport}>", self.local)
    }
}
