//! One-time tokens with which a box becomes a site's agent.

use cordboard_api::sites::Enrolment;
use cordboard_store::{Result, Tenant};
use cordboard_types::SiteId;
use ring::digest::{SHA256, digest};

use crate::{State, tls};

/// Milliseconds a token lives.
const LIFE: i64 = 60 * 60 * 1000;

/// Makes a token of 192 random bits; only its hash is kept. Hexadecimal digits, since it becomes an argument of a
/// command: other alphabets can begin like an option.
///
/// # Errors
/// When the database fails.
pub async fn create(state: &State, tenant: &Tenant, site: SiteId) -> Result<Enrolment> {
    let token = hex::encode(state.store.sealer().random::<24>()?);
    let expires_at = tenant.now().plus(LIFE);
    tenant.create_enrolment(site, &hash(&token), expires_at).await?;
    let server = state.settings.agents_url();
    // The box does not know the development CA: its file goes along, as the documentation says.
    let ca = if tls::is_development(&state.settings) { " --ca ca.pem" } else { "" };
    let command = format!("cordboard-agent enrol --server {server} --token {token}{ca}");
    Ok(Enrolment { token, expires_at, command })
}

/// What is stored of a token.
#[must_use]
pub fn hash(token: &str) -> Vec<u8> {
    digest(&SHA256, token.as_bytes()).as_ref().to_vec()
}
