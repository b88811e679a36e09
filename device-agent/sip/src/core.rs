//! The telephony core as the agent holds it.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use cordboard_telephony::{Fact, Registration, SiteConfig};
use rsipstack::{
    EndpointBuilder,
    transaction::endpoint::{Endpoint as StackEndpoint, EndpointOption},
    transport::{SipConnection, TransportLayer, udp::UdpConnection},
};
use tokio::{
    net::{TcpListener, UdpSocket},
    sync::mpsc,
    task::JoinSet,
    time::MissedTickBehavior,
};
use tokio_util::sync::CancellationToken;

use crate::{
    CoreError, Endpoint, Settings,
    calls::Calls,
    ingress::{Door, Inspector, Site},
    media::{Relay, RelayError},
    wire::{Flows, Stack, listen},
};

/// How long calls may take to hang up when the core stops.
const FAREWELL: Duration = Duration::from_secs(3);
/// How often time does its work: expiries and counts.
const TICK: Duration = Duration::from_secs(1);
/// A connection on which nothing comes for longer than any registration lasts is dead.
const IDLE_CONNECTION: Duration = Duration::from_secs(7_200);

/// A running telephony core. Dropping it cuts everything off; [`Core::shutdown`] hangs up first.
pub struct Core {
    endpoint: Endpoint,
    site: Arc<Site>,
    calls: Arc<Calls>,
    stop: CancellationToken,
    failed: CancellationToken,
    _stack: StackEndpoint,
    _tasks: JoinSet<()>,
}

impl std::fmt::Debug for Core {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Core").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}

impl Core {
    /// Opens the sockets and starts. Until [`Core::apply`] is called nobody can register.
    ///
    /// The receiver yields what happens. It must be read: while it is full, registrations and calls are put off
    /// (503 with Retry-After), so that no record is ever lost.
    ///
    /// # Errors
    /// [`CoreError`].
    pub async fn start(settings: Settings) -> Result<(Self, mpsc::Receiver<Fact>), CoreError> {
        let (facts, feed) = mpsc::channel(settings.fact_queue.max(8));
        let ip = settings.advertised_ip;
        let (tcp, tcp_port) = open_tcp(settings.tcp).await?;
        let (udp, udp_port) = open_udp(settings.udp).await?;
        let address = Endpoint { udp: SocketAddr::new(ip, udp_port), tcp: SocketAddr::new(ip, tcp_port) };
        let stop = CancellationToken::new();
        let door = Arc::new(Door::default());
        let udp = guard(udp, Arc::clone(&door), address.udp, &stop).await?;
        let flows = Flows::new(udp.clone(), address);
        let site = Site::new(flows, settings.registrar, settings.admission, facts);
        let site = Arc::new(site.map_err(|_| CoreError::Random)?);
        let relay = Relay::start(settings.udp.ip(), ip, settings.rtp_ports);
        let relay = relay.map_err(|RelayError(cause)| CoreError::Media(cause))?;
        let endpoint = Arc::new(Stack::default());
        let Settings { call, silence, .. } = settings;
        let calls = Calls::new(Arc::clone(&site), relay, call, silence, Arc::clone(&endpoint), stop.clone());
        let calls = Arc::new(calls);
        let inspector = Inspector::new(Arc::clone(&site), Arc::clone(&calls), Arc::clone(&endpoint));
        let stack = build_stack(udp, inspector, stop.clone());
        endpoint.set(&stack.inner);
        door.open(&site);
        let mut tasks = JoinSet::new();
        let requests = stack.incoming_transactions().map_err(|error| stack_error(&error))?;
        tasks.spawn(Arc::clone(&calls).dispatch(requests));
        tasks.spawn(listen::accept(tcp, Arc::clone(&stack.inner), ip, stop.clone()));
        tasks.spawn(tick(Arc::clone(&site)));
        let served = Served { failed: CancellationToken::new(), stop: stop.clone() };
        let failed = served.failed.clone();
        let inner = Arc::clone(&stack.inner);
        tasks.spawn(async move {
            let _ends = served;
            if let Err(error) = inner.serve().await {
                tracing::error!(%error, "the SIP stack has an error");
            }
        });
        Ok((Self { endpoint: address, site, calls, stop, failed, _stack: stack, _tasks: tasks }, feed))
    }

    /// Puts a configuration in force, at once and as a whole. Registrations it no longer allows end; calls go on.
    pub fn apply(&self, config: SiteConfig) {
        self.site.apply(config);
    }

    /// Where the core is reached.
    #[must_use]
    pub fn endpoint(&self) -> Endpoint {
        self.endpoint
    }

    /// The registrations in force.
    #[must_use]
    pub fn registrations(&self) -> Vec<Registration> {
        self.site.registrations()
    }

    /// Number of calls with a leg left.
    #[must_use]
    pub fn calls(&self) -> usize {
        self.calls.running()
    }

    /// Number of SIP dialogs that messages can reach; 0 when there is no call.
    #[must_use]
    pub fn dialogs(&self) -> usize {
        self.calls.dialogs()
    }

    /// Waits until the SIP stack ends by itself, which it never should: nothing is heard any more then, and only a
    /// new start of the process helps.
    pub async fn failed(&self) {
        self.failed.cancelled().await;
    }

    /// Hangs up every call, waits some seconds for it and closes the sockets.
    pub async fn shutdown(self) {
        if tokio::time::timeout(FAREWELL, self.calls.shutdown()).await.is_err() {
            tracing::warn!(
                calls = self.calls.running(),
                "calls were cut off: their phones did not answer the hang-up"
            );
        }
    }
}

/// Tells that the stack has ended, whichever way, unless it was asked to.
struct Served {
    failed: CancellationToken,
    stop: CancellationToken,
}

impl Drop for Served {
    fn drop(&mut self) {
        if !self.stop.is_cancelled() {
            tracing::error!("the SIP stack has stopped: no call and no registration is heard");
            self.failed.cancel();
        }
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}

async fn open_tcp(at: SocketAddr) -> Result<(TcpListener, u16), CoreError> {
    let error = |source| CoreError::Socket { what: format!("TCP {at}"), source };
    let listener = TcpListener::bind(at).await.map_err(error)?;
    let port = listener.local_addr().map_err(error)?.port();
    Ok((listener, port))
}

async fn open_udp(at: SocketAddr) -> Result<(UdpSocket, u16), CoreError> {
    let error = |source| CoreError::Socket { what: format!("UDP {at}"), source };
    let socket = UdpSocket::bind(at).await.map_err(error)?;
    let port = socket.local_addr().map_err(error)?.port();
    Ok((socket, port))
}

/// Puts the door in front of a socket and hands it to the stack.
async fn guard(
    socket: UdpSocket,
    door: Arc<Door>,
    advertised: SocketAddr,
    stop: &CancellationToken,
) -> Result<SipConnection, CoreError> {
    let guarded = Arc::new(listen::GuardedSocket::new(socket, door));
    let connection = UdpConnection::from_socket(guarded, Some(advertised), Some(stop.child_token())).await;
    connection.map(SipConnection::Udp).map_err(|error| stack_error(&error))
}

fn build_stack(udp: SipConnection, inspector: Inspector, stop: CancellationToken) -> StackEndpoint {
    let transports = TransportLayer::new(stop.clone());
    transports.set_stream_idle_timeout(IDLE_CONNECTION);
    transports.add_transport(udp);
    // The ACK of a 2xx is ours: it may carry a description, and it goes back along the flow.
    let option = EndpointOption { auto_ack_2xx: false, ..EndpointOption::default() };
    EndpointBuilder::new()
        .with_user_agent(crate::AGENT)
        .with_transport_layer(transports)
        .with_transport_inspector(Box::new(inspector))
        .with_option(option)
        .with_cancel_token(stop)
        .build()
}

fn stack_error(error: &rsipstack::Error) -> CoreError {
    CoreError::Stack(error.to_string())
}

async fn tick(site: Arc<Site>) {
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        site.tick();
    }
}
