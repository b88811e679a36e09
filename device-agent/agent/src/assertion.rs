//! The bearer the agent signs for itself.

use std::sync::{Mutex, PoisonError};

use cordboard_agent_protocol::Assertion;
use cordboard_types::{AgentId, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header};

use crate::keys::Keys;

/// Seconds before its end that an assertion is replaced.
const MARGIN: i64 = 60;

/// Gives a bearer that is valid now, and signs a new one well before the last ends.
pub(crate) struct Bearer {
    agent: AgentId,
    key: EncodingKey,
    last: Mutex<Option<(String, i64)>>,
}

impl Bearer {
    pub(crate) fn new(agent: AgentId, keys: &Keys) -> Self {
        Self { agent, key: keys.encoding_key(), last: Mutex::new(None) }
    }

    /// The bearer to send at `now`.
    pub(crate) fn at(&self, now: Timestamp) -> Result<String, jsonwebtoken::errors::Error> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((token, renew_at)) = last.as_ref()
            && now.0 / 1000 < *renew_at
        {
            return Ok(token.clone());
        }
        let claims = Assertion::new(self.agent, now);
        let token = jsonwebtoken::encode(&Header::new(Algorithm::EdDSA), &claims, &self.key)?;
        *last = Some((token.clone(), claims.exp - MARGIN));
        Ok(token)
    }
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{DecodingKey, Validation};

    use super::*;

    #[test]
    fn a_bearer_is_the_agents_and_is_renewed_before_it_ends() {
        let (agent, keys) = (AgentId::new(), Keys::generate().unwrap());
        let bearer = Bearer::new(agent, &keys);
        let now = crate::clock::now();
        let first = bearer.at(now).unwrap();
        assert_eq!(bearer.at(now.plus(200_000)).unwrap(), first);
        assert_ne!(bearer.at(now.plus(245_000)).unwrap(), first);

        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_audience(&[Assertion::AUDIENCE]);
        let read = |keys: &Keys| {
            let key = DecodingKey::from_ed_der(&keys.signing_public());
            jsonwebtoken::decode::<Assertion>(&first, &key, &validation)
        };
        assert_eq!(read(&keys).unwrap().claims.sub, agent);
        assert!(read(&Keys::generate().unwrap()).is_err());
    }
}
