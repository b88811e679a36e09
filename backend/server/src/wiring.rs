//! Starts every listener, follower and job of a process, and stops them together.

use std::{future::Future, io, net::SocketAddr, time::Duration};

use actix_web::dev::{Server, ServerHandle};
use tokio::{
    signal::unix::{SignalKind, signal},
    task::JoinSet,
    time::timeout,
};
use tokio_util::sync::CancellationToken;

use crate::{
    State, agents,
    commands::{CommandError, Result},
    http, jobs, metrics, provisioning,
};

/// How long open requests may take to end.
const GRACE: Duration = Duration::from_secs(8);

type Started = io::Result<(Server, Vec<SocketAddr>)>;

/// A server at work.
#[derive(Debug)]
pub struct Running {
    state: State,
    handles: Vec<ServerHandle>,
    listeners: JoinSet<(&'static str, io::Result<()>)>,
    tasks: JoinSet<()>,
    stop: CancellationToken,
}

/// Starts everything.
///
/// # Errors
/// [`CommandError::Listen`] when an address is taken; what was started until then is stopped.
pub async fn start(state: State) -> Result<Running> {
    let stop = state.stop.clone();
    let mut running =
        Running { state, handles: Vec::new(), listeners: JoinSet::new(), tasks: JoinSet::new(), stop };
    if let Err(error) = running.listen() {
        running.end().await;
        return Err(error);
    }
    let (bus, store, stop) = (running.state.bus.clone(), running.state.store.clone(), running.stop.clone());
    running.tasks.spawn(async move { bus.run(store, stop).await });
    jobs::start(&running.state, &running.stop, &mut running.tasks);
    Ok(running)
}

impl Running {
    fn listen(&mut self) -> Result<()> {
        let [web, phones, boxes, numbers] = self.state.settings.listens();
        let started = provisioning::serve(&self.state, &mut self.tasks);
        self.add("provisioning", phones, started)?;
        self.add("agents", boxes, agents::serve(&self.state))?;
        self.add("metrics", numbers, metrics::serve(&self.state))?;
        // Last, so that it says ready when all of them listen.
        self.add("web", web, http::serve(&self.state))
    }

    fn add(
        &mut self,
        name: &'static str,
        (setting, wanted): (&'static str, SocketAddr),
        started: Started,
    ) -> Result<()> {
        let (server, addresses) = started.map_err(|error| match error.kind() {
            io::ErrorKind::Other => CommandError::Start(name, error),
            _ => CommandError::Listen(setting, wanted, error),
        })?;
        for address in addresses {
            tracing::info!(listener = name, %address, "listening");
        }
        self.handles.push(server.handle());
        self.listeners.spawn(async move { (name, server.await) });
        Ok(())
    }

    /// What the listeners share.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Serves until `told` comes, then stops. A listener that ends by itself ends all.
    ///
    /// # Errors
    /// [`CommandError::Ended`].
    pub async fn until(mut self, told: impl Future<Output = &'static str>) -> Result<()> {
        let ended = tokio::select! {
            signal = told => {
                tracing::info!(signal, "stopping");
                None
            }
            ended = self.listeners.join_next() => ended,
        };
        self.end().await;
        match ended {
            None => Ok(()),
            Some(Ok((name, Err(error)))) => Err(CommandError::Ended(name, error)),
            Some(Ok((name, Ok(())))) => Err(CommandError::Ended(name, io::Error::other("without a reason"))),
            Some(Err(error)) => Err(CommandError::Ended("a", io::Error::other(error))),
        }
    }

    /// Takes no more requests, lets the open ones end, then ends the rest.
    async fn end(&mut self) {
        self.stop.cancel();
        let stopping = futures_util::future::join_all(self.handles.iter().map(|handle| handle.stop(true)));
        let tasks = &mut self.tasks;
        let ended = timeout(GRACE, async {
            stopping.await;
            while tasks.join_next().await.is_some() {}
        });
        if ended.await.is_err() {
            tracing::warn!("some work did not end in time and was cut off");
        }
        flush(&self.state).await;
        self.listeners.shutdown().await;
        self.tasks.shutdown().await;
        tracing::info!("stopped");
    }
}

/// Writes down what is counted in memory only.
async fn flush(state: &State) {
    if let Err(error) = state.strangers.flush(&state.store).await {
        tracing::error!(%error, "the last minute's refusals are not in the audit log");
    }
}

/// Comes with the name of the signal that stops the program. Listens from now on, so that none is missed.
///
/// # Errors
/// When signals cannot be listened to.
pub fn told_to_stop() -> Result<impl Future<Output = &'static str>> {
    let listen = |kind| signal(kind).map_err(|error| CommandError::System("signals", error));
    let (mut terminate, mut interrupt) = (listen(SignalKind::terminate())?, listen(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
        }
    })
}
