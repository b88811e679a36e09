//! The demo's agent: the program `cordboard-agent` as a child, joined to the demo's site.

use std::{
    fs::File,
    io,
    net::{TcpListener, UdpSocket},
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    time::Duration,
};

use cordboard_types::{SiteId, TenantId};
use rustix::process::{Pid, Signal, kill_process};
use tokio::{
    process::{Child, Command},
    task::JoinHandle,
    time::{sleep, timeout},
};
use tokio_util::sync::CancellationToken;

use super::super::{CommandError, Result};
use crate::{State, services::enrolment, settings::Settings, tls};

const NAME: &str = "cordboard-agent";
/// Where SIP phones expect a registrar.
const SIP: &str = "127.0.0.1:5060";
/// Tells the kernel to end the agent when the demo is killed and cannot do it itself.
const SETPRIV: &str = "/usr/bin/setpriv";
const GRACE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_secs(5);

/// The child and whoever starts it again when it ends.
#[derive(Debug)]
pub(super) struct DemoAgent {
    stop: CancellationToken,
    supervisor: Option<JoinHandle<()>>,
}

fn folder(settings: &Settings) -> PathBuf {
    settings.data_dir.join("agent")
}

pub(super) fn log_path(settings: &Settings) -> PathBuf {
    settings.data_dir.join("agent.log")
}

/// Removes an agent that was enrolled with a database that is gone.
pub(super) fn forget(settings: &Settings) -> Result<()> {
    let folder = folder(settings);
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(CommandError::File(folder, error)),
        _ => Ok(()),
    }
}

impl DemoAgent {
    /// Enrols the agent when it is not yet, and starts it. The agents' listener must be up.
    pub(super) async fn start(state: &State, tenant: TenantId, site: SiteId) -> Result<Self> {
        let program = program();
        if !folder(&state.settings).join("identity.json").exists() {
            println!("Enrolling the agent …");
            enrol(&program, state, tenant, site).await?;
        }
        let child = spawn(&program, &state.settings)?;
        let (stop, settings) = (CancellationToken::new(), state.settings.clone());
        let supervisor = tokio::spawn(supervise(child, program, settings.as_ref().clone(), stop.clone()));
        Ok(Self { stop, supervisor: Some(supervisor) })
    }

    /// Stops the child and waits for its end; a second call finds nothing to do.
    pub(super) async fn stop(&mut self) {
        self.stop.cancel();
        if let Some(supervisor) = self.supervisor.take()
            && supervisor.await.is_err()
        {
            tracing::error!("the agent's supervisor failed");
        }
    }
}

/// The program named in the environment, else the one beside this one.
fn program() -> PathBuf {
    let named = std::env::var_os("CORDBOARD_AGENT_BIN").map(PathBuf::from);
    let beside = || Some(std::env::current_exe().ok()?.with_file_name(NAME));
    named.or_else(beside).unwrap_or_else(|| NAME.into())
}

fn cannot_start(program: &Path, error: io::Error) -> CommandError {
    CommandError::File(program.to_owned(), error)
}

/// The token goes through the environment: arguments are everybody's to read.
async fn enrol(program: &Path, state: &State, tenant: TenantId, site: SiteId) -> Result<()> {
    let context = state.store.write(tenant).await?;
    let enrolment = enrolment::create(state, &context, site).await?;
    context.commit().await?;
    let mut command = Command::new(program);
    command
        .args(["enrol", "--server", &state.settings.agents_url(), "--data-dir"])
        .arg(folder(&state.settings));
    if state.settings.tls_cert_files.is_empty() {
        command.arg("--ca").arg(tls::development_ca(&state.settings));
    }
    command.env("CORDBOARD_AGENT_TOKEN", &enrolment.token).stdin(Stdio::null()).kill_on_drop(true);
    let done = command.output().await.map_err(|error| cannot_start(program, error))?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr);
    let last = said.lines().last().unwrap_or("no reason given");
    Err(CommandError::Refused(format!("the agent could not be enrolled: {last}")))
}

fn spawn(program: &Path, settings: &Settings) -> Result<Child> {
    let log = log_path(settings);
    let out = File::create(&log).map_err(|error| CommandError::File(log, error))?;
    let sip = sip_address();
    let mut command = bound(program);
    command.arg("run").arg("--data-dir").arg(folder(settings));
    command.args(["--sip-udp", &sip, "--sip-tcp", &sip, "--advertise", "127.0.0.1"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(out).kill_on_drop(true);
    command.spawn().map_err(|error| cannot_start(program, error))
}

fn bound(program: &Path) -> Command {
    if !Path::new(SETPRIV).exists() {
        return Command::new(program);
    }
    let mut command = Command::new(SETPRIV);
    command.args(["--pdeathsig", "TERM", "--"]).arg(program);
    command
}

/// The usual port, or any free one when something else has it.
fn sip_address() -> String {
    let is_free = UdpSocket::bind(SIP).is_ok() && TcpListener::bind(SIP).is_ok();
    if is_free { SIP } else { "127.0.0.1:0" }.to_owned()
}

/// Starts the agent again when it ends by itself, until the demo stops.
async fn supervise(mut child: Child, program: PathBuf, settings: Settings, stop: CancellationToken) {
    loop {
        tokio::select! {
            () = stop.cancelled() => return end(child).await,
            ended = child.wait() => report(ended, &settings),
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = sleep(PAUSE) => {}
        }
        match spawn(&program, &settings) {
            Ok(again) => child = again,
            Err(error) => return tracing::error!(%error, "the agent cannot be started again"),
        }
    }
}

fn report(ended: io::Result<ExitStatus>, settings: &Settings) {
    let log = log_path(settings);
    match ended {
        Ok(status) => tracing::error!(%status, log = %log.display(), "the agent ended and is started again"),
        Err(error) => tracing::error!(%error, "the agent cannot be waited for"),
    }
}

async fn end(mut child: Child) {
    if let Err(error) = terminate(&child) {
        tracing::warn!(%error, "the agent could not be told to stop");
    }
    if timeout(GRACE, child.wait()).await.is_err() {
        kill(child).await;
    }
}

/// Nothing to do for a child that has ended.
fn terminate(child: &Child) -> io::Result<()> {
    let pid = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
    pid.map_or(Ok(()), |pid| Ok(kill_process(pid, Signal::TERM)?))
}

async fn kill(mut child: Child) {
    tracing::warn!("the agent did not stop in time and is killed");
    if let Err(error) = child.kill().await {
        tracing::error!(%error, "the agent cannot be killed");
    }
}
