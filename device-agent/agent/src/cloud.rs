//! The cloud as the agent sees it, and the one over HTTPS.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use cordboard_agent_protocol::{
    Envelope, ReportBatch, ReportReceipt, StateChanges, StatePage, TrustRoot, Wake, path, wake::DEAD_SECONDS,
};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, Url, redirect};
use rustls::ClientConfig;
use serde::de::DeserializeOwned;
use tokio::sync::mpsc;

use crate::{assertion::Bearer, clock, identity::Identity, keys::Keys, tls, wake};

/// Longest answer that is read, in bytes. A document of 10 000 lines takes about a tenth of it.
const MAX_ANSWER: usize = 64 << 20;
const CONNECT_TIME: Duration = Duration::from_secs(10);
const REQUEST_TIME: Duration = Duration::from_secs(60);

/// Why the cloud gave nothing.
#[derive(Debug, thiserror::Error)]
pub enum CloudError {
    /// No connection, or it broke.
    #[error("the server cannot be reached: {0}")]
    Unreachable(String),
    /// The server does not know this agent, or no longer.
    #[error("the server does not accept this agent")]
    Rejected,
    /// Another status than the protocol has.
    #[error("the server answered with status {0}")]
    Status(u16),
    /// An answer that is not the protocol's.
    #[error("the server's answer cannot be understood")]
    Answer,
    /// Nothing came for too long, not even an idle message.
    #[error("the server fell silent")]
    Silent,
    /// The agent could not sign its assertion.
    #[error("the assertion could not be signed")]
    Assertion,
}

/// What the stream of wakes tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// There is a connection; whatever happened before it may have been missed.
    Connected,
    /// A message.
    Wake(Wake),
}

/// How far the agent is in both streams; what a long poll asks from.
#[derive(Debug, Default)]
pub struct Positions {
    /// Sequence of the newest document seen.
    pub sequence: AtomicU64,
    /// Position in the stream of site state.
    pub state: AtomicU64,
}

/// The requests of the protocol.
#[async_trait]
pub trait Cloud: Send + Sync {
    /// The newest document when it is newer than `after`.
    async fn document(&self, after: u64) -> Result<Option<Envelope>, CloudError>;
    /// Every key documents are or were signed with.
    async fn trust_root(&self) -> Result<Vec<TrustRoot>, CloudError>;
    /// Hands over reports.
    async fn report(&self, batch: &ReportBatch) -> Result<ReportReceipt, CloudError>;
    /// Site state after a position.
    async fn state_after(&self, position: u64) -> Result<StatePage, CloudError>;
    /// Hands over site state.
    async fn push_state(&self, changes: &StateChanges) -> Result<(), CloudError>;
    /// Listens for wakes until the connection ends, and says why it did.
    async fn listen(&self, positions: &Positions, signals: &mpsc::Sender<Signal>) -> CloudError;
}

/// The cloud over HTTPS.
pub struct HttpCloud {
    pub(crate) client: Client,
    pub(crate) tls: Arc<ClientConfig>,
    pub(crate) server: Url,
    bearer: Bearer,
}

/// Why the cloud cannot even be asked.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    /// The URL.
    #[error("the server's address must look like https://host:8450")]
    Url,
    /// TLS.
    #[error(transparent)]
    Tls(#[from] tls::TlsError),
    /// The HTTP client.
    #[error("the HTTP client cannot be built: {0}")]
    Client(#[from] reqwest::Error),
}

impl HttpCloud {
    /// The cloud an agent is enrolled with.
    ///
    /// # Errors
    /// [`SetupError`].
    pub fn new(identity: &Identity, keys: &Keys) -> Result<Self, SetupError> {
        let tls = tls::client_config(identity.ca.as_deref())?;
        let client = client(&tls)?;
        let bearer = Bearer::new(identity.agent, keys);
        Ok(Self { client, tls, server: server_url(&identity.server)?, bearer })
    }

    pub(crate) fn assertion(&self) -> Result<String, CloudError> {
        self.bearer.at(clock::now()).map_err(|_| CloudError::Assertion)
    }

    fn request(&self, method: Method, path: &str) -> Result<RequestBuilder, CloudError> {
        let url = self.server.join(path).map_err(|_| CloudError::Answer)?;
        Ok(self.client.request(method, url).timeout(REQUEST_TIME).bearer_auth(self.assertion()?))
    }

    /// One long poll.
    pub(crate) async fn poll(&self, positions: &Positions) -> Result<Wake, CloudError> {
        let query = [
            ("after", positions.sequence.load(Ordering::Relaxed)),
            ("state", positions.state.load(Ordering::Relaxed)),
        ];
        let time = Duration::from_secs(DEAD_SECONDS);
        let request = self.request(Method::GET, &with_query(path::WAKE, &query))?.timeout(time);
        json(send(request).await?).await
    }
}

#[async_trait]
impl Cloud for HttpCloud {
    async fn document(&self, after: u64) -> Result<Option<Envelope>, CloudError> {
        let path = with_query(path::DOCUMENT, &[("after", after)]);
        let answer = send(self.request(Method::GET, &path)?).await?;
        if answer.status() == StatusCode::NO_CONTENT { Ok(None) } else { json(answer).await.map(Some) }
    }

    async fn trust_root(&self) -> Result<Vec<TrustRoot>, CloudError> {
        json(send(self.request(Method::GET, path::TRUST_ROOT)?).await?).await
    }

    async fn report(&self, batch: &ReportBatch) -> Result<ReportReceipt, CloudError> {
        json(send(self.request(Method::POST, path::REPORTS)?.json(batch)).await?).await
    }

    async fn state_after(&self, position: u64) -> Result<StatePage, CloudError> {
        let path = with_query(path::STATE, &[("after", position)]);
        json(send(self.request(Method::GET, &path)?).await?).await
    }

    async fn push_state(&self, changes: &StateChanges) -> Result<(), CloudError> {
        send(self.request(Method::POST, path::STATE)?.json(changes)).await.map(|_| ())
    }

    async fn listen(&self, positions: &Positions, signals: &mpsc::Sender<Signal>) -> CloudError {
        wake::listen(self, positions, signals).await
    }
}

/// An HTTP client that follows no redirect: a bearer is for the server it was made for.
pub(crate) fn client(tls: &Arc<ClientConfig>) -> Result<Client, reqwest::Error> {
    Client::builder()
        .tls_backend_preconfigured(ClientConfig::clone(tls))
        .https_only(true)
        .redirect(redirect::Policy::none())
        .connect_timeout(CONNECT_TIME)
        .user_agent(concat!("cordboard-agent/", env!("CARGO_PKG_VERSION")))
        .build()
}

pub(crate) fn server_url(text: &str) -> Result<Url, SetupError> {
    let url = Url::parse(text).map_err(|_| SetupError::Url)?;
    let plain = url.path() == "/" && url.query().is_none() && url.username().is_empty();
    if url.scheme() == "https" && url.has_host() && plain { Ok(url) } else { Err(SetupError::Url) }
}

fn with_query(path: &str, query: &[(&str, u64)]) -> String {
    let pairs: Vec<_> = query.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{path}?{}", pairs.join("&"))
}

pub(crate) async fn send(request: RequestBuilder) -> Result<Response, CloudError> {
    let answer = request.send().await.map_err(|error| unreachable_because(&error))?;
    match answer.status() {
        status if status.is_success() => Ok(answer),
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(CloudError::Rejected),
        status => Err(CloudError::Status(status.as_u16())),
    }
}

/// The innermost cause: "error sending request" alone helps nobody.
fn unreachable_because(error: &dyn std::error::Error) -> CloudError {
    let mut innermost = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    CloudError::Unreachable(innermost.to_string())
}

pub(crate) async fn json<T: DeserializeOwned>(mut answer: Response) -> Result<T, CloudError> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| unreachable_because(&error))? {
        if bytes.len().saturating_add(chunk.len()) > MAX_ANSWER {
            return Err(CloudError::Answer);
        }
        bytes.extend_from_slice(&chunk);
    }
    serde_json::from_slice(&bytes).map_err(|_| CloudError::Answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_without_a_path_is_a_server() {
        assert!(server_url("https://cloud.example:8450").is_ok());
        for text in ["http://cloud.example:8450", "https://cloud.example/x", "cloud", "https://a@b/", ""] {
            assert!(server_url(text).is_err(), "{text}");
        }
    }
}
