//! The hash computations of RFC 7616 §3.4.

use cordboard_telephony::config::DigestAlgorithm;
use md5::{Digest, Md5};

/// `H(user:realm:password)` as lower-case hex digits: what is stored instead of a password.
#[must_use]
pub fn ha1(algorithm: DigestAlgorithm, user: &str, realm: &str, password: &str) -> String {
    hash(algorithm, &[user, realm, password])
}

/// `H` over the parts joined by colons.
pub(super) fn hash(algorithm: DigestAlgorithm, parts: &[&str]) -> String {
    let text = parts.join(":");
    match algorithm {
        DigestAlgorithm::Md5 => hex::encode(Md5::digest(text.as_bytes())),
        DigestAlgorithm::Sha256 => hex::encode(ring::digest::digest(&ring::digest::SHA256, text.as_bytes())),
    }
}

/// The token of a challenge.
pub(super) const fn token(algorithm: DigestAlgorithm) -> &'static str {
    match algorithm {
        DigestAlgorithm::Md5 => "MD5",
        DigestAlgorithm::Sha256 => "SHA-256",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7616 §3.9.1.
    #[test]
    fn the_examples_of_the_standard() {
        for (algorithm, response) in [
            (DigestAlgorithm::Md5, "8ca523f5e9506fed4657c9700eebdbec"),
            (DigestAlgorithm::Sha256, "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
        ] {
            let a1 = ha1(algorithm, "Mufasa", "http-auth@example.org", "Circle of Life");
            let a2 = hash(algorithm, &["GET", "/dir/index.html"]);
            let nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
            let cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
            assert_eq!(hash(algorithm, &[&a1, nonce, "00000001", cnonce, "auth", &a2]), response);
        }
    }
}
