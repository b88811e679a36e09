//! Device agents: who they are, where their registrar is, and which document they were given last.

use cordboard_agent_protocol::Endpoint;
use cordboard_types::{AgentId, DeviceId, ReleaseId, SiteId, TenantId};
use sea_orm::{ActiveValue::Set, ColumnTrait, FromQueryResult, QueryFilter};
use uuid::Uuid;

use crate::{
    Result, StoreError, Subject, System, Tenant,
    audit::{Actor, Entry},
    changes::{ChangeAction, NewChange},
    entity::{agent, customer, directory_agent},
    parse,
    targets::Target,
};

/// Milliseconds between two notes of when an agent was last heard of.
const SEEN_EVERY: i64 = 30_000;

/// What an agent brings to its enrolment.
#[derive(Debug, Clone)]
pub struct NewAgent {
    /// Ed25519 public key of its assertions, 32 bytes.
    pub signing_key: [u8; 32],
    /// X25519 public key secrets are sealed to, 32 bytes.
    pub sealing_key: [u8; 32],
    /// Host name of its box.
    pub host_name: String,
    /// Version of its software.
    pub software_version: String,
}

/// Whose an agent is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentEntry {
    /// The agent.
    pub agent: AgentId,
    /// Its customer.
    pub tenant: TenantId,
    /// Its site.
    pub site: SiteId,
    /// The key its assertions are checked with.
    pub signing_key: Vec<u8>,
}

/// What is needed to give an agent its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// The agent.
    pub id: AgentId,
    /// Its site.
    pub site: SiteId,
    /// The key secrets are sealed to.
    pub sealing_key: Vec<u8>,
    /// Sequence of the newest document.
    pub sequence: u64,
    /// Digest of what that document holds.
    pub content: Option<Vec<u8>>,
}

impl System {
    /// Spends a token and makes its holder the site's agent, in place of the one before.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a token that is unknown, used or over.
    pub async fn enrol_agent(&self, token: &[u8], new: &NewAgent, actor: &Actor) -> Result<AgentEntry> {
        let (tenant, site) = self.use_enrolment(token).await?;
        self.delete::<directory_agent::Entity>()
            .filter(directory_agent::Column::SiteId.eq(site.0))
            .exec(self.tx())
            .await?;
        self.delete::<agent::Entity>().filter(agent::Column::SiteId.eq(site.0)).exec(self.tx()).await?;
        let id = AgentId::new();
        self.insert_agent(id, tenant, site, new).await?;
        let detail = serde_json::json!({ "site": site, "host_name": new.host_name });
        let (action, target_kind) = ("agent.enrol", "agent");
        let entry = Entry { action, target_kind, target_id: Some(id.0), outcome: "done", detail };
        self.audit(Some(tenant), actor, entry).await?;
        self.notify(crate::Notice { tenant: Some(tenant), subject: Subject::Site(site.0) });
        Ok(AgentEntry { agent: id, tenant, site, signing_key: new.signing_key.to_vec() })
    }

    async fn insert_agent(&self, id: AgentId, tenant: TenantId, site: SiteId, new: &NewAgent) -> Result<()> {
        self.open
            .insert(agent::ActiveModel {
                tenant_id: Set(tenant.0),
                id: Set(id.0),
                site_id: Set(site.0),
                host_name: Set(new.host_name.clone()),
                software_version: Set(new.software_version.clone()),
                sealing_key: Set(new.sealing_key.to_vec()),
                enrolled_at: Set(self.now().0),
                seen_at: Set(Some(self.now().0)),
                sequence: Set(0),
                ..Default::default()
            })
            .await?;
        self.open
            .insert(directory_agent::ActiveModel {
                agent_id: Set(id.0),
                tenant_id: Set(tenant.0),
                site_id: Set(site.0),
                signing_key: Set(new.signing_key.to_vec()),
            })
            .await
    }

    /// Whose an agent is.
    ///
    /// # Errors
    /// [`StoreError::NotFound`], also for one of a closed customer.
    pub async fn agent(&self, id: AgentId) -> Result<AgentEntry> {
        let row = self.find::<directory_agent::Entity>().filter(directory_agent::Column::AgentId.eq(id.0));
        let row = row.one(self.tx()).await?.ok_or(StoreError::NotFound)?;
        let closed = self
            .find::<customer::Entity>()
            .filter(customer::Column::TenantId.eq(row.tenant_id))
            .filter(customer::Column::State.eq("closed"));
        if closed.one(self.tx()).await?.is_some() {
            return Err(StoreError::NotFound);
        }
        let (tenant, site) = (TenantId(row.tenant_id), SiteId(row.site_id));
        Ok(AgentEntry { agent: id, tenant, site, signing_key: row.signing_key })
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    site_id: Uuid,
    sealing_key: Vec<u8>,
    sequence: i64,
    content_digest: Option<Vec<u8>>,
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

impl Tenant {
    /// One agent.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn agent(&self, id: AgentId) -> Result<Agent> {
        let sql = "SELECT id, site_id, sealing_key, sequence, content_digest FROM agent \
            WHERE tenant_id = $1 AND id = $2 AND NOT EXISTS \
                (SELECT 1 FROM customer c WHERE c.tenant_id = agent.tenant_id AND c.state = 'closed')";
        let row = self.rows::<Row>(sql, vec![id.0.into()]).await?.pop().ok_or(StoreError::NotFound)?;
        Ok(Agent {
            id: AgentId(row.id),
            site: SiteId(row.site_id),
            sealing_key: row.sealing_key,
            sequence: parse::number(row.sequence)?,
            content: row.content_digest,
        })
    }

    /// Notes what an agent's newest document holds; another content than before takes the next sequence.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn number_document(&self, id: AgentId, content: &[u8]) -> Result<u64> {
        let sql = "UPDATE agent SET sequence = sequence + 1, content_digest = $3 \
            WHERE tenant_id = $1 AND id = $2 AND (content_digest IS NULL OR content_digest <> $3)";
        self.run(sql, vec![id.0.into(), content.to_vec().into()]).await?;
        Ok(self.agent(id).await?.sequence)
    }

    /// Whether it is time to note again that an agent was heard of.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn agent_is_due(&self, id: AgentId) -> Result<bool> {
        let sql = "SELECT id FROM agent WHERE tenant_id = $1 AND id = $2 \
            AND (seen_at IS NULL OR seen_at < $3)";
        let before = self.now().plus(-SEEN_EVERY).0;
        Ok(!self.rows::<Id>(sql, vec![id.0.into(), before.into()]).await?.is_empty())
    }

    /// Notes that an agent was heard of.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn agent_seen(&self, id: AgentId) -> Result<()> {
        let sql = "UPDATE agent SET seen_at = $3 WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![id.0.into(), self.now().0.into()]).await?;
        self.notify(Subject::Site(self.agent(id).await?.site.0));
        Ok(())
    }

    /// Takes down where a site's registrar is reached. When that gives its phones another address, their files
    /// wait to be published again, with the agent as the author of the change.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn agent_endpoint(&self, agent: AgentId, endpoint: &Endpoint, actor: &Actor) -> Result<()> {
        let row = self.agent(agent).await?;
        let before = self.site(row.site).await?;
        let transports: Vec<_> = endpoint.transports.iter().map(|transport| transport.as_str()).collect();
        let sql = "UPDATE agent SET endpoint_host = $3, endpoint_port = $4, endpoint_transports = $5 \
            WHERE tenant_id = $1 AND id = $2";
        let (host, port) = (endpoint.host.as_str().into(), i32::from(endpoint.port).into());
        self.run(sql, vec![agent.0.into(), host, port, transports.join(",").into()]).await?;
        let after = self.site(row.site).await?;
        if before.endpoint() == after.endpoint() {
            return Ok(());
        }
        self.notify(Subject::Site(row.site.0));
        let devices = self.released_devices(row.site).await?;
        if devices.is_empty() {
            return Ok(());
        }
        let (action, resource) = (ChangeAction::Changed, "site");
        let change =
            NewChange { action, resource, id: row.site.0, name: after.name.as_str(), targets: &devices };
        self.record_change(actor, change).await
    }

    /// The site's devices that have files already: those without are changed anyway.
    async fn released_devices(&self, site: SiteId) -> Result<Vec<Target>> {
        let sql = "SELECT d.id FROM device d JOIN target t ON t.tenant_id = d.tenant_id AND t.id = d.id \
            WHERE d.tenant_id = $1 AND d.site_id = $2 AND t.release_id IS NOT NULL ORDER BY d.id";
        let rows = self.rows::<Id>(sql, vec![site.0.into()]).await?;
        Ok(rows.into_iter().map(|row| Target::Device(DeviceId(row.id))).collect())
    }

    /// The site's agent fetched a release.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn site_delivered(&self, site: SiteId, release: ReleaseId) -> Result<()> {
        let sql = "UPDATE target SET delivered_release_id = $3, delivered_at = $4 WHERE tenant_id = $1 \
            AND id = $2 AND kind = 'site' AND (delivered_release_id IS NULL OR delivered_release_id <> $3)";
        if self.run(sql, vec![site.0.into(), release.0.into(), self.now().0.into()]).await? > 0 {
            self.notify(Subject::Site(site.0));
        }
        Ok(())
    }

    /// The site's agent runs a release. One that is not the site's says nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn site_confirmed(&self, site: SiteId, release: ReleaseId) -> Result<()> {
        let sql = "UPDATE target SET confirmed_release_id = $3, confirmed_at = $4, failed_at = NULL, \
            failure = NULL WHERE tenant_id = $1 AND id = $2 AND kind = 'site' AND EXISTS (SELECT 1 FROM \"release\" r \
            WHERE r.tenant_id = target.tenant_id AND r.target_id = target.id AND r.id = $3)";
        if self.run(sql, vec![site.0.into(), release.0.into(), self.now().0.into()]).await? > 0 {
            self.notify(Subject::Site(site.0));
        }
        Ok(())
    }

    /// The site's agent refused its newest document.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn site_failed(&self, site: SiteId, reason: &str) -> Result<()> {
        let sql = "UPDATE target SET failed_at = $3, failure = $4 \
            WHERE tenant_id = $1 AND id = $2 AND kind = 'site'";
        self.run(sql, vec![site.0.into(), self.now().0.into(), reason.into()]).await?;
        self.notify(Subject::Site(site.0));
        Ok(())
    }
}
