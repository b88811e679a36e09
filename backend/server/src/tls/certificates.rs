//! Certificate chains and keys as files.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use rustls::{
    SignatureAlgorithm, SignatureScheme, crypto::ring::sign::any_supported_type, sign::CertifiedKey,
};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};

use super::TlsError;

/// A chain and its key, both PEM.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) chain: PathBuf,
    pub(super) key: PathBuf,
}

/// What the listener shows.
#[derive(Debug)]
pub(super) struct Certificates {
    keys: Vec<Arc<CertifiedKey>>,
    /// When each ends, Unix seconds.
    pub(super) ends: Vec<(PathBuf, i64)>,
    /// When the files were last changed.
    pub(super) modified: Vec<Option<SystemTime>>,
}

impl Certificates {
    pub(super) fn load(pairs: &[Pair]) -> Result<Self, TlsError> {
        // Taken before reading: a change in between is seen the next time.
        let modified = modified(pairs);
        let (mut keys, mut ends) = (Vec::new(), Vec::new());
        for pair in pairs {
            let chain = chain(&pair.chain)?;
            ends.push((pair.chain.clone(), end(&pair.chain, &chain)?));
            keys.push(Arc::new(certified(pair, chain)?));
        }
        Ok(Self { keys, ends, modified })
    }

    /// The first key that can sign in a way the client understands, in the order of the settings; ECDSA
    /// before RSA where the client takes both, because it costs a tenth.
    pub(super) fn choose(&self, schemes: &[SignatureScheme], takes_ecdsa: bool) -> Option<Arc<CertifiedKey>> {
        let is_rsa = |key: &Arc<CertifiedKey>| key.key.algorithm() == SignatureAlgorithm::RSA;
        let fits = |key: &&Arc<CertifiedKey>| {
            (takes_ecdsa || is_rsa(key)) && key.key.choose_scheme(schemes).is_some()
        };
        self.keys.iter().filter(fits).min_by_key(|key| is_rsa(key)).cloned()
    }
}

/// When the files of `pairs` were last changed; none for a file that is not there.
pub(super) fn modified(pairs: &[Pair]) -> Vec<Option<SystemTime>> {
    let of = |path: &PathBuf| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    pairs.iter().flat_map(|pair| [of(&pair.chain), of(&pair.key)]).collect()
}

pub(super) fn chain(path: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let content = |reason: String| TlsError::Content(path.to_owned(), reason);
    let text = fs::read(path).map_err(|error| TlsError::File(path.to_owned(), error))?;
    let chain: Vec<_> = CertificateDer::pem_slice_iter(&text)
        .collect::<Result<_, _>>()
        .map_err(|error| content(error.to_string()))?;
    if chain.is_empty() { Err(content("no certificate in it".into())) } else { Ok(chain) }
}

/// When the first certificate of a chain ends, Unix seconds.
pub(super) fn end(path: &Path, chain: &[CertificateDer<'_>]) -> Result<i64, TlsError> {
    let content = |reason: String| TlsError::Content(path.to_owned(), reason);
    let first = chain.first().ok_or_else(|| content("no certificate in it".into()))?;
    let (_, parsed) =
        x509_parser::parse_x509_certificate(first).map_err(|error| content(error.to_string()))?;
    Ok(parsed.validity().not_after.timestamp())
}

fn certified(pair: &Pair, chain: Vec<CertificateDer<'static>>) -> Result<CertifiedKey, TlsError> {
    let content = |reason: String| TlsError::Content(pair.key.clone(), reason);
    let text = fs::read(&pair.key).map_err(|error| TlsError::File(pair.key.clone(), error))?;
    let key = PrivateKeyDer::from_pem_slice(&text).map_err(|error| content(error.to_string()))?;
    let key = any_supported_type(&key).map_err(|error| content(error.to_string()))?;
    let certified = CertifiedKey::new(chain, key);
    match certified.keys_match() {
        Ok(()) | Err(rustls::Error::InconsistentKeys(rustls::InconsistentKeys::Unknown)) => Ok(certified),
        Err(error) => Err(content(error.to_string())),
    }
}
