//! A site without a cloud: reads a configuration, registers phones and carries their calls, prints what happens.
//!
//! `cargo run -p cordboard-sip --example pbx -- site.json`

use std::{error::Error, net::SocketAddr};

use cordboard_sip::{Core, LOG_FILTER, Settings};
use cordboard_telephony::{Credential, Line, Secret, SiteConfig, config::DigestAlgorithm};
use cordboard_types::{CredentialSetId, Extension, LineId};

/// The file: `{"listen": "127.0.0.1:5060", "realm": "site.test", "phones": [{"extension": "201", "password": "…"}]}`.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    listen: SocketAddr,
    realm: String,
    phones: Vec<Phone>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Phone {
    extension: Extension,
    password: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let level = std::env::var("RUST_LOG").unwrap_or_else(|_| "info".into());
    let filter = format!("{level},{LOG_FILTER}");
    tracing_subscriber::fmt().with_env_filter(filter).init();
    let path = std::env::args().nth(1).ok_or("usage: pbx <site.json>")?;
    let file: File = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let settings = Settings::new(file.listen, file.listen, file.listen.ip(), 20_000..=29_999);
    let (core, mut facts) = Core::start(settings).await?;
    core.apply(site(file));
    println!("{}", serde_json::json!({ "udp": core.endpoint().udp, "tcp": core.endpoint().tcp }));
    loop {
        tokio::select! {
            Some(fact) = facts.recv() => println!("{}", serde_json::to_string(&fact)?),
            _ = tokio::signal::ctrl_c() => break,
        }
    }
    core.shutdown().await;
    Ok(())
}

fn site(file: File) -> SiteConfig {
    let mut site =
        SiteConfig { realm: file.realm, emergency_numbers: vec!["112".into()], ..SiteConfig::default() };
    for phone in file.phones {
        let (line, user) = (LineId::new(), phone.extension.to_string());
        let secret = |algorithm| {
            Secret::new(cordboard_sip::digest::ha1(algorithm, &user, &site.realm, &phone.password))
        };
        let (ha1_md5, ha1_sha256) = (secret(DigestAlgorithm::Md5), secret(DigestAlgorithm::Sha256));
        site.credentials.push(Credential {
            id: CredentialSetId::new(),
            line,
            device: None,
            auth_user: user.clone(),
            version: 1,
            ha1_md5,
            ha1_sha256,
            algorithm: DigestAlgorithm::Md5,
        });
        let display_name = format!("Phone {user}");
        site.lines.push(Line { id: line, extension: phone.extension, display_name, enabled: true });
    }
    site
}
