//! The stream of wakes: a WebSocket, or long polls where something between us and the cloud breaks WebSockets.

use std::time::Duration;

use cordboard_agent_protocol::{
    Wake, path,
    wake::{DEAD_SECONDS, IDLE_SECONDS},
};
use futures_util::{SinkExt, StreamExt};
use rustls_pki_types::ServerName;
use tokio::{
    net::TcpStream,
    sync::mpsc,
    time::{Instant, interval, sleep_until, timeout},
};
use tokio_rustls::{TlsConnector, client::TlsStream};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{self, ClientRequestBuilder, Message, http::Uri, protocol::WebSocketConfig},
};

use crate::cloud::{CloudError, HttpCloud, Positions, Signal};

const CONNECT_TIME: Duration = Duration::from_secs(15);
/// After this time of polling a WebSocket is tried again.
const POLLING_TIME: Duration = Duration::from_secs(600);
/// Shortest time from one poll to the next.
const POLL_GAP: Duration = Duration::from_secs(1);
/// A wake is some dozen bytes.
const MAX_MESSAGE: usize = 16 << 10;

type Socket = WebSocketStream<TlsStream<TcpStream>>;

pub(crate) async fn listen(
    cloud: &HttpCloud,
    positions: &Positions,
    signals: &mpsc::Sender<Signal>,
) -> CloudError {
    let ended = match timeout(CONNECT_TIME, upgrade(cloud)).await {
        Ok(Ok(socket)) => read(socket, signals).await,
        Ok(Err(CloudError::Rejected)) => Err(CloudError::Rejected),
        Ok(Err(_)) | Err(_) => poll(cloud, positions, signals).await,
    };
    ended.err().unwrap_or(CloudError::Silent)
}

async fn upgrade(cloud: &HttpCloud) -> Result<Socket, CloudError> {
    let host = cloud.server.host_str().ok_or(CloudError::Answer)?;
    let port = cloud.server.port_or_known_default().ok_or(CloudError::Answer)?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let name = ServerName::try_from(bare.to_owned()).map_err(|_| CloudError::Answer)?;
    let tcp = TcpStream::connect((bare, port)).await.map_err(|error| broken(&error))?;
    let tls =
        TlsConnector::from(cloud.tls.clone()).connect(name, tcp).await.map_err(|error| broken(&error))?;
    let uri: Uri = format!("wss://{host}:{port}{}", path::WAKE).parse().map_err(|_| CloudError::Answer)?;
    let request =
        ClientRequestBuilder::new(uri).with_header("Authorization", format!("Bearer {}", cloud.assertion()?));
    let config = WebSocketConfig::default().max_message_size(Some(MAX_MESSAGE));
    let (socket, _) = client_async_with_config(request, tls, Some(config)).await.map_err(refused)?;
    Ok(socket)
}

fn broken(error: &std::io::Error) -> CloudError {
    CloudError::Unreachable(error.to_string())
}

fn refused(error: tungstenite::Error) -> CloudError {
    match error {
        tungstenite::Error::Http(answer) if matches!(answer.status().as_u16(), 401 | 403) => {
            CloudError::Rejected
        }
        tungstenite::Error::Http(answer) => CloudError::Status(answer.status().as_u16()),
        other => CloudError::Unreachable(other.to_string()),
    }
}

async fn read(mut socket: Socket, signals: &mpsc::Sender<Signal>) -> Result<(), CloudError> {
    tell(signals, Signal::Connected).await;
    let mut idle = interval(Duration::from_secs(IDLE_SECONDS));
    let mut heard = Instant::now();
    loop {
        let message = tokio::select! {
            message = socket.next() => message,
            _ = idle.tick() => {
                if heard.elapsed() >= Duration::from_secs(DEAD_SECONDS) {
                    return Err(CloudError::Silent);
                }
                socket.send(Message::Ping(tungstenite::Bytes::new())).await.map_err(refused)?;
                continue;
            }
        };
        heard = Instant::now();
        match message {
            Some(Ok(Message::Text(text))) => tell(signals, Signal::Wake(understood(&text)?)).await,
            Some(Ok(Message::Close(_))) | None => return Err(CloudError::Unreachable("it hung up".into())),
            Some(Ok(_)) => {}
            Some(Err(error)) => return Err(refused(error)),
        }
    }
}

fn understood(text: &str) -> Result<Wake, CloudError> {
    serde_json::from_str(text).map_err(|_| CloudError::Answer)
}

async fn poll(
    cloud: &HttpCloud,
    positions: &Positions,
    signals: &mpsc::Sender<Signal>,
) -> Result<(), CloudError> {
    let began = Instant::now();
    let mut connected = false;
    while began.elapsed() < POLLING_TIME {
        let asked = Instant::now();
        let wake = cloud.poll(positions).await?;
        if !std::mem::replace(&mut connected, true) {
            tell(signals, Signal::Connected).await;
        }
        tell(signals, Signal::Wake(wake)).await;
        // A document that was refused is offered at once, again and again.
        sleep_until(asked + POLL_GAP).await;
    }
    Ok(())
}

/// When nobody listens any more the agent is stopping, and with it this stream.
async fn tell(signals: &mpsc::Sender<Signal>, signal: Signal) {
    if signals.send(signal).await.is_err() {
        std::future::pending::<()>().await;
    }
}
