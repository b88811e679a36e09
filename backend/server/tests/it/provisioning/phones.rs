//! The provisioning listener and phones that speak to it in plain bytes.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    sync::Arc,
};

use cordboard_domain::first_contact::State as Contact;
use cordboard_server::{State, metrics::Listener, provisioning, settings::Settings, tls};
use cordboard_store::access_keys::KeyKind;
use cordboard_types::{AccessKey, DeviceId, TenantId};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, crypto::ring};
use rustls_pki_types::{CertificateDer, ServerName, pem::PemObject};
use serde_json::json;
use tokio::{net::TcpSocket, task::JoinSet};

use crate::{
    office::{Office, YEALINK, text},
    support::Platform,
};

pub const MAC: &str = "00:15:65:12:34:56";
/// What a T46U asks for.
pub const FILE: &str = "001565123456.cfg";

/// A customer with published phones, and the listener they reach.
#[derive(Clone)]
pub struct Phones {
    pub state: State,
    pub office: Arc<Office>,
    pub address: SocketAddr,
    client: Arc<ClientConfig>,
    _tasks: Arc<JoinSet<()>>,
}

/// An answer, its headers in the order they came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn status(&self) -> u16 {
        self.head.get(9..12).unwrap().parse().unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let named =
            |line: &&str| line.split(':').next().is_some_and(|found| found.eq_ignore_ascii_case(name));
        self.head.lines().find(named).and_then(|line| line.split_once(": ")).map(|(_, value)| value)
    }

    /// All of it but the time of day.
    pub fn timeless(&self) -> Self {
        let keep = |line: &&str| !line.to_ascii_lowercase().starts_with("date:");
        Self { head: self.head.lines().filter(keep).collect::<Vec<_>>().join("\n"), ..self.clone() }
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

impl Phones {
    pub async fn new(platform: &Platform, change: impl FnOnce(&mut Settings)) -> Self {
        let mut state = platform.state.clone();
        let settings = Arc::make_mut(&mut state.settings);
        settings.provisioning_listen = "127.0.0.1:0".parse().unwrap();
        settings.unknown_keys_per_minute = 10_000;
        change(settings);
        let office = Office::new(platform, "Ours").await;
        office.set_registrar("pbx.example.net").await;
        Self::listen(state, Arc::new(office))
    }

    /// A second listener for the same customer, with other settings.
    pub fn beside(&self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut state = self.state.clone();
        change(Arc::make_mut(&mut state.settings));
        Self::listen(state, self.office.clone())
    }

    fn listen(state: State, office: Arc<Office>) -> Self {
        let mut tasks = JoinSet::new();
        let (server, addresses) = provisioning::serve(&state, &mut tasks).unwrap();
        tokio::spawn(server);
        let client = Arc::new(client(&tls::development_ca(&state.settings)));
        Self { state, office, address: addresses[0], client, _tasks: Arc::new(tasks) }
    }

    pub fn tenant(&self) -> TenantId {
        self.office.id
    }

    /// A published phone; answers its id.
    pub async fn phone(&self, extension: &str, mac: &str) -> DeviceId {
        let line = self.office.user("Anna", extension).await["line"].clone();
        let device = self.office.phone(YEALINK, &line, Some(mac)).await;
        self.office.publish().await;
        self.settle().await;
        DeviceId(text(&device["id"]).parse().unwrap())
    }

    /// Statements sent to the database while answering phones.
    pub fn statements(&self) -> u64 {
        self.state.metrics.statements_of(Listener::Provisioning)
    }

    /// Waits until the listener has seen every commit so far.
    pub async fn settle(&self) {
        let position = self.state.store.system_read("test").await.unwrap().key_position().await.unwrap();
        self.state.live_keys.revoked_everywhere(position).await.unwrap();
    }

    pub async fn set_provisioning_mac(&self, device: DeviceId, to: &str) {
        let path = format!("/devices/{device}/provisioning-mac");
        let request = self.office.request(reqwest::Method::PUT, &path);
        let response = request.json(&json!({ "provisioning_mac": to })).send().await.unwrap();
        assert_eq!(response.status(), 200);
    }

    pub async fn key(&self, device: DeviceId, kind: KeyKind) -> AccessKey {
        self.state.store.read(self.tenant()).await.unwrap().access_key(device, kind).await.unwrap()
    }

    /// Path of the phone's file under its steady key.
    pub async fn steady(&self, device: DeviceId) -> String {
        format!("/{}/{FILE}", self.key(device, KeyKind::Steady).await.as_str())
    }

    /// Path of the phone's file under its first-access key.
    pub async fn first(&self, device: DeviceId) -> String {
        format!("/{}/{FILE}", self.key(device, KeyKind::First).await.as_str())
    }

    pub async fn contact(&self, device: DeviceId) -> Contact {
        self.state.store.read(self.tenant()).await.unwrap().contact(device).await.unwrap()
    }

    /// Waits, from one commit to the next, until `is_so`.
    pub async fn until(&self, what: &str, is_so: impl AsyncFn() -> bool) {
        let mut notices = self.state.store.notices();
        let waiting = async {
            while !is_so().await {
                notices.recv().await.unwrap();
            }
        };
        assert!(tokio::time::timeout(std::time::Duration::from_secs(20), waiting).await.is_ok(), "{what}");
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "").await
    }

    /// `more` are further header lines, each with its line end.
    pub async fn ask(&self, method: &str, path: &str, more: &str) -> Answer {
        self.ask_from(Ipv4Addr::LOCALHOST, method, path, more).await
    }

    pub async fn ask_from(&self, source: Ipv4Addr, method: &str, path: &str, more: &str) -> Answer {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind((source, 0).into()).unwrap();
        let stream = socket.connect(self.address).await.unwrap().into_std().unwrap();
        stream.set_nonblocking(false).unwrap();
        let request = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n{more}\r\n");
        let (client, is_head) = (self.client.clone(), method == "HEAD");
        tokio::task::spawn_blocking(move || speak(client, stream, &request, is_head)).await.unwrap()
    }
}

fn client(ca: &std::path::Path) -> ClientConfig {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(ca).unwrap()).unwrap();
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let builder = builder.with_safe_default_protocol_versions().unwrap();
    builder.with_root_certificates(roots).with_no_client_auth()
}

fn speak(client: Arc<ClientConfig>, stream: TcpStream, request: &str, is_head: bool) -> Answer {
    let name = ServerName::try_from("localhost").unwrap();
    let mut tls = StreamOwned::new(ClientConnection::new(client, name).unwrap(), stream);
    tls.write_all(request.as_bytes()).unwrap();
    let mut read = Vec::new();
    let head = loop {
        let mut byte = [0];
        tls.read_exact(&mut byte).unwrap();
        read.push(byte[0]);
        if read.ends_with(b"\r\n\r\n") {
            break String::from_utf8(read).unwrap();
        }
    };
    let mut answer = Answer { head, body: Vec::new() };
    let length = answer.header("content-length").map_or(0, |text| text.parse().unwrap());
    answer.body.resize(if is_head { 0 } else { length }, 0);
    tls.read_exact(&mut answer.body).unwrap();
    answer
}
