//! A wire between agent and server that can be cut, or lose what the server answers.

use std::{net::SocketAddr, sync::Arc};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::watch,
};

/// What the wire does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Everything gets through.
    Through,
    /// What the agent sends arrives, what the server answers does not; no new connections.
    LoseAnswers,
    /// Connections are closed, and new ones at once.
    Cut,
}

/// Bytes of an answer, cover included: an idle message or a pong has fewer.
const ANSWER: usize = 150;

pub struct Proxy {
    pub address: SocketAddr,
    mode: Arc<watch::Sender<Mode>>,
    lost: Arc<watch::Sender<usize>>,
}

impl Proxy {
    pub async fn before(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mode = Arc::new(watch::channel(Mode::Through).0);
        let lost = Arc::new(watch::channel(0).0);
        let (modes, losses) = (mode.clone(), lost.clone());
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                if *modes.borrow() == Mode::Through {
                    tokio::spawn(connect(client, server, modes.subscribe(), losses.clone()));
                }
            }
        });
        Self { address, mode, lost }
    }

    pub fn set(&self, mode: Mode) {
        self.mode.send_replace(mode);
    }

    /// Waits until an answer was lost.
    pub async fn loss(&self) {
        self.lost.subscribe().wait_for(|lost| *lost > 0).await.unwrap();
    }
}

async fn connect(
    client: TcpStream,
    server: SocketAddr,
    mut mode: watch::Receiver<Mode>,
    lost: Arc<watch::Sender<usize>>,
) {
    let Ok(server) = TcpStream::connect(server).await else { return };
    let answers = mode.clone();
    let ((from_client, to_client), (from_server, to_server)) = (client.into_split(), server.into_split());
    tokio::select! {
        () = copy(from_client, to_server, None) => {}
        () = copy(from_server, to_client, Some((answers, lost))) => {}
        _ = mode.wait_for(|mode| *mode == Mode::Cut) => {}
    }
}

async fn copy(
    mut from: tokio::net::tcp::OwnedReadHalf,
    mut to: tokio::net::tcp::OwnedWriteHalf,
    answers: Option<(watch::Receiver<Mode>, Arc<watch::Sender<usize>>)>,
) {
    let mut bytes = vec![0; 16_384];
    while let Ok(length @ 1..) = from.read(&mut bytes).await {
        if let Some((mode, lost)) = &answers
            && *mode.borrow() == Mode::LoseAnswers
        {
            if length >= ANSWER {
                lost.send_modify(|lost| *lost += 1);
            }
            continue;
        }
        if to.write_all(&bytes[..length]).await.is_err() {
            return;
        }
    }
}
