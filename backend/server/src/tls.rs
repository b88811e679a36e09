//! TLS of the listeners that phones and agents reach: rustls with ring, TLS 1.2 and 1.3, an ECDSA and an RSA
//! certificate side by side, answers without SNI (old phones send none; phone-formats §1).

mod certificates;
mod development;

use std::{
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock, Weak},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rustls::{
    CipherSuite, ServerConfig,
    crypto::ring,
    server::{ClientHello, ResolvesServerCert, ServerSessionMemoryCache},
    sign::CertifiedKey,
};

use crate::settings::Settings;
use certificates::{Certificates, Pair};

/// How often the files are looked at.
const LOOK_EVERY: Duration = Duration::from_secs(10);
/// How often the end of the certificates is looked at.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Days before a certificate's end from which its end is warned of.
const WARN_DAYS: i64 = 30;

/// Why there is no TLS.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file.
    #[error("{path}: {1}", path = .0.display())]
    File(PathBuf, #[source] std::io::Error),
    /// A file that holds no certificate chain or key.
    #[error("{path}: {1}", path = .0.display())]
    Content(PathBuf, String),
    /// As many certificate files as key files.
    #[error("{certificates} certificate files but {keys} key files are set")]
    Unpaired {
        /// Certificate files.
        certificates: usize,
        /// Key files.
        keys: usize,
    },
    /// The certificates of the own CA cannot be made.
    #[error("the development CA: {0}")]
    Development(#[from] rcgen::Error),
    /// Its RSA key.
    #[error("the development CA: {0}")]
    Rsa(String),
    /// rustls refuses the configuration.
    #[error("TLS: {0}")]
    Rustls(#[from] rustls::Error),
}

/// The configuration of an HTTPS listener. Certificate files that change are read again without a restart,
/// those of the own CA are renewed before they end. Must be called within the runtime.
///
/// # Errors
/// Unreadable or unpaired files; a key that does not fit its certificate.
pub fn server_config(settings: &Settings) -> Result<ServerConfig, TlsError> {
    let resolver = Arc::new(Resolver::new(source(settings)?)?);
    tokio::spawn(follow(Arc::downgrade(&resolver)));
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_cert_resolver(resolver);
    config.ticketer = ring::Ticketer::new()?;
    // A phone opens one connection at a time; a second ticket would cost and never be used.
    config.send_tls13_tickets = 1;
    config.session_storage = ServerSessionMemoryCache::new(4096);
    Ok(config)
}

/// Where the certificate of the own CA lies; people hand it to whoever must trust this server.
#[must_use]
pub fn development_ca(settings: &Settings) -> PathBuf {
    development::ca_path(&settings.data_dir)
}

/// Whether this server's certificates are those of the own CA.
#[must_use]
pub fn is_development(settings: &Settings) -> bool {
    settings.tls_cert_files.is_empty()
}

fn source(settings: &Settings) -> Result<Source, TlsError> {
    let (certificates, keys) = (&settings.tls_cert_files, &settings.tls_key_files);
    if certificates.len() != keys.len() {
        return Err(TlsError::Unpaired { certificates: certificates.len(), keys: keys.len() });
    }
    if is_development(settings) {
        let own = development::Authority::of(settings);
        return Ok(Source { pairs: own.pairs(), own: Some(own) });
    }
    let pair = |(chain, key): (&PathBuf, &PathBuf)| Pair { chain: chain.clone(), key: key.clone() };
    Ok(Source { pairs: certificates.iter().zip(keys).map(pair).collect(), own: None })
}

/// Where the certificates come from.
#[derive(Debug)]
struct Source {
    pairs: Vec<Pair>,
    own: Option<development::Authority>,
}

impl Source {
    fn load(&self) -> Result<Certificates, TlsError> {
        if let Some(own) = &self.own {
            own.ensure()?;
        }
        Certificates::load(&self.pairs)
    }
}

/// Chooses by what the client can verify.
#[derive(Debug)]
struct Resolver {
    source: Source,
    current: RwLock<Arc<Certificates>>,
}

impl Resolver {
    fn new(source: Source) -> Result<Self, TlsError> {
        let current = RwLock::new(Arc::new(source.load()?));
        Ok(Self { source, current })
    }

    fn certificates(&self) -> Arc<Certificates> {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn reload(&self) {
        match self.source.load() {
            Ok(fresh) => {
                *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
                tracing::info!("TLS certificates read again");
            }
            Err(error) => {
                tracing::error!(%error, "the new TLS certificates cannot be used; the old ones stay");
            }
        }
    }

    fn has_changed(&self) -> bool {
        certificates::modified(&self.source.pairs) != self.certificates().modified
    }

    /// Renews what is ours, warns of what is not.
    fn look_at_the_end(&self) {
        if self.source.own.as_ref().is_some_and(development::Authority::is_due) {
            self.reload();
        }
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let now = i64::try_from(now).unwrap_or(i64::MAX);
        for (path, end) in &self.certificates().ends {
            let days = end.saturating_sub(now).div_euclid(86_400);
            if days < WARN_DAYS {
                tracing::warn!(file = %path.display(), days, "a TLS certificate ends soon");
            }
        }
    }
}

impl ResolvesServerCert for Resolver {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let takes_ecdsa = hello.cipher_suites().iter().any(|suite| !needs_rsa(*suite));
        self.certificates().choose(hello.signature_schemes(), takes_ecdsa)
    }
}

/// Suites of TLS 1.2 that name RSA; those of 1.3 name no kind of key.
fn needs_rsa(suite: CipherSuite) -> bool {
    suite.as_str().is_none_or(|name| !(name.starts_with("TLS13_") || name.contains("_ECDSA_")))
}

/// Follows the files for as long as the listener lives.
async fn follow(resolver: Weak<Resolver>) {
    let mut looked: Option<tokio::time::Instant> = None;
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    loop {
        ticks.tick().await;
        let Some(resolver) = resolver.upgrade() else { return };
        let due = looked.is_none_or(|at| at.elapsed() >= DAY);
        if due {
            looked = Some(tokio::time::Instant::now());
        }
        let work = move || {
            if resolver.has_changed() {
                resolver.reload();
            }
            if due {
                resolver.look_at_the_end();
            }
        };
        // Reading files and making keys would hold up whoever shares the thread.
        if let Err(error) = tokio::task::spawn_blocking(work).await {
            tracing::error!(%error, "looking after the TLS certificates failed");
        }
    }
}

#[cfg(test)]
mod tests;
