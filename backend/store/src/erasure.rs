//! Erasing a closed customer: its data key first, then every row, table by table, in chunks.

use std::collections::BTreeMap;

use cordboard_types::{NodeId, TenantId, Timestamp};
use ring::digest::{SHA256, digest};
use sea_orm::{ConnectionTrait, DatabaseBackend, FromQueryResult, Statement, Value};
use uuid::Uuid;

use crate::{PageRequest, Paged, Result, StoreError, System, query::limit};

/// Rows in one transaction: on SQLite there is one writer, and fetches are recorded between two chunks.
const CHUNK: u32 = 500;

/// Which rows of a table are a customer's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Those with its id in `tenant_id`.
    Tenant,
    /// Those of handsets, which go before what they hang on.
    Handsets,
    /// Those of its chain of the audit log.
    Chain,
    /// Those with one of its nodes in `node_id`.
    Nodes,
    /// People whose only roles were in its nodes.
    People,
    /// Nodes and the ways to them: after everything that refers to them.
    Rest,
}

impl Of {
    /// The condition on rows of a table `t`; `$1` is the customer.
    pub(crate) fn condition(self) -> &'static str {
        match self {
            Self::Tenant => "t.tenant_id = $1",
            Self::Handsets => "t.tenant_id = $1 AND t.base_id IS NOT NULL",
            Self::Chain => "t.chain_id = $1",
            Self::Nodes => {
                "t.node_id IN (SELECT c.descendant_id FROM node_closure c WHERE c.ancestor_id = $1)"
            }
            Self::People => {
                "t.id IN (SELECT m.person_id FROM membership m \
                    JOIN node_closure c ON c.descendant_id = m.node_id WHERE c.ancestor_id = $1) \
                 AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = t.id AND m.node_id NOT IN \
                    (SELECT c.descendant_id FROM node_closure c WHERE c.ancestor_id = $1)) \
                 AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.invited_by = t.id) \
                 AND NOT EXISTS (SELECT 1 FROM pbx_user u WHERE u.person_id = t.id)"
            }
            Self::Rest => "t.id = $1 OR t.parent_id = $1",
        }
    }
}

/// A table with rows of customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Which of its rows.
    pub of: Of,
    /// Whether an archive holds them: not where they are secrets, digests of secrets, or only point to others.
    pub exported: bool,
}

const fn tenant(name: &'static str) -> Table {
    Table { name, of: Of::Tenant, exported: true }
}

const fn hidden(name: &'static str, of: Of) -> Table {
    Table { name, of, exported: false }
}

/// Every table with rows of customers, in an order in which no row is referred to when it goes. A test holds it to the
/// schema: a new table with a `tenant_id` or a `node_id` has its place here or in [`KEPT`].
pub const TABLES: &[Table] = &[
    hidden("secret", Of::Tenant),
    hidden("data_key", Of::Tenant),
    tenant("draft_target"),
    tenant("draft_change"),
    tenant("release_file"),
    tenant("release"),
    hidden("release_blob", Of::Tenant),
    tenant("target"),
    tenant("fetch"),
    tenant("registration"),
    tenant("call_record"),
    hidden("stored_report", Of::Tenant),
    tenant("site_state"),
    hidden("enrolment", Of::Tenant),
    hidden("directory_agent", Of::Tenant),
    tenant("agent"),
    tenant("directory_mac"),
    hidden("access_key", Of::Tenant),
    tenant("credential_set"),
    hidden("device", Of::Handsets),
    tenant("device"),
    tenant("line"),
    hidden("search_term", Of::Tenant),
    hidden("user_import_row", Of::Tenant),
    tenant("job"),
    tenant("group_grant"),
    tenant("group_member"),
    tenant("user_group"),
    tenant("gui_group"),
    tenant("pickup_member"),
    tenant("pickup_group"),
    tenant("hunt_member"),
    tenant("hunt_group"),
    tenant("pbx_user"),
    hidden("customer_export", Of::Tenant),
    tenant("site"),
    hidden("api_token", Of::Nodes),
    hidden("invitation", Of::Nodes),
    hidden("person", Of::People),
    Table { name: "membership", of: Of::Nodes, exported: true },
    Table { name: "role", of: Of::Nodes, exported: true },
    Table { name: "node_setting", of: Of::Nodes, exported: true },
    hidden("directory_host", Of::Nodes),
    hidden("tally", Of::Tenant),
    tenant("customer"),
    hidden("node", Of::Rest),
];

/// Tables whose rows of an erased customer stay until their own time is over (docs/adr/0014-organisation.md): the audit
/// log, and the log of live keys, which is cut after an hour.
pub const KEPT: &[&str] = &["audit", "live_key_change"];

/// The audit log, for archives.
pub(crate) const AUDIT: Table = Table { name: "audit", of: Of::Chain, exported: true };

/// What shows that a customer was erased.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Its id.
    pub id: Uuid,
    /// The customer.
    pub customer: TenantId,
    /// Name of the customer.
    pub customer_name: String,
    /// Who closed it.
    pub closed_by: String,
    /// When the erasure began.
    pub started_at: Timestamp,
    /// When the last row was gone.
    pub finished_at: Option<Timestamp>,
    /// Rows removed, by table.
    pub counts: BTreeMap<String, u64>,
    /// SHA-256 of the rest in hexadecimal digits.
    pub sha256: Option<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    customer_id: Uuid,
    customer_name: String,
    closed_by: String,
    started_at: i64,
    finished_at: Option<i64>,
    counts: String,
    sha256: Option<String>,
}

const SELECT: &str = "SELECT e.id, e.customer_id, e.customer_name, e.closed_by, e.started_at, e.finished_at, e.counts, \
    e.sha256 FROM erasure e";

#[derive(FromQueryResult)]
struct Due {
    tenant_id: Uuid,
}

#[derive(FromQueryResult)]
struct KeyId {
    id: Uuid,
}

impl System {
    /// Closed customers whose grace period is over, and those whose erasure was interrupted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn due_erasures(&self) -> Result<Vec<TenantId>> {
        let sql = "SELECT tenant_id FROM customer WHERE state = 'closed' AND erase_at <= $1 \
            UNION SELECT customer_id AS tenant_id FROM erasure WHERE finished_at IS NULL";
        let rows = self.rows::<Due>(sql, vec![self.now().0.into()]).await?;
        Ok(rows.into_iter().map(|row| TenantId(row.tenant_id)).collect())
    }

    /// Begins: destroys the customer's data key and the secrets sealed with it, so that nothing of what is left could be
    /// opened, and writes down that it began. Again: does nothing more.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] unless the customer is closed and its time is over.
    pub async fn begin_erasure(&self, tenant: TenantId) -> Result<()> {
        let sql = "UPDATE customer SET state = 'closed' WHERE tenant_id = $1 AND state = 'closed' AND erase_at <= $2";
        if self.count(sql, vec![tenant.0.into(), self.now().0.into()]).await? == 0 {
            // Begun before; else there is nothing to erase.
            return self.certificate(tenant).await.map(drop);
        }
        let sql = "INSERT INTO erasure (id, provider_id, customer_id, customer_name, closed_by, started_at, counts) \
            SELECT $2, n.parent_id, n.id, n.name, COALESCE(c.state_by, ''), $3, '{}' FROM customer c \
            JOIN node n ON n.id = c.tenant_id WHERE c.tenant_id = $1 ON CONFLICT (customer_id) DO NOTHING";
        self.count(sql, vec![tenant.0.into(), Uuid::now_v7().into(), self.now().0.into()]).await?;
        let keys =
            self.rows::<KeyId>("SELECT id FROM data_key WHERE tenant_id = $1", vec![tenant.0.into()]).await?;
        let secrets = self.count("DELETE FROM secret WHERE tenant_id = $1", vec![tenant.0.into()]).await?;
        let destroyed =
            self.count("DELETE FROM data_key WHERE tenant_id = $1", vec![tenant.0.into()]).await?;
        self.add_to_certificate(tenant, "secret", secrets).await?;
        self.add_to_certificate(tenant, "data_key", destroyed).await?;
        self.open.store.sealer.forget(keys.iter().map(|key| key.id));
        Ok(())
    }

    /// Removes a chunk of a table's rows of a customer; answers how many. 0: the table has none left.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn erase_chunk(&self, tenant: TenantId, table: &Table) -> Result<u64> {
        let condition = table.of.condition();
        if table.of == Of::Rest {
            return self.erase_nodes(tenant).await;
        }
        if table.of == Of::People {
            let sql = format!(
                "DELETE FROM secret WHERE tenant_id = $2 AND owner_id IN (SELECT t.id FROM person t WHERE {condition})"
            );
            self.count(&sql, vec![tenant.0.into(), Uuid::nil().into()]).await?;
        }
        let place = match self.tx().get_database_backend() {
            DatabaseBackend::Postgres => "ctid",
            _ => "rowid",
        };
        let name = table.name;
        let sql = format!(
            "DELETE FROM \"{name}\" WHERE {place} IN \
             (SELECT t.{place} FROM \"{name}\" t WHERE {condition} LIMIT {CHUNK})"
        );
        let gone = self.count(&sql, vec![tenant.0.into()]).await?;
        self.add_to_certificate(tenant, name, gone).await?;
        Ok(gone)
    }

    /// The sites' nodes, then the customer's; the ways to them go with them.
    async fn erase_nodes(&self, tenant: TenantId) -> Result<u64> {
        let sql = "SELECT descendant_id AS id FROM node_closure WHERE ancestor_id = $1 \
            UNION ALL SELECT ancestor_id AS id FROM node_closure WHERE descendant_id = $1 AND ancestor_id <> $1";
        let ways = self.rows::<KeyId>(sql, vec![tenant.0.into()]).await?.len();
        let sites = self.count("DELETE FROM node WHERE parent_id = $1", vec![tenant.0.into()]).await?;
        let own = self.count("DELETE FROM node WHERE id = $1", vec![tenant.0.into()]).await?;
        let gone = sites.saturating_add(own);
        if gone > 0 {
            self.add_to_certificate(tenant, "node", gone).await?;
            self.add_to_certificate(tenant, "node_closure", u64::try_from(ways).unwrap_or(0)).await?;
        }
        Ok(gone)
    }

    /// Adds to what a customer's certificate counts.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_to_certificate(&self, tenant: TenantId, what: &str, count: u64) -> Result<()> {
        if count == 0 {
            return Ok(());
        }
        let mut certificate = self.certificate(tenant).await?;
        let before = certificate.counts.entry(what.to_owned()).or_default();
        *before = before.saturating_add(count);
        let counts = serde_json::to_string(&certificate.counts).map_err(|_| StoreError::Corrupt("counts"))?;
        let sql = "UPDATE erasure SET counts = $2 WHERE customer_id = $1";
        self.count(sql, vec![tenant.0.into(), counts.into()]).await.map(drop)
    }

    /// Ends: the certificate is whole and says so.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn finish_erasure(&self, tenant: TenantId) -> Result<()> {
        let certificate = self.certificate(tenant).await?;
        let finished_at = self.now();
        let content = serde_json::json!({
            "customer": certificate.customer,
            "customer_name": certificate.customer_name,
            "closed_by": certificate.closed_by,
            "started_at": certificate.started_at.0,
            "finished_at": finished_at.0,
            "counts": certificate.counts,
        });
        let sha256 = hex::encode(digest(&SHA256, content.to_string().as_bytes()));
        let sql = "UPDATE erasure SET finished_at = $2, sha256 = $3 WHERE customer_id = $1";
        self.count(sql, vec![tenant.0.into(), finished_at.0.into(), sha256.into()]).await.map(drop)
    }

    async fn certificate(&self, tenant: TenantId) -> Result<Certificate> {
        let sql = format!("{SELECT} WHERE e.customer_id = $1");
        let row = self.rows::<Row>(&sql, vec![tenant.0.into()]).await?.pop();
        read(row.ok_or(StoreError::NotFound)?)
    }

    /// Certificates of customers that were a node's or of one below it, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn erasures(&self, node: NodeId, page: &PageRequest) -> Result<Paged<Certificate>> {
        let sql = format!(
            "{SELECT} JOIN node_closure k ON k.descendant_id = e.provider_id WHERE k.ancestor_id = $1 AND e.id < $2 \
             ORDER BY e.id DESC LIMIT $3"
        );
        let before = page.key::<Uuid>()?.unwrap_or(Uuid::max());
        let rows = self.rows::<Row>(&sql, vec![node.0.into(), before.into(), limit(page)]).await?;
        let rows = rows.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.id)
    }

    async fn count(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        Ok(self.tx().execute_raw(statement).await?.rows_affected())
    }
}

fn read(row: Row) -> Result<Certificate> {
    Ok(Certificate {
        id: row.id,
        customer: TenantId(row.customer_id),
        customer_name: row.customer_name,
        closed_by: row.closed_by,
        started_at: Timestamp(row.started_at),
        finished_at: row.finished_at.map(Timestamp),
        counts: serde_json::from_str(&row.counts).map_err(|_| StoreError::Corrupt("counts"))?,
        sha256: row.sha256,
    })
}
