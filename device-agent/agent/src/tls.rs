//! TLS towards the cloud: ring, and only the pinned authority when there is one.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore, crypto::ring};
use rustls_pki_types::{CertificateDer, pem::PemObject};

/// Why TLS cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The PEM holds no certificate, or something else.
    #[error("the CA file holds no certificate that can be used")]
    Ca,
    /// The system has no trusted certificates.
    #[error("the system has no trusted certificates; give the server's with --ca")]
    NoRoots,
    /// rustls.
    #[error(transparent)]
    Rustls(#[from] rustls::Error),
}

/// Trusts `ca` and nothing else; without it what the system trusts.
pub(crate) fn client_config(ca: Option<&str>) -> Result<Arc<ClientConfig>, TlsError> {
    let roots = ca.map_or_else(system_roots, pinned_roots)?;
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(Arc::new(config))
}

fn pinned_roots(pem: &str) -> Result<RootCertStore, TlsError> {
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
        roots.add(certificate.map_err(|_| TlsError::Ca)?)?;
    }
    if roots.is_empty() { Err(TlsError::Ca) } else { Ok(roots) }
}

fn system_roots() -> Result<RootCertStore, TlsError> {
    let mut roots = RootCertStore::empty();
    let (used, ignored) = roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    tracing::debug!(used, ignored, "certificates the system trusts");
    if roots.is_empty() { Err(TlsError::NoRoots) } else { Ok(roots) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ca_file_without_a_certificate_is_refused() {
        for text in ["", "no pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            assert!(client_config(Some(text)).is_err(), "{text}");
        }
    }
}
