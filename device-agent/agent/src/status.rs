//! What can be said of an agent from its data directory alone, running or not.

use cordboard_agent_protocol::DocumentHeader;
use cordboard_types::{AgentId, SiteId};

use crate::{
    disk::DiskError,
    document_store::DocumentStore,
    identity::{DataDir, DataDirError},
    spool::Spool,
};

/// The state of an agent on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The agent.
    pub agent: AgentId,
    /// Its site.
    pub site: SiteId,
    /// The cloud's address.
    pub server: String,
    /// Sequence of the newest stored document.
    pub sequence: Option<u64>,
    /// Reports the cloud has not acknowledged; after an outage a few of them may have arrived.
    pub waiting: usize,
    /// Whether an agent runs on the folder now.
    pub running: bool,
}

/// Reads it.
///
/// # Errors
/// [`DataDirError`].
pub fn status(data: &DataDir) -> Result<Status, DataDirError> {
    let identity = data.identity()?;
    let running = match data.lock() {
        Ok(_) => false,
        Err(DataDirError::InUse(_)) => true,
        Err(error) => return Err(error),
    };
    Ok(Status {
        agent: identity.agent,
        site: identity.site,
        server: identity.server,
        sequence: newest_sequence(data)?,
        waiting: Spool::count(&data.spool_folder())?,
        running,
    })
}

fn newest_sequence(data: &DataDir) -> Result<Option<u64>, DiskError> {
    let documents = DocumentStore::open(data.document_folder())?;
    let header = |bytes: &[u8]| serde_json::from_slice::<DocumentHeader>(bytes).ok();
    Ok(documents
        .candidates()
        .first()
        .and_then(|envelope| header(&envelope.header.0))
        .map(|header| header.sequence))
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let document = self.sequence.map_or_else(|| "none yet".to_owned(), |sequence| sequence.to_string());
        writeln!(f, "agent             {}", self.agent)?;
        writeln!(f, "site              {}", self.site)?;
        writeln!(f, "server            {}", self.server)?;
        writeln!(f, "document          {document}")?;
        writeln!(f, "reports waiting   {}", self.waiting)?;
        write!(f, "running           {}", if self.running { "yes" } else { "no" })
    }
}
