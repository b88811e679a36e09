//! What the commands do.

use std::{
    io::Write,
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use cordboard_agent::{
    disk::DiskError,
    enrol::{EnrolError, enrol},
    identity::{DataDir, DataDirError, Identity},
    run::{Agent, RunError},
    sip::{SipSettings, SipTelephony},
    status::status,
};
use cordboard_sip::CoreError;
use cordboard_types::HostName;
use tokio::{
    net::{UdpSocket, lookup_host},
    signal::unix::{SignalKind, signal},
};

use crate::cli;

#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    #[error(transparent)]
    Disk(#[from] DiskError),
    #[error(transparent)]
    DataDir(#[from] DataDirError),
    #[error(transparent)]
    Enrol(#[from] EnrolError),
    #[error(transparent)]
    Run(#[from] RunError),
    #[error("{error}: {}", std::error::Error::source(error).map(ToString::to_string).unwrap_or_default())]
    Core { error: CoreError },
    #[error("{what}: {source}")]
    Io { what: String, source: std::io::Error },
    #[error("no address to advertise could be found; give one with --advertise")]
    Advertise,
}

fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> CommandError {
    |source| CommandError::Io { what: what.into(), source }
}

pub(crate) async fn run(command: cli::Command) -> Result<(), CommandError> {
    match command {
        cli::Command::Enrol(arguments) => join(arguments).await,
        cli::Command::Run(arguments) => carry(arguments).await,
        cli::Command::Status(arguments) => {
            let status = status(&DataDir::open(&arguments.data_dir)?)?;
            writeln!(std::io::stdout(), "{status}").map_err(io("standard output"))
        }
    }
}

async fn join(arguments: cli::Enrol) -> Result<(), CommandError> {
    let data = DataDir::open(&arguments.data.data_dir)?;
    let read =
        |path: &std::path::PathBuf| std::fs::read_to_string(path).map_err(io(path.display().to_string()));
    let ca = arguments.ca.as_ref().map(read).transpose()?;
    let identity = enrol(&data, &arguments.server, &arguments.token, ca.as_deref()).await?;
    tracing::info!(agent = %identity.agent, site = %identity.site, "enrolled");
    Ok(())
}

async fn carry(arguments: cli::Run) -> Result<(), CommandError> {
    let data = DataDir::open(&arguments.data.data_dir)?;
    let settings = sip_settings(&arguments, &data.identity()?).await?;
    let stopping = stop_signal()?;
    let (core, facts) = SipTelephony::start(settings).await.map_err(|error| CommandError::Core { error })?;
    let core = Arc::new(core);
    let mut agent = Agent::start(&data, core.clone(), facts).await?;
    stopping.await;
    tracing::info!("stopping");
    agent.stop_following().await;
    if let Some(core) = Arc::into_inner(core) {
        core.shutdown().await;
    }
    agent.finish().await;
    Ok(())
}

/// Resolves when the process is asked to stop.
fn stop_signal() -> Result<impl Future<Output = ()>, CommandError> {
    let mut terminate = signal(SignalKind::terminate()).map_err(io("signals"))?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(io("signals"))?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

async fn sip_settings(arguments: &cli::Run, identity: &Identity) -> Result<SipSettings, CommandError> {
    let advertised_ip = match &arguments.advertise {
        Some(host) => resolve(host).await?,
        None if !arguments.sip_udp.ip().is_unspecified() => arguments.sip_udp.ip(),
        None => own_address_towards(&identity.server).await.ok_or(CommandError::Advertise)?,
    };
    let by_ip = || HostName::parse(&advertised_ip.to_string()).map_err(|_| CommandError::Advertise);
    Ok(SipSettings {
        udp: arguments.sip_udp,
        tcp: arguments.sip_tcp,
        advertise: arguments.advertise.clone().map_or_else(by_ip, Ok)?,
        advertised_ip,
        rtp_ports: arguments.rtp_ports.clone(),
    })
}

async fn resolve(host: &HostName) -> Result<IpAddr, CommandError> {
    let mut found = lookup_host((host.as_str(), 0)).await.map_err(io(host.to_string()))?;
    found.next().map(|address| address.ip()).ok_or(CommandError::Advertise)
}

/// The address this box uses towards the cloud. Nothing is sent: connecting a UDP socket only asks the routes.
async fn own_address_towards(server: &str) -> Option<IpAddr> {
    let authority = server.strip_prefix("https://")?;
    let with_port = if authority.contains(':') { authority.to_owned() } else { format!("{authority}:443") };
    let peer: SocketAddr = lookup_host(with_port).await.ok()?.next()?;
    let any: SocketAddr = if peer.is_ipv4() { ([0; 4], 0).into() } else { ([0; 8], 0).into() };
    let socket = UdpSocket::bind(any).await.ok()?;
    socket.connect(peer).await.ok()?;
    socket.local_addr().ok().map(|address| address.ip())
}
