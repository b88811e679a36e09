//! The server side: challenges and the check of what comes back.

use cordboard_telephony::config::{Credential, DigestAlgorithm};
use cordboard_types::Timestamp;
use subtle::ConstantTimeEq;

use super::{
    DigestResponse,
    hash::{hash, token},
    nonce::{Nonces, Standing},
};

/// Challenges and checks.
pub(crate) struct Authenticator {
    nonces: Nonces,
}

/// One attempt to authenticate.
pub(crate) struct Attempt<'a> {
    pub(crate) realm: &'a str,
    pub(crate) method: &'a str,
    /// Tells this request from others, the same for its retransmissions.
    pub(crate) request: u64,
    pub(crate) response: &'a DigestResponse,
    /// The credential set of that user name, if there is one.
    pub(crate) credential: Option<&'a Credential>,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Accepted,
    /// The password is right and the nonce is not fresh: challenge again (RFC 7616 §3.3, `stale`).
    Stale,
    Refused,
}

impl Authenticator {
    pub(crate) fn new() -> Result<Self, ring::error::Unspecified> {
        Ok(Self { nonces: Nonces::new()? })
    }

    /// The value of a WWW-Authenticate or Proxy-Authenticate header. One algorithm only: some clients give up when
    /// they see one they do not know (sip-stack §4).
    pub(crate) fn challenge(
        &self,
        realm: &str,
        algorithm: DigestAlgorithm,
        stale: bool,
        now: Timestamp,
    ) -> Result<String, ring::error::Unspecified> {
        let (nonce, token) = (self.nonces.make(now)?, token(algorithm));
        let stale = if stale { ", stale=true" } else { "" };
        Ok(format!(r#"Digest realm="{realm}", nonce="{nonce}", algorithm={token}, qop="auth"{stale}"#))
    }

    /// Checks an attempt. A user who does not exist takes the same steps as a wrong password.
    pub(crate) fn check(&mut self, attempt: &Attempt<'_>, now: Timestamp) -> Verdict {
        let stand_in = self.nonces.stand_in(&attempt.response.username);
        let (ha1, algorithm) = match attempt.credential {
            Some(credential) => (stored_ha1(credential), credential.algorithm),
            None => (stand_in.as_str(), DigestAlgorithm::Md5),
        };
        let expected = expected_response(attempt, ha1, algorithm);
        let given = attempt.response.response.to_ascii_lowercase();
        let same: bool = expected.as_bytes().ct_eq(given.as_bytes()).into();
        let known = attempt.credential.is_some();
        let fits = attempt.response.realm == attempt.realm && self.form_is_right(attempt.response, algorithm);
        let count = u32::from_str_radix(&attempt.response.nc, 16);
        match count {
            Ok(count) if same & known & fits => self.use_nonce(attempt, count, now),
            _ => Verdict::Refused,
        }
    }

    fn form_is_right(&self, response: &DigestResponse, algorithm: DigestAlgorithm) -> bool {
        let named = response.algorithm.as_deref().unwrap_or("MD5");
        let qop = response.qop.as_deref().unwrap_or_default();
        named.eq_ignore_ascii_case(token(algorithm)) && qop.eq_ignore_ascii_case("auth")
    }

    fn use_nonce(&mut self, attempt: &Attempt<'_>, count: u32, now: Timestamp) -> Verdict {
        match self.nonces.take(&attempt.response.nonce, count, attempt.request, now) {
            Standing::Good => Verdict::Accepted,
            // A replay is answered like a stale nonce: the honest device computes anew, the eavesdropper cannot.
            Standing::Stale | Standing::Replayed => Verdict::Stale,
        }
    }
}

fn stored_ha1(credential: &Credential) -> &str {
    match credential.algorithm {
        DigestAlgorithm::Md5 => credential.ha1_md5.expose(),
        DigestAlgorithm::Sha256 => credential.ha1_sha256.expose(),
    }
}

fn expected_response(attempt: &Attempt<'_>, ha1: &str, algorithm: DigestAlgorithm) -> String {
    let DigestResponse { nonce, uri, cnonce, nc, .. } = attempt.response;
    let a2 = hash(algorithm, &[attempt.method, uri]);
    hash(algorithm, &[ha1, nonce, nc, cnonce, "auth", &a2])
}

#[cfg(test)]
mod tests {
    use cordboard_telephony::Secret;
    use cordboard_types::{CredentialSetId, LineId};

    use super::*;
    use crate::digest::ha1;

    const NOW: Timestamp = Timestamp(1_000_000_000);
    const REALM: &str = "site.test";

    fn credential(algorithm: DigestAlgorithm) -> Credential {
        Credential {
            id: CredentialSetId::new(),
            line: LineId::new(),
            device: None,
            auth_user: "desk".into(),
            version: 1,
            ha1_md5: Secret::new(ha1(DigestAlgorithm::Md5, "desk", REALM, "right")),
            ha1_sha256: Secret::new(ha1(DigestAlgorithm::Sha256, "desk", REALM, "right")),
            algorithm,
        }
    }

    fn answer(challenge: &str, algorithm: DigestAlgorithm, password: &str, nc: &str) -> DigestResponse {
        let nonce = DigestResponse::parse(challenge).unwrap().nonce;
        let a1 = ha1(algorithm, "desk", REALM, password);
        let a2 = hash(algorithm, &["REGISTER", "sip:site.test"]);
        DigestResponse {
            username: "desk".into(),
            realm: REALM.into(),
            uri: "sip:site.test".into(),
            response: hash(algorithm, &[&a1, &nonce, nc, "c", "auth", &a2]),
            algorithm: Some(token(algorithm).into()),
            qop: Some("auth".into()),
            cnonce: "c".into(),
            nc: nc.into(),
            nonce,
        }
    }

    fn check(
        auth: &mut Authenticator,
        response: &DigestResponse,
        credential: Option<&Credential>,
        at: Timestamp,
    ) -> Verdict {
        auth.check(&Attempt { realm: REALM, method: "REGISTER", request: 1, response, credential }, at)
    }

    #[test]
    fn the_right_password_is_accepted_in_both_algorithms() {
        for algorithm in [DigestAlgorithm::Md5, DigestAlgorithm::Sha256] {
            let mut auth = Authenticator::new().unwrap();
            let challenge = auth.challenge(REALM, algorithm, false, NOW).unwrap();
            let stored = credential(algorithm);
            let right = answer(&challenge, algorithm, "right", "00000001");
            assert_eq!(check(&mut auth, &right, Some(&stored), NOW), Verdict::Accepted);
            let wrong = answer(&challenge, algorithm, "wrong", "00000002");
            assert_eq!(check(&mut auth, &wrong, Some(&stored), NOW), Verdict::Refused);
        }
    }

    #[test]
    fn a_weaker_algorithm_than_asked_for_is_refused() {
        let mut auth = Authenticator::new().unwrap();
        let challenge = auth.challenge(REALM, DigestAlgorithm::Sha256, false, NOW).unwrap();
        let weaker = answer(&challenge, DigestAlgorithm::Md5, "right", "00000001");
        assert_eq!(
            check(&mut auth, &weaker, Some(&credential(DigestAlgorithm::Sha256)), NOW),
            Verdict::Refused
        );
    }

    #[test]
    fn an_unknown_user_is_refused_like_a_wrong_password() {
        let mut auth = Authenticator::new().unwrap();
        let challenge = auth.challenge(REALM, DigestAlgorithm::Md5, false, NOW).unwrap();
        let response = answer(&challenge, DigestAlgorithm::Md5, "right", "00000001");
        assert_eq!(check(&mut auth, &response, None, NOW), Verdict::Refused);
        let other_realm = DigestResponse { realm: "other".into(), ..response };
        assert_eq!(
            check(&mut auth, &other_realm, Some(&credential(DigestAlgorithm::Md5)), NOW),
            Verdict::Refused
        );
    }

    #[test]
    fn an_old_nonce_with_the_right_password_is_stale_and_with_a_wrong_one_refused() {
        let mut auth = Authenticator::new().unwrap();
        let challenge = auth.challenge(REALM, DigestAlgorithm::Md5, false, NOW).unwrap();
        let later = NOW.plus(10_000_000);
        let stored = credential(DigestAlgorithm::Md5);
        let right = answer(&challenge, DigestAlgorithm::Md5, "right", "00000001");
        let wrong = answer(&challenge, DigestAlgorithm::Md5, "wrong", "00000001");
        assert_eq!(check(&mut auth, &right, Some(&stored), later), Verdict::Stale);
        assert_eq!(check(&mut auth, &wrong, Some(&stored), later), Verdict::Refused);
        assert!(auth.challenge(REALM, DigestAlgorithm::Md5, true, later).unwrap().contains("stale=true"));
    }
}
