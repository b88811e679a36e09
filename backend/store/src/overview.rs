//! A provider at a glance: how much there is below it, and which customers need somebody.

use cordboard_types::{CustomerState, TenantId, Timestamp};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{PageRequest, Paged, Result, StoreError, Subtree, parse, query::limit};

/// How much there is below a node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// Customers, active or not.
    pub customers: u32,
    /// Suspended ones.
    pub suspended: u32,
    /// Closed ones.
    pub closed: u32,
    /// Sites.
    pub sites: u32,
    /// Phones and DECT systems.
    pub devices: u32,
    /// Registrations in force; one that ended unsaid counts for some seconds more.
    pub registrations: u32,
}

/// A customer that needs somebody, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concern {
    /// The customer.
    pub customer: TenantId,
    /// Its name.
    pub name: String,
    /// How it stands.
    pub state: CustomerState,
    /// When it is erased, of a closed one.
    pub erased_at: Option<Timestamp>,
    /// Agents that are not connected.
    pub agents_away: u32,
    /// Targets that failed.
    pub failed: u32,
    /// Sites without an agent.
    pub agents_missing: u32,
    /// Sites without an emergency address or the number help sees.
    pub emergency_missing: u32,
    /// The gravest of it, 0 for the worst: what the list is sorted by.
    harm: i64,
}

#[derive(FromQueryResult)]
struct Counts {
    customers: i64,
    suspended: i64,
    closed: i64,
    sites: i64,
    devices: i64,
    registrations: i64,
}

#[derive(FromQueryResult)]
struct Found {
    id: Uuid,
    name: String,
    state: String,
    erase_at: Option<i64>,
    away: i64,
    failed: i64,
    missing: i64,
    unsafe_sites: i64,
    harm: i64,
}

const COUNTS: &str = "\
    WITH below AS MATERIALIZED (SELECT c.tenant_id, c.state FROM node_closure k \
        JOIN customer c ON c.tenant_id = k.descendant_id WHERE k.ancestor_id = $1), \
    things AS (SELECT CAST(COALESCE(SUM(y.sites), 0) AS BIGINT) AS sites, \
        CAST(COALESCE(SUM(y.devices), 0) AS BIGINT) AS devices, \
        CAST(COALESCE(SUM(y.registrations), 0) AS BIGINT) AS registrations \
        FROM below JOIN tally y ON y.tenant_id = below.tenant_id) \
    SELECT count(below.tenant_id) AS customers, count(*) FILTER (WHERE below.state = 'suspended') AS suspended, \
    count(*) FILTER (WHERE below.state = 'closed') AS closed, things.sites, things.devices, things.registrations \
    FROM things LEFT JOIN below ON TRUE GROUP BY things.sites, things.devices, things.registrations";

/// What stops calls comes first, then what would stop help, then what somebody decided.
const CONCERNS: &str = "\
    WITH facts AS MATERIALIZED (SELECT n.id, n.name, c.state, c.erase_at, \
        (SELECT count(*) FROM agent a WHERE a.tenant_id = n.id AND a.seen_at <= $2) AS away, \
        (SELECT count(*) FROM target t WHERE t.tenant_id = n.id AND t.failed_at IS NOT NULL \
            AND t.failed_at >= t.released_at) AS failed, \
        (SELECT count(*) FROM site s WHERE s.tenant_id = n.id AND NOT EXISTS \
            (SELECT 1 FROM agent a WHERE a.tenant_id = s.tenant_id AND a.site_id = s.id)) AS missing, \
        (SELECT count(*) FROM site s WHERE s.tenant_id = n.id \
            AND (s.emergency_address IS NULL OR s.emergency_caller IS NULL)) AS unsafe_sites \
        FROM node_closure k JOIN customer c ON c.tenant_id = k.descendant_id JOIN node n ON n.id = c.tenant_id \
        WHERE k.ancestor_id = $1), \
    harms AS MATERIALIZED (SELECT facts.*, CAST(CASE WHEN state = 'closed' THEN 4 WHEN away > 0 THEN 0 \
        WHEN failed > 0 THEN 1 WHEN missing > 0 THEN 2 WHEN unsafe_sites > 0 THEN 3 \
        WHEN state = 'suspended' THEN 5 ELSE 9 END AS BIGINT) AS harm FROM facts) \
    SELECT * FROM harms WHERE harm < 9 AND (harm, name, id) > ($3, $4, $5) \
    ORDER BY harm, name, id LIMIT $6";

impl Subtree {
    /// How much there is below this node.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn overview(&self) -> Result<Overview> {
        let row = self.rows::<Counts>(COUNTS, Vec::new()).await?.pop().ok_or(StoreError::NotFound)?;
        Ok(Overview {
            customers: parse::number(row.customers)?,
            suspended: parse::number(row.suspended)?,
            closed: parse::number(row.closed)?,
            sites: parse::number(row.sites)?,
            devices: parse::number(row.devices)?,
            registrations: parse::number(row.registrations)?,
        })
    }

    /// Customers below this node that need somebody, the gravest first. An agent that was last heard of at
    /// `gone_since` or before counts as away.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn concerns(&self, gone_since: Timestamp, page: &PageRequest) -> Result<Paged<Concern>> {
        let (harm, name, id) = page.key::<(i64, String, Uuid)>()?.unwrap_or((-1, String::new(), Uuid::nil()));
        let values = vec![gone_since.0.into(), harm.into(), name.into(), id.into(), limit(page)];
        let rows = self.rows::<Found>(CONCERNS, values).await?;
        let rows = rows.into_iter().map(concern).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| (row.harm, row.name.clone(), row.customer.0))
    }
}

fn concern(row: Found) -> Result<Concern> {
    Ok(Concern {
        customer: TenantId(row.id),
        name: row.name,
        state: CustomerState::parse(&row.state).map_err(|_| StoreError::Corrupt("customer state"))?,
        erased_at: row.erase_at.map(Timestamp),
        agents_away: parse::number(row.away)?,
        failed: parse::number(row.failed)?,
        agents_missing: parse::number(row.missing)?,
        emergency_missing: parse::number(row.unsafe_sites)?,
        harm: row.harm,
    })
}
