//! HTTP message signatures of redirect services (RFC 9421) with Ed25519 over method, path and content digest
//! (RFC 9530). Only the one form the contract names is taken; anything else does not verify.

use actix_web::http::header::HeaderMap;
use base64::{Engine, engine::general_purpose::STANDARD};
use cordboard_types::Timestamp;
use ring::{
    digest::{SHA256, digest},
    signature::{ED25519, UnparsedPublicKey},
};

/// Seconds a signature may be old, or ahead of our clock.
pub(super) const TOLERANCE: i64 = 60;
const COMPONENTS: [&str; 3] = ["@method", "@path", "content-digest"];
const NONCE_LENGTH: std::ops::RangeInclusive<usize> = 8..=64;

/// A signature that was read but not yet checked.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Signature<'a> {
    /// Who says that it signed.
    pub(super) key_id: &'a str,
    /// Used once.
    pub(super) nonce: &'a str,
    created: i64,
    components: Vec<&'a str>,
    parameters: &'a str,
    digest: &'a str,
    signature: Vec<u8>,
}

impl<'a> Signature<'a> {
    /// Reads the headers `Signature-Input`, `Signature` and `Content-Digest`.
    pub(super) fn read(headers: &'a HeaderMap) -> Option<Self> {
        let (label, parameters) = one(headers, "signature-input")?.split_once('=')?;
        let (other, signature) = one(headers, "signature")?.split_once('=')?;
        if label != other || label.is_empty() {
            return None;
        }
        let (list, rest) = parameters.strip_prefix('(')?.split_once(')')?;
        let components = list.split(' ').map(quoted).collect::<Option<Vec<_>>>()?;
        let all = COMPONENTS.iter().all(|wanted| components.contains(wanted));
        if !all || components.len() != COMPONENTS.len() {
            return None;
        }
        let signature = STANDARD.decode(signature.strip_prefix(':')?.strip_suffix(':')?).ok()?;
        let digest = one(headers, "content-digest")?;
        let (created, key_id, nonce) = values(rest)?;
        Some(Self { key_id, nonce, created, components, parameters, digest, signature })
    }

    /// Whether `key` has signed this request and nothing else, just now.
    pub(super) fn verifies(
        &self,
        key: &[u8; 32],
        method: &str,
        path: &str,
        body: &[u8],
        now: Timestamp,
    ) -> bool {
        let seconds = now.0.div_euclid(1000);
        let is_fresh = seconds.abs_diff(self.created) <= TOLERANCE.unsigned_abs();
        let base = self.base(method, path);
        let signed = UnparsedPublicKey::new(&ED25519, key).verify(base.as_bytes(), &self.signature);
        is_fresh && signed.is_ok() && self.digests(body)
    }

    /// The signature base (RFC 9421 §2.5).
    fn base(&self, method: &str, path: &str) -> String {
        let value = |component: &str| match component {
            "@method" => method.to_owned(),
            "@path" => path.to_owned(),
            _ => self.digest.to_owned(),
        };
        let lines: String =
            self.components.iter().map(|name| format!("\"{name}\": {}\n", value(name))).collect();
        format!("{lines}\"@signature-params\": {}", self.parameters)
    }

    fn digests(&self, body: &[u8]) -> bool {
        let member = self.digest.split(',').find_map(|member| member.trim().strip_prefix("sha-256="));
        let told = member.and_then(|text| text.strip_prefix(':')?.strip_suffix(':'));
        let told = told.and_then(|text| STANDARD.decode(text).ok());
        told.is_some_and(|told| told == digest(&SHA256, body).as_ref())
    }
}

/// The one value of a header; two lines of it are not taken.
fn one<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name);
    let value = values.next()?.to_str().ok()?.trim();
    values.next().is_none().then_some(value)
}

/// `;created=…;keyid="…";nonce="…"` with an optional `;alg="ed25519"`, in any order.
fn values(text: &str) -> Option<(i64, &str, &str)> {
    let (mut created, mut key_id, mut nonce) = (None, None, None);
    for parameter in text.strip_prefix(';')?.split(';') {
        match parameter.split_once('=')? {
            ("created", value) if created.is_none() => created = Some(value.parse().ok()?),
            ("keyid", value) if key_id.is_none() => key_id = Some(quoted(value)?),
            ("nonce", value) if nonce.is_none() => nonce = Some(quoted(value)?),
            ("alg", "\"ed25519\"") => {}
            _ => return None,
        }
    }
    let nonce = nonce.filter(|nonce: &&str| NONCE_LENGTH.contains(&nonce.len()))?;
    Some((created?, key_id?, nonce))
}

/// A string without anything that would need an escape.
fn quoted(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    inner.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'\\' | b';' | b',')).then_some(inner)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderName, HeaderValue};
    use ring::{
        rand::SystemRandom,
        signature::{Ed25519KeyPair, KeyPair},
    };

    use super::*;

    const BODY: &[u8] = br#"{"mac":"00041345C9BF"}"#;
    const PATH: &str = "/api/v1/redirect-lookups";
    const NOW: Timestamp = Timestamp(1_700_000_000_000);
    const PARAMETERS: &str = r#"("@method" "@path" "content-digest");created=1700000000;keyid="id-1";nonce="abcdefgh";alg="ed25519""#;

    fn pair() -> Ed25519KeyPair {
        let document = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
        Ed25519KeyPair::from_pkcs8(document.as_ref()).unwrap()
    }

    fn public(pair: &Ed25519KeyPair) -> [u8; 32] {
        pair.public_key().as_ref().try_into().unwrap()
    }

    fn signed(pair: &Ed25519KeyPair, parameters: &str) -> HeaderMap {
        let content = format!("sha-256=:{}:", STANDARD.encode(digest(&SHA256, BODY)));
        let base = format!(
            "\"@method\": POST\n\"@path\": {PATH}\n\"content-digest\": {content}\n\"@signature-params\": {parameters}"
        );
        let signature = format!("sig1=:{}:", STANDARD.encode(pair.sign(base.as_bytes())));
        let input = format!("sig1={parameters}");
        let header = |(name, value): (&'static str, String)| {
            (HeaderName::from_static(name), HeaderValue::from_str(&value).unwrap())
        };
        let pairs = [("signature-input", input), ("signature", signature), ("content-digest", content)];
        pairs.into_iter().map(header).collect()
    }

    // proves A-056
    #[test]
    fn a_signature_covers_everything_that_matters() {
        let pair = pair();
        let headers = signed(&pair, PARAMETERS);
        let signature = Signature::read(&headers).unwrap();
        assert_eq!((signature.key_id, signature.nonce), ("id-1", "abcdefgh"));
        let key = public(&pair);
        assert!(signature.verifies(&key, "POST", PATH, BODY, NOW));
        assert!(!signature.verifies(&public(&self::pair()), "POST", PATH, BODY, NOW), "another key");
        assert!(!signature.verifies(&key, "PUT", PATH, BODY, NOW), "another method");
        assert!(!signature.verifies(&key, "POST", "/api/v1/customers", BODY, NOW), "another path");
        assert!(!signature.verifies(&key, "POST", PATH, b"{}", NOW), "another body");
        for seconds in [-61, 61] {
            assert!(!signature.verifies(&key, "POST", PATH, BODY, NOW.plus(seconds * 1000)), "{seconds} s");
        }
    }

    // proves A-056
    #[test]
    fn every_other_form_is_refused() {
        for parameters in [
            r#"("@method" "@path");created=1700000000;keyid="id-1";nonce="abcdefgh""#,
            r#"("@method" "@path" "content-digest" "date");created=1700000000;keyid="id-1";nonce="abcdefgh""#,
            r#"("@method" "@path" "content-digest");keyid="id-1";nonce="abcdefgh""#,
            r#"("@method" "@path" "content-digest");created=1700000000;nonce="abcdefgh""#,
            r#"("@method" "@path" "content-digest");created=1700000000;keyid="id-1""#,
            r#"("@method" "@path" "content-digest");created=1700000000;keyid="id-1";nonce="short""#,
            r#"("@method" "@path" "content-digest");created=1;created=2;keyid="id-1";nonce="abcdefgh""#,
            r#"("@method" "@path" "content-digest");created=1700000000;keyid="id-1";nonce="abcdefgh";alg="rsa""#,
            r"created=1",
            "",
        ] {
            assert_eq!(Signature::read(&signed(&pair(), parameters)), None, "{parameters}");
        }
        assert_eq!(Signature::read(&HeaderMap::new()), None);
    }
}
