//! An own CA in the data folder, for development and trials: without certificate files the HTTPS listeners
//! still work, and whoever trusts `ca.pem` can check them.

use std::{
    collections::BTreeSet,
    fs::{self, OpenOptions},
    io::{self, Write},
    net::IpAddr,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair,
    KeyUsagePurpose,
};
use rsa::pkcs8::EncodePrivateKey;
use x509_parser::extensions::GeneralName;

use super::{
    TlsError,
    certificates::{self, Pair},
};
use crate::settings::Settings;

/// Life of the CA: ten years.
const CA_LIFE: Duration = Duration::from_secs(3650 * 86_400);
/// Life of a server certificate: a year and a bit, the most that browsers take.
const LIFE: Duration = Duration::from_secs(397 * 86_400);
/// Seconds left from which a certificate is made anew.
const RENEW_BEFORE: i64 = 30 * 86_400;
const RSA_BITS: usize = 2048;

/// The CA and the names its certificates carry.
#[derive(Debug)]
pub(super) struct Authority {
    ca: PathBuf,
    folder: PathBuf,
    names: BTreeSet<String>,
}

pub(super) fn ca_path(data_dir: &Path) -> PathBuf {
    data_dir.join("ca.pem")
}

impl Authority {
    pub(super) fn of(settings: &Settings) -> Self {
        let urls = [settings.provisioning_url(), settings.agents_url(), settings.public_url()];
        let own = ["localhost", "127.0.0.1", "::1"].map(str::to_owned);
        let names = own.into_iter().chain(urls.iter().filter_map(|url| host(url))).collect();
        Self { ca: ca_path(&settings.data_dir), folder: settings.data_dir.join("tls"), names }
    }

    pub(super) fn pairs(&self) -> Vec<Pair> {
        ["ecdsa", "rsa"].map(|kind| self.pair(kind)).into()
    }

    /// Makes whatever is missing, about to end, or without a name it needs.
    pub(super) fn ensure(&self) -> Result<(), TlsError> {
        if !self.is_due() {
            return Ok(());
        }
        fs::create_dir_all(&self.folder).map_err(|error| TlsError::File(self.folder.clone(), error))?;
        let issuer = self.issuer()?;
        for kind in ["ecdsa", "rsa"] {
            self.issue(kind, &issuer)?;
        }
        Ok(())
    }

    /// Whether [`Self::ensure`] has something to do.
    pub(super) fn is_due(&self) -> bool {
        let holds = |path: &Path, names: &BTreeSet<String>| {
            certificates::chain(path).is_ok_and(|chain| {
                let left = certificates::end(path, &chain).unwrap_or(0).saturating_sub(now());
                left > RENEW_BEFORE && chain.first().is_some_and(|first| carries(first, names))
            })
        };
        let server = |pair: Pair| holds(&pair.chain, &self.names) && pair.key.exists();
        !(holds(&self.ca, &BTreeSet::new()) && self.ca_key().exists() && self.pairs().into_iter().all(server))
    }

    fn issuer(&self) -> Result<Issuer<'static, KeyPair>, TlsError> {
        let usable = certificates::chain(&self.ca)
            .and_then(|chain| certificates::end(&self.ca, &chain))
            .is_ok_and(|end| end.saturating_sub(now()) > RENEW_BEFORE);
        if usable && self.ca_key().exists() {
            let key = KeyPair::from_pem(&read(&self.ca_key())?)?;
            return Ok(Issuer::from_ca_cert_pem(&read(&self.ca)?, key)?);
        }
        let key = KeyPair::generate()?;
        let params = ca_params()?;
        let certificate = params.self_signed(&key)?;
        write(&self.ca_key(), &key.serialize_pem(), 0o600)?;
        write(&self.ca, &certificate.pem(), 0o644)?;
        Ok(Issuer::new(params, key))
    }

    fn issue(&self, kind: &str, issuer: &Issuer<'_, KeyPair>) -> Result<(), TlsError> {
        let key = if kind == "rsa" { rsa_key()? } else { KeyPair::generate()? };
        let mut params = CertificateParams::new(Vec::from_iter(self.names.clone()))?;
        params.distinguished_name.push(DnType::CommonName, "Cordboard");
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyEncipherment];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        (params.not_before, params.not_after) = (SystemTime::now().into(), (SystemTime::now() + LIFE).into());
        let certificate = params.signed_by(&key, issuer)?;
        let pair = self.pair(kind);
        write(&pair.key, &key.serialize_pem(), 0o600)?;
        write(&pair.chain, &certificate.pem(), 0o644)
    }

    fn pair(&self, kind: &str) -> Pair {
        let file = |what: &str| self.folder.join(format!("server-{kind}{what}.pem"));
        Pair { chain: file(""), key: file("-key") }
    }

    fn ca_key(&self) -> PathBuf {
        self.folder.join("ca-key.pem")
    }
}

fn ca_params() -> Result<CertificateParams, TlsError> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.distinguished_name.push(DnType::CommonName, "Cordboard development CA");
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    (params.not_before, params.not_after) = (SystemTime::now().into(), (SystemTime::now() + CA_LIFE).into());
    Ok(params)
}

/// ring signs with RSA keys but does not make them.
fn rsa_key() -> Result<KeyPair, TlsError> {
    let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, RSA_BITS)
        .map_err(|error| TlsError::Rsa(error.to_string()))?;
    let der = key.to_pkcs8_der().map_err(|error| TlsError::Rsa(error.to_string()))?;
    let der = rustls_pki_types::PrivatePkcs8KeyDer::from(der.as_bytes());
    Ok(KeyPair::from_pkcs8_der_and_sign_algo(&der, &rcgen::PKCS_RSA_SHA256)?)
}

/// Whether a certificate carries all `names`.
fn carries(der: &[u8], names: &BTreeSet<String>) -> bool {
    let Ok((_, parsed)) = x509_parser::parse_x509_certificate(der) else { return false };
    let Ok(Some(extension)) = parsed.subject_alternative_name() else { return names.is_empty() };
    let carried: BTreeSet<_> = extension.value.general_names.iter().filter_map(text).collect();
    names.iter().all(|name| carried.contains(name))
}

fn text(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some((*name).to_owned()),
        GeneralName::IPAddress(bytes) => {
            let v4 = <[u8; 4]>::try_from(*bytes).map(IpAddr::from);
            let address = v4.or_else(|_| <[u8; 16]>::try_from(*bytes).map(IpAddr::from));
            address.ok().map(|address| address.to_string())
        }
        _ => None,
    }
}

/// The host of `scheme://host[:port][/…]`, brackets of an IPv6 address left out.
fn host(url: &str) -> Option<String> {
    let authority = url.split_once("://")?.1.split('/').next()?;
    let host = match authority.strip_prefix('[') {
        Some(rest) => rest.split_once(']')?.0,
        None => authority.split(':').next()?,
    };
    (!host.is_empty()).then(|| host.to_owned())
}

fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

fn read(path: &Path) -> Result<String, TlsError> {
    fs::read_to_string(path).map_err(|error| TlsError::File(path.to_owned(), error))
}

/// Writes beside and renames, so that a reader never meets half a file.
fn write(path: &Path, text: &str, mode: u32) -> Result<(), TlsError> {
    let beside = path.with_extension("new");
    let all = || -> io::Result<()> {
        let mut options = OpenOptions::new();
        let mut file = options.write(true).create(true).truncate(true).mode(mode).open(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    all().map_err(|error| TlsError::File(path.to_owned(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_a_url() {
        for (url, wanted) in [
            ("https://phones.example.net:8448", Some("phones.example.net")),
            ("https://192.0.2.1:8448/x", Some("192.0.2.1")),
            ("https://[2001:db8::1]:8448", Some("2001:db8::1")),
            ("phones.example.net", None),
        ] {
            assert_eq!(host(url).as_deref(), wanted, "{url}");
        }
    }
}
