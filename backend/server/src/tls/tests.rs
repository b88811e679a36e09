use std::{fs, path::Path};

use clap::Parser;
use rustls::{
    ClientConfig, ClientConnection, RootCertStore, ServerConnection,
    crypto::CryptoProvider,
    version::{TLS12, TLS13},
};
use rustls_pki_types::{CertificateDer, ServerName, pem::PemObject};

use super::*;

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    settings: Settings,
}

fn settings(folder: &Path, more: &[&str]) -> Settings {
    let folder = folder.to_str().unwrap();
    let start = ["cordboard", "--data-dir", folder];
    Line::parse_from(start.iter().chain(more)).settings
}

/// A client that trusts the CA; `rsa_only` offers what old phones do.
fn client(ca: &Path, rsa_only: bool, tls: &'static rustls::SupportedProtocolVersion) -> ClientConfig {
    let mut provider = ring::default_provider();
    if rsa_only {
        provider.cipher_suites.retain(|suite| format!("{:?}", suite.suite()).contains("_RSA_"));
    }
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(ca).unwrap()).unwrap();
    let provider: Arc<CryptoProvider> = Arc::new(provider);
    let builder = ClientConfig::builder_with_provider(provider).with_protocol_versions(&[tls]).unwrap();
    builder.with_root_certificates(roots).with_no_client_auth()
}

/// The server's certificate after a handshake in memory.
fn shake(server: &Arc<ServerConfig>, client: ClientConfig, name: &str) -> CertificateDer<'static> {
    let name = ServerName::try_from(name.to_owned()).unwrap();
    let mut client = ClientConnection::new(Arc::new(client), name).unwrap();
    let mut server = ServerConnection::new(server.clone()).unwrap();
    while client.is_handshaking() || server.is_handshaking() {
        let mut wire = Vec::new();
        while client.wants_write() {
            client.write_tls(&mut wire).unwrap();
        }
        server.read_tls(&mut wire.as_slice()).unwrap();
        server.process_new_packets().unwrap();
        let mut wire = Vec::new();
        while server.wants_write() {
            server.write_tls(&mut wire).unwrap();
        }
        client.read_tls(&mut wire.as_slice()).unwrap();
        client.process_new_packets().unwrap();
    }
    client.peer_certificates().unwrap()[0].clone().into_owned()
}

fn is_rsa(certificate: &CertificateDer<'_>) -> bool {
    let (_, parsed) = x509_parser::parse_x509_certificate(certificate).unwrap();
    parsed.public_key().algorithm.algorithm.to_id_string() == "1.2.840.113549.1.1.1"
}

#[tokio::test]
async fn the_own_ca_serves_every_kind_of_client() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(folder.path(), &["--provisioning-url", "https://phones.example.net:8448"]);
    let server = Arc::new(server_config(&settings).unwrap());
    let ca = development_ca(&settings);
    for tls in [&TLS12, &TLS13] {
        for name in ["localhost", "127.0.0.1", "::1", "phones.example.net"] {
            assert!(!is_rsa(&shake(&server, client(&ca, false, tls), name)), "{name}");
        }
        let mut silent = client(&ca, false, tls);
        silent.enable_sni = false;
        shake(&server, silent, "localhost");
    }
    assert!(is_rsa(&shake(&server, client(&ca, true, &TLS12), "localhost")));
}

#[tokio::test]
async fn certificates_stay_until_they_lack_a_name_or_end() {
    let folder = tempfile::tempdir().unwrap();
    let ca = || fs::read(folder.path().join("ca.pem")).unwrap();
    let ecdsa = || fs::read(folder.path().join("tls/server-ecdsa.pem")).unwrap();
    server_config(&settings(folder.path(), &[])).unwrap();
    let (first_ca, first) = (ca(), ecdsa());
    server_config(&settings(folder.path(), &[])).unwrap();
    assert_eq!((ca(), ecdsa()), (first_ca.clone(), first.clone()));
    server_config(&settings(folder.path(), &["--agents-url", "https://agents.example.net"])).unwrap();
    assert_eq!(ca(), first_ca, "who trusts the CA goes on trusting it");
    assert_ne!(ecdsa(), first);
}

#[tokio::test]
async fn changed_files_are_shown_without_a_restart() {
    let (ours, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for folder in [&ours, &theirs] {
        server_config(&settings(folder.path(), &[])).unwrap();
    }
    let file = |folder: &Path, name: &str| folder.join("tls").join(name);
    let [chain, key] = ["server-ecdsa.pem", "server-ecdsa-key.pem"].map(|name| file(ours.path(), name));
    let arguments = ["--tls-cert-files", chain.to_str().unwrap(), "--tls-key-files", key.to_str().unwrap()];
    let resolver = Resolver::new(source(&settings(ours.path(), &arguments)).unwrap()).unwrap();
    let shown =
        || resolver.certificates().choose(&[rustls::SignatureScheme::ECDSA_NISTP256_SHA256], true).unwrap();
    let before = shown().cert[0].clone();
    fs::copy(file(theirs.path(), "server-ecdsa.pem"), &chain).unwrap();
    resolver.reload();
    assert_eq!(shown().cert[0], before, "half a change is not taken over");
    fs::copy(file(theirs.path(), "server-ecdsa-key.pem"), &key).unwrap();
    assert!(resolver.has_changed());
    resolver.reload();
    assert_ne!(shown().cert[0], before);
    assert!(!resolver.has_changed());
}

#[test]
fn unpaired_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(folder.path(), &["--tls-cert-files", "a.pem"]);
    assert!(matches!(source(&settings), Err(TlsError::Unpaired { certificates: 1, keys: 0 })));
}
