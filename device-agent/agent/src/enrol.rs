//! Becoming one of a site's agents.

use cordboard_agent_protocol::{EnrolmentReply, EnrolmentRequest, encoding::Base64, path};

use crate::{
    cloud::{self, CloudError, SetupError},
    disk::DiskError,
    identity::{DataDir, Identity},
    keys::{KeyError, Keys},
    tls,
};

/// Why an agent could not be enrolled.
#[derive(Debug, thiserror::Error)]
pub enum EnrolError {
    /// It is enrolled already.
    #[error("this data directory already belongs to agent {0}; use another one")]
    Already(cordboard_types::AgentId),
    /// The address or the CA.
    #[error(transparent)]
    Setup(#[from] SetupError),
    /// The server.
    #[error(transparent)]
    Cloud(#[from] CloudError),
    /// The token.
    #[error("the server does not accept the token: it is wrong, used, or older than an hour")]
    Token,
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeyError),
    /// The data directory.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The trust root in the answer.
    #[error("the server's trust root cannot be used")]
    TrustRoot,
}

/// Makes keys, spends the token, pins the trust root and writes everything down.
///
/// # Errors
/// [`EnrolError`]; nothing is written unless the server accepted.
pub async fn enrol(
    data: &DataDir,
    server: &str,
    token: &str,
    ca: Option<&str>,
) -> Result<Identity, EnrolError> {
    if let Some(identity) = data.identity_if_any()? {
        return Err(EnrolError::Already(identity.agent));
    }
    let keys = Keys::generate()?;
    let reply = ask(server, token, ca, &keys).await?;
    if reply.trust_root.public_key.0.len() != 32 {
        return Err(EnrolError::TrustRoot);
    }
    let identity = Identity {
        agent: reply.agent,
        tenant: reply.tenant,
        site: reply.site,
        server: server.trim_end_matches('/').to_owned(),
        ca: ca.map(str::to_owned),
        trust: vec![reply.trust_root],
    };
    keys.save(&data.keys_path())?;
    data.save_identity(&identity)?;
    Ok(identity)
}

async fn ask(server: &str, token: &str, ca: Option<&str>, keys: &Keys) -> Result<EnrolmentReply, EnrolError> {
    let url = cloud::server_url(server)?.join(path::ENROLMENTS).map_err(|_| SetupError::Url)?;
    let tls = tls::client_config(ca).map_err(SetupError::from)?;
    let client = cloud::client(&tls).map_err(SetupError::from)?;
    let request = EnrolmentRequest {
        token: token.to_owned(),
        signing_key: Base64(keys.signing_public().to_vec()),
        sealing_key: Base64(keys.sealing_public().to_vec()),
        host_name: host_name(),
        software_version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let answer = cloud::send(client.post(url).json(&request)).await.map_err(|error| match error {
        CloudError::Rejected | CloudError::Status(404) => EnrolError::Token,
        other => other.into(),
    })?;
    Ok(cloud::json(answer).await?)
}

/// The box's name, for people; where the system tells none, a word.
fn host_name() -> String {
    let read = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let name: String = read.trim().chars().take(64).collect();
    if name.is_empty() { "agent".to_owned() } else { name }
}
