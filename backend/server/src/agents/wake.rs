//! `GET /wake`: a WebSocket that tells an agent what to pull, or one message a request where WebSockets break.

use std::{sync::Arc, time::Duration};

use actix_web::{HttpRequest, HttpResponse, get, http::header, rt, web};
use actix_ws::{Closed, Message, MessageStream, Session};
use cordboard_agent_protocol::{
    Wake,
    wake::{DEAD_SECONDS, IDLE_SECONDS},
};
use cordboard_store::{Notice, Subject};
use serde::Deserialize;
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{Instant, interval, timeout},
};
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

use super::{
    assertion::{Caller, heard_of},
    error::AgentError,
    frames::answer,
    sealing,
};
use crate::{State, metrics::Metrics};

/// Counts a connection for as long as it lives, however it ends.
struct Counted(Arc<Metrics>);

impl Counted {
    fn new(metrics: &Arc<Metrics>) -> Self {
        metrics.agents_connected.inc();
        Self(metrics.clone())
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.agents_connected.dec();
    }
}

pub(super) fn configure(config: &mut ServiceConfig<'_>) {
    config.service(listen);
}

#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
struct Seen {
    /// Sequence of the newest document the agent has seen.
    #[serde(default)]
    after: u64,
    /// Its position in the stream of site state.
    #[serde(default)]
    state: u64,
}

/// With `Upgrade: websocket` a stream of messages; else the first one, at the latest after 20 s.
#[utoipa::path(params(Seen), responses(
    (status = 101, description = "WebSocket of `Wake` messages"),
    (status = 200, body = Wake),
    (status = 401, description = "The assertion is not accepted"),
))]
#[get("/wake")]
async fn listen(
    state: web::Data<State>,
    caller: Caller,
    query: web::Query<Seen>,
    request: HttpRequest,
    payload: web::Payload,
) -> Result<HttpResponse, AgentError> {
    // Listening begins before anything is looked at: what happens in between is not missed.
    let watch = Watch { notices: state.store.notices(), state, caller, told: query.after, seen: query.state };
    if !request.headers().contains_key(header::UPGRADE) {
        return Ok(answer(&watch.first().await?));
    }
    let (response, session, messages) =
        actix_ws::handle(&request, payload).map_err(|_| AgentError::Malformed)?;
    rt::spawn(watch.talk(session, messages));
    Ok(response)
}

/// What one agent is told.
struct Watch {
    notices: Receiver<Notice>,
    state: web::Data<State>,
    caller: Caller,
    /// Sequence the agent knows of.
    told: u64,
    /// Position of site state a polling agent has seen.
    seen: u64,
}

impl Watch {
    /// The answer to a long poll.
    async fn first(mut self) -> Result<Wake, AgentError> {
        if let Some(wake) = self.newer_document().await? {
            return Ok(wake);
        }
        let tenant = self.state.store.read(self.caller.tenant).await?;
        if tenant.state_position(self.caller.site).await? > self.seen {
            return Ok(Wake::State);
        }
        drop(tenant);
        let stop = self.state.stop.clone();
        let waited = timeout(Duration::from_secs(IDLE_SECONDS), async {
            loop {
                let notice = self.notices.recv().await;
                if let Some(wake) = self.meaning(notice).await? {
                    return Ok(wake);
                }
            }
        });
        tokio::select! {
            waited = waited => waited.unwrap_or(Ok(Wake::Idle)),
            () = stop.cancelled() => Ok(Wake::Idle),
        }
    }

    /// What a notice means for the agent.
    async fn meaning(&mut self, notice: Result<Notice, RecvError>) -> Result<Option<Wake>, AgentError> {
        let site = self.caller.site.0;
        match notice {
            Ok(Notice { tenant, .. }) if tenant != Some(self.caller.tenant) => Ok(None),
            Ok(Notice { subject: Subject::State(of), .. }) if of == site => Ok(Some(Wake::State)),
            Ok(Notice { subject: Subject::Document(of), .. }) if of == site => self.newer_document().await,
            Ok(_) => Ok(None),
            Err(RecvError::Lagged(_)) => self.newer_document().await,
            Err(RecvError::Closed) => Err(AgentError::internal("the notices ended")),
        }
    }

    async fn newer_document(&mut self) -> Result<Option<Wake>, AgentError> {
        let newest = sealing::newest(&self.state.store, self.caller.tenant, self.caller.agent).await?;
        let newer = newest.map(|(_, sequence)| sequence).filter(|sequence| *sequence > self.told);
        self.told = newer.unwrap_or(self.told);
        Ok(newer.map(|sequence| Wake::Document { sequence }))
    }

    /// Speaks with a connected agent until one side is gone.
    async fn talk(mut self, mut session: Session, messages: MessageStream) {
        let _counted = Counted::new(&self.state.metrics);
        tracing::info!(agent = %self.caller.agent, "an agent connected");
        if let Err(error) = self.converse(&mut session, messages).await {
            tracing::error!(agent = %self.caller.agent, %error, "the connection of an agent failed");
        }
        tracing::info!(agent = %self.caller.agent, "an agent disconnected");
        // A connection that is gone already cannot be closed again.
        drop(session.close(None).await);
    }

    async fn converse(
        &mut self,
        session: &mut Session,
        mut messages: MessageStream,
    ) -> Result<(), AgentError> {
        let mut idle = interval(Duration::from_secs(IDLE_SECONDS));
        let mut heard = Instant::now();
        loop {
            let sent = tokio::select! {
                // The branch that was taken runs to its end: a notice that was read is never dropped.
                notice = self.notices.recv() => match self.meaning(notice).await? {
                    Some(wake) => send(session, &wake).await,
                    None => Ok(()),
                },
                message = messages.recv() => match message {
                    Some(Ok(Message::Ping(bytes))) => { heard = Instant::now(); session.pong(&bytes).await }
                    Some(Ok(Message::Pong(_) | Message::Nop)) => { heard = Instant::now(); Ok(()) }
                    // An agent has nothing to say here.
                    Some(Ok(_) | Err(_)) | None => return Ok(()),
                },
                () = self.state.stop.cancelled() => return Ok(()),
                _ = idle.tick() => {
                    if heard.elapsed() >= Duration::from_secs(DEAD_SECONDS) {
                        return Ok(());
                    }
                    heard_of(&self.state.store, self.caller.tenant, self.caller.agent).await?;
                    send(session, &Wake::Idle).await
                }
            };
            if sent.is_err() {
                return Ok(());
            }
        }
    }
}

async fn send(session: &mut Session, wake: &Wake) -> Result<(), Closed> {
    session.text(serde_json::to_string(wake).unwrap_or_default()).await
}
