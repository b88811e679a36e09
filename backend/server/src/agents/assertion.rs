//! Who calls: an agent proves itself with an assertion it signed, and everything else follows from the directory.

use std::{future::Future, pin::Pin};

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::header, web};
use cordboard_agent_protocol::Assertion;
use cordboard_store::{Store, StoreError, agents::AgentEntry, audit::Actor};
use cordboard_types::{AgentId, SiteId, TenantId};
use jsonwebtoken::{Algorithm, DecodingKey, Validation, dangerous};

use super::error::AgentError;
use crate::{State, http::client::address};

/// An agent whose assertion was checked. Tenant and site are the directory's, never the request's.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    pub(super) agent: AgentId,
    pub(super) tenant: TenantId,
    pub(super) site: SiteId,
    pub(super) actor: Actor,
}

impl FromRequest for Caller {
    type Error = AgentError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AgentError>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let state = request.app_data::<web::Data<State>>().cloned();
        let bearer = bearer(request);
        let ip = address(request);
        Box::pin(async move {
            let state = state.ok_or_else(|| AgentError::internal("no state"))?;
            let entry = check(&state.store, &bearer.ok_or(AgentError::Rejected)?).await?;
            let AgentEntry { agent, tenant, site, .. } = entry;
            heard_of(&state.store, tenant, agent).await?;
            let (name, credential) = ("agent".to_owned(), format!("agent assertion {agent}"));
            let actor = Actor { name, credential, ip, ..Actor::default() };
            Ok(Self { agent, tenant, site, actor })
        })
    }
}

fn bearer(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").map(str::to_owned)
}

/// Finds the agent an assertion names and checks it with that agent's key.
async fn check(store: &Store, token: &str) -> Result<AgentEntry, AgentError> {
    let claimed =
        dangerous::insecure_decode::<Assertion>(token.as_bytes()).map_err(|_| AgentError::Rejected)?;
    let system = store.system_read("whose an agent is").await?;
    let entry = match system.agent(claimed.claims.sub).await {
        Err(StoreError::NotFound) => return Err(AgentError::Rejected),
        other => other?,
    };
    if verified(token, &entry.signing_key) { Ok(entry) } else { Err(AgentError::Rejected) }
}

fn verified(token: &str, signing_key: &[u8]) -> bool {
    if signing_key.len() != 32 {
        return false;
    }
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_audience(&[Assertion::AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "aud", "sub"]);
    let key = DecodingKey::from_ed_der(signing_key);
    let token = jsonwebtoken::decode::<Assertion>(token, &key, &validation);
    token.is_ok_and(|token| token.claims.exp.saturating_sub(token.claims.iat) <= Assertion::LIFE)
}

/// Notes now and then that the agent is there.
pub(super) async fn heard_of(store: &Store, tenant: TenantId, agent: AgentId) -> Result<(), StoreError> {
    if !store.read(tenant).await?.agent_is_due(agent).await? {
        return Ok(());
    }
    let tenant = store.write(tenant).await?;
    tenant.agent_seen(agent).await?;
    tenant.commit().await
}

#[cfg(test)]
mod tests {
    use cordboard_types::Timestamp;
    use jsonwebtoken::{EncodingKey, Header, encode};
    use ring::signature::{Ed25519KeyPair, KeyPair};

    use super::*;

    const SEED: [u8; 32] = [7; 32];

    fn signed(claims: &Assertion, algorithm: Algorithm) -> String {
        let pkcs8 = [hex::decode("302e020100300506032b657004220420").unwrap(), SEED.to_vec()].concat();
        let key = match algorithm {
            Algorithm::EdDSA => EncodingKey::from_ed_der(&pkcs8),
            _ => EncodingKey::from_secret(&public()),
        };
        encode(&Header::new(algorithm), claims, &key).unwrap()
    }

    fn public() -> Vec<u8> {
        Ed25519KeyPair::from_seed_unchecked(&SEED).unwrap().public_key().as_ref().to_vec()
    }

    fn now() -> Timestamp {
        Timestamp(i64::try_from(jsonwebtoken::get_current_timestamp()).unwrap() * 1000)
    }

    #[test]
    fn only_a_fresh_assertion_of_the_agents_own_key_counts() {
        let good = Assertion::new(AgentId::new(), now());
        assert!(verified(&signed(&good, Algorithm::EdDSA), &public()));
        assert!(!verified(&signed(&good, Algorithm::EdDSA), &[9; 32]), "another key");
        assert!(!verified(&signed(&good, Algorithm::EdDSA), b"short"));
        assert!(!verified(&signed(&good, Algorithm::HS256), &public()), "the public key as an HMAC secret");
        let old = Assertion::new(good.sub, now().plus(-600_000));
        assert!(!verified(&signed(&old, Algorithm::EdDSA), &public()));
        let long = Assertion { exp: good.exp + 1, ..good.clone() };
        assert!(!verified(&signed(&long, Algorithm::EdDSA), &public()), "an assertion lives five minutes");
        let elsewhere = Assertion { aud: "web".into(), ..good };
        assert!(!verified(&signed(&elsewhere, Algorithm::EdDSA), &public()));
    }
}
