//! The sockets: UDP behind the sanity check, TCP with a bound on connections.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use rsipstack::{
    platform::net::UdpSocket as StackSocket,
    transaction::endpoint::EndpointInnerRef,
    transport::{SipAddr, SipConnection, tcp::TcpConnection},
};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio_util::sync::CancellationToken;

/// Most TCP connections at a time; each costs the stack about 80 kB (sip-stack §4).
const MOST_CONNECTIONS: usize = 2_000;

/// What is to become of a datagram.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// On to the stack.
    Pass,
    /// Nobody hears of it.
    Drop,
    /// Answered at once, to where it came from.
    Answer(Vec<u8>),
}

/// Looks at every datagram before the stack does.
pub(crate) trait Gatekeeper: Send + Sync + 'static {
    /// Decides about a datagram.
    fn examine(&self, datagram: &[u8], from: SocketAddr) -> Gate;
}

/// A UDP socket that shows the stack only what the gatekeeper lets pass.
pub(crate) struct GuardedSocket {
    socket: UdpSocket,
    gatekeeper: Arc<dyn Gatekeeper>,
}

impl GuardedSocket {
    pub(crate) fn new(socket: UdpSocket, gatekeeper: Arc<dyn Gatekeeper>) -> Self {
        Self { socket, gatekeeper }
    }
}

#[async_trait::async_trait]
impl StackSocket for GuardedSocket {
    async fn recv_from(&self, buffer: &mut [u8]) -> rsipstack::Result<(usize, SocketAddr)> {
        loop {
            let (length, from) = self.socket.recv_from(buffer).await?;
            match self.gatekeeper.examine(buffer.get(..length).unwrap_or_default(), from) {
                Gate::Pass => return Ok((length, from)),
                Gate::Drop => {}
                // A full send buffer loses the answer, as the network would; the sender asks again.
                Gate::Answer(answer) => {
                    self.socket.try_send_to(&answer, from).ok();
                }
            }
        }
    }

    async fn send_to(&self, buffer: &[u8], to: SocketAddr) -> rsipstack::Result<usize> {
        Ok(self.socket.send_to(buffer, to).await?)
    }

    fn local_addr(&self) -> rsipstack::Result<SocketAddr> {
        Ok(self.socket.local_addr()?)
    }
}

/// Takes TCP connections until told to stop.
pub(crate) async fn accept(
    listener: TcpListener,
    endpoint: EndpointInnerRef,
    advertised: IpAddr,
    stop: CancellationToken,
) {
    while let Some(accepted) = stop.run_until_cancelled(listener.accept()).await {
        match accepted {
            Ok((stream, from)) => take(stream, from, &endpoint, advertised, &stop),
            Err(error) => pause(&error).await,
        }
    }
}

/// Out of file handles, most likely: trying again at once would only burn the processor.
async fn pause(error: &std::io::Error) {
    tracing::warn!(%error, "a TCP connection was not accepted");
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
}

/// Hands an accepted connection to the transport layer, under the address phones know.
fn take(
    stream: TcpStream,
    from: SocketAddr,
    endpoint: &EndpointInnerRef,
    advertised: IpAddr,
    stop: &CancellationToken,
) {
    if endpoint.transport_layer.connections_count() >= MOST_CONNECTIONS {
        tracing::warn!(%from, "a TCP connection was refused: there are too many");
        return;
    }
    let port = stream.local_addr().map(|local| local.port()).unwrap_or_default();
    let mut local = SipAddr::from(SocketAddr::new(advertised, port));
    local.r#type = Some(rsipstack::sip::Transport::Tcp);
    match TcpConnection::from_stream(stream, local, Some(stop.child_token())) {
        Ok(connection) => endpoint.transport_layer.add_connection(SipConnection::Tcp(connection)),
        Err(error) => tracing::debug!(%from, %error, "a TCP connection ended before it began"),
    }
}
