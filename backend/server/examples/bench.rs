//! What `make bench` needs beside the server: phones in the database, and phones that fetch.
//!
//! `seed` fills an empty database, `tags` fetches every file once, `handshakes` fetches with a new full TLS
//! handshake each time, `refusals` takes the time of each kind of refusal.

use std::{
    error::Error,
    fs,
    io::{BufWriter, Read, Write},
    net::{SocketAddr, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use clap::{Parser, Subcommand};
use cordboard_api::{devices::NewDevice, users::NewUser};
use cordboard_domain::first_contact::DEFAULT_LIFE_MS;
use cordboard_server::{
    State, keys,
    services::{devices, publish, users},
    settings::Settings,
};
use cordboard_store::{
    Store,
    access_keys::KeyKind,
    audit::Actor,
    nodes::NodeKind,
    sites::{Endpoint, NewSite, SiteChange},
};
use cordboard_types::{DeviceId, Label, Mac, NodeId, SiteId, TenantId};
use rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, SignatureScheme, StreamOwned,
    client::{
        Resumption,
        danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
    },
    crypto::ring,
};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};
use serde_json::json;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

const MODEL: &str = "yealink/t4x/T46U";
/// Phones in one transaction.
const CHUNK: usize = 100;

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fills an empty database with customers and their published phones.
    Seed {
        #[command(flatten)]
        settings: Box<Settings>,
        /// Customers.
        #[arg(long, default_value_t = 10)]
        customers: usize,
        /// Phones of each.
        #[arg(long, default_value_t = 1000)]
        phones: usize,
        /// File for the phones' paths; the first line is the path of a spent first-access key.
        #[arg(long)]
        out: PathBuf,
    },
    /// Fetches every path once; writes path, entity tag and length.
    Tags {
        #[arg(long)]
        address: SocketAddr,
        #[arg(long)]
        paths: PathBuf,
        #[arg(long)]
        out: PathBuf,
    },
    /// Fetches with a new full handshake each; prints how often in how many seconds.
    Handshakes {
        #[arg(long)]
        address: SocketAddr,
        #[arg(long)]
        paths: PathBuf,
        #[arg(long, default_value_t = 8)]
        threads: usize,
        #[arg(long, default_value_t = 10)]
        seconds: u64,
    },
    /// Takes the time of each kind of refusal in turn; prints nanoseconds by kind.
    Refusals {
        #[arg(long)]
        address: SocketAddr,
        #[arg(long)]
        paths: PathBuf,
        #[arg(long, default_value_t = 5000)]
        rounds: usize,
    },
}

fn main() -> Result<()> {
    match Line::parse().command {
        Command::Seed { settings, customers, phones, out } => {
            tokio::runtime::Runtime::new()?.block_on(seed(*settings, customers, phones, &out))
        }
        Command::Tags { address, paths, out } => tags(address, &lines(&paths)?, &out),
        Command::Handshakes { address, paths, threads, seconds } => {
            handshakes(address, &lines(&paths)?, threads, Duration::from_secs(seconds))
        }
        Command::Refusals { address, paths, rounds } => refusals(address, &lines(&paths)?, rounds),
    }
}

async fn seed(settings: Settings, customers: usize, phones: usize, out: &Path) -> Result<()> {
    fs::create_dir_all(&settings.data_dir)?;
    keys::init(&settings.master_key_file())?;
    let store = Store::connect(&settings.database_url(), keys::load(&settings.master_key_file())?).await?;
    store.migrate().await?;
    let state = State::open(settings, store).await?;
    let provider = provider(&state).await?;
    let mut paths = Vec::new();
    for customer in 0..customers {
        let tenant = customer_with_site(&state, provider, &format!("Customer {customer}")).await?;
        for first in (0..phones).step_by(CHUNK) {
            let numbers = first..phones.min(first.saturating_add(CHUNK));
            paths.extend(add_phones(&state, tenant, customer, numbers).await?);
        }
        publish::publish(&state, tenant, &actor(), None).await?;
        eprintln!("customer {} of {customers}", customer.saturating_add(1));
    }
    let spent = spent(&state, provider).await?;
    let mut file = BufWriter::new(fs::File::create(out)?);
    for path in std::iter::once(spent).chain(paths) {
        writeln!(file, "{path}")?;
    }
    Ok(file.flush()?)
}

async fn provider(state: &State) -> Result<NodeId> {
    let system = state.store.system("seed").await?;
    let platform = system.create_node(NodeKind::Platform, None, &label("Platform")?).await?;
    let provider = system.create_node(NodeKind::Provider, Some(platform), &label("Provider")?).await?;
    system.commit().await?;
    Ok(provider)
}

async fn customer_with_site(state: &State, provider: NodeId, name: &str) -> Result<TenantId> {
    let site =
        NewSite { name: label("Site")?, country: "CH".to_owned(), time_zone: "Europe/Zurich".to_owned() };
    let system = state.store.system("seed").await?;
    let (tenant, site) = system.create_customer(provider, &label(name)?, "CH", &site).await?;
    system.commit().await?;
    set_registrar(state, tenant, site).await?;
    Ok(tenant)
}

async fn set_registrar(state: &State, tenant: TenantId, site: SiteId) -> Result<()> {
    let context = state.store.write(tenant).await?;
    let version = context.site(site).await?.version;
    let endpoint: Endpoint =
        Endpoint { host: "pbx.example.net".parse()?, port: 5060, transport: cordboard_types::Transport::Udp };
    let change = SiteChange { registrar: Some(Some(endpoint)), ..SiteChange::default() };
    context.change_site(site, version, change).await?;
    Ok(context.commit().await?)
}

async fn add_phones(
    state: &State,
    tenant: TenantId,
    customer: usize,
    numbers: std::ops::Range<usize>,
) -> Result<Vec<String>> {
    let context = state.store.write(tenant).await?;
    let mut paths = Vec::new();
    for number in numbers {
        let mac = Mac::parse(&format!("001565{customer:02x}{number:04x}"))?;
        let extension = number.saturating_add(1000).to_string();
        let user = NewUser::simple(label(&format!("User {number}"))?, extension.parse()?, None);
        let user = users::create(&context, &actor(), user).await?;
        let phone: NewDevice =
            serde_json::from_value(json!({ "model": MODEL, "line": user.line, "mac": mac }))?;
        let device = devices::create(state, &context, &actor(), phone).await?;
        let key = context.access_key(device.id, KeyKind::Steady).await?;
        paths.push(format!("/{}/{}.cfg", key.as_str(), mac.lower()));
    }
    context.commit().await?;
    Ok(paths)
}

/// The path of a first-access key that was taken back.
async fn spent(state: &State, provider: NodeId) -> Result<String> {
    let tenant = customer_with_site(state, provider, "Spent").await?;
    add_phones(state, tenant, 0xff, 0..1).await?;
    let context = state.store.write(tenant).await?;
    let page = context.devices(None, &cordboard_store::PageRequest::default()).await?;
    let device: DeviceId = page.items.first().ok_or("no device")?.id;
    context.arm_first_contact(device, DEFAULT_LIFE_MS, &actor()).await?;
    let key = context.access_key(device, KeyKind::First).await?;
    context.disarm(device, &actor()).await?;
    context.commit().await?;
    Ok(format!("/{}/001565ff0000.cfg", key.as_str()))
}

fn actor() -> Actor {
    Actor { name: "bench".to_owned(), credential: "none".to_owned(), ..Actor::default() }
}

fn label(text: &str) -> Result<Label> {
    Ok(Label::parse(text)?)
}

fn lines(path: &Path) -> Result<Vec<String>> {
    Ok(fs::read_to_string(path)?.lines().map(str::to_owned).collect())
}

fn tags(address: SocketAddr, paths: &[String], out: &Path) -> Result<()> {
    let mut phone = Phone::connect(address, &config())?;
    let mut file = BufWriter::new(fs::File::create(out)?);
    for path in paths.iter().skip(1) {
        let answer = phone.ask("GET", path)?;
        if answer.status != 200 {
            return Err(format!("{} for a phone's file", answer.status).into());
        }
        writeln!(file, "{path} {} {}", answer.tag, answer.length)?;
    }
    Ok(file.flush()?)
}

fn handshakes(address: SocketAddr, paths: &[String], threads: usize, time: Duration) -> Result<()> {
    let (count, failed, stop) = (AtomicU64::new(0), AtomicU64::new(0), AtomicBool::new(false));
    let config = config();
    let start = Instant::now();
    thread::scope(|scope| {
        for first in 0..threads {
            let (count, failed, stop, config) = (&count, &failed, &stop, &config);
            scope.spawn(move || {
                for path in paths.iter().skip(1).cycle().skip(first).step_by(threads) {
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let asked = Phone::connect(address, config).and_then(|mut phone| phone.ask("GET", path));
                    let is_good = asked.is_ok_and(|answer| answer.status == 200);
                    (if is_good { count } else { failed }).fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        thread::park_timeout(time);
        stop.store(true, Ordering::Relaxed);
    });
    let result = json!({
        "requests": count.load(Ordering::Relaxed),
        "failed": failed.load(Ordering::Relaxed),
        "seconds": start.elapsed().as_secs_f64(),
    });
    println!("{result}");
    Ok(())
}

fn refusals(address: SocketAddr, paths: &[String], rounds: usize) -> Result<()> {
    let (spent, path) = (paths.first().ok_or("no paths")?, paths.get(1).ok_or("no paths")?);
    let key = path.get(..49).ok_or("malformed path")?;
    let name = path.get(49..).ok_or("malformed path")?;
    let kinds = [
        ("unknown key", "GET", format!("/{}{name}", "5a".repeat(24))),
        ("spent first-access key", "GET", spent.clone()),
        ("another device's MAC", "GET", format!("{key}/001565000001.cfg")),
        ("unknown file", "GET", format!("{key}/unknown.cfg")),
        ("probe", "GET", format!("{key}{}", name.replace(".cfg", ".boot"))),
        ("malformed path", "GET", key.to_owned()),
        ("wrong method", "DELETE", path.clone()),
        ("MAC alone", "GET", name.to_owned()),
    ];
    let mut phone = Phone::connect(address, &config())?;
    let mut times: Vec<Vec<u64>> = vec![Vec::with_capacity(rounds); kinds.len()];
    for _ in 0..rounds {
        for ((_, method, path), times) in kinds.iter().zip(&mut times) {
            let start = Instant::now();
            let answer = phone.ask(method, path)?;
            times.push(u64::try_from(start.elapsed().as_nanos())?);
            if answer.status != 404 {
                return Err(format!("{} instead of a refusal", answer.status).into());
            }
        }
    }
    let named: serde_json::Map<_, _> =
        kinds.iter().zip(times).map(|((kind, ..), times)| ((*kind).to_owned(), json!(times))).collect();
    println!("{}", serde_json::Value::Object(named));
    Ok(())
}

struct Phone(StreamOwned<ClientConnection, TcpStream>);

struct Answer {
    status: u16,
    tag: String,
    length: usize,
}

impl Phone {
    fn connect(address: SocketAddr, config: &Arc<ClientConfig>) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        let name = ServerName::try_from("localhost")?;
        Ok(Self(StreamOwned::new(ClientConnection::new(config.clone(), name)?, stream)))
    }

    fn ask(&mut self, method: &str, path: &str) -> Result<Answer> {
        self.0.write_all(format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").as_bytes())?;
        let (mut read, mut buffer) = (Vec::new(), vec![0; 16 * 1024]);
        loop {
            let count = self.0.read(&mut buffer)?;
            read.extend_from_slice(buffer.get(..count).filter(|piece| !piece.is_empty()).ok_or("closed")?);
            if let Some(answer) = answer(&read) {
                return answer;
            }
        }
    }
}

/// The answer once it is there as a whole.
fn answer(read: &[u8]) -> Option<Result<Answer>> {
    let end = read.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(read.get(..end)?).into_owned();
    let value = |name: &str| {
        let line = head.lines().find(|line| line.to_ascii_lowercase().starts_with(name))?;
        line.split_once(": ").map(|(_, value)| value.to_owned())
    };
    let length = value("content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    if read.len() < end.saturating_add(4).saturating_add(length) {
        return None;
    }
    let status = head.get(9..12).and_then(|text| text.parse().ok()).ok_or_else(|| "no status".into());
    Some(status.map(|status| Answer { status, tag: value("etag").unwrap_or_default(), length }))
}

/// A client that never resumes and does not check: what is measured is the server.
fn config() -> Arc<ClientConfig> {
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()));
    let Ok(builder) = builder.with_safe_default_protocol_versions() else { std::process::exit(1) };
    let mut config =
        builder.dangerous().with_custom_certificate_verifier(Arc::new(Anyone)).with_no_client_auth();
    config.resumption = Resumption::disabled();
    Arc::new(config)
}

#[derive(Debug)]
struct Anyone;

impl ServerCertVerifier for Anyone {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> std::result::Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> std::result::Result<HandshakeSignatureValid, rustls::Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        ring::default_provider().signature_verification_algorithms.supported_schemes()
    }
}
