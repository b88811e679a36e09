//! How many of a customer's things there are, kept by the database itself (migration 15), and how much of the platform
//! stands below a node.

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};

use crate::{Result, Subtree, System};

/// A subtree is read along the whole platform when at least one of so many nodes is in it.
const SHARE: i64 = 50;
/// Nodes that are counted to find that out.
const COUNTED: i64 = 20_000;

#[derive(FromQueryResult)]
struct Share {
    below: i64,
    customers: i64,
}

impl Subtree {
    /// Whether so much of the platform stands below this node that reading in the order of a list, and leaving out what
    /// is elsewhere, finds a page sooner than gathering and sorting all that is below.
    pub(crate) async fn is_wide(&self) -> Result<bool> {
        let sql = "SELECT \
            (SELECT COUNT(*) FROM (SELECT 1 FROM node_closure WHERE ancestor_id = $1 LIMIT $2) covered) AS below, \
            (SELECT COUNT(*) FROM (SELECT 1 FROM node WHERE kind = 'customer' LIMIT $2) customers) AS customers";
        let values = [self.root().0.into(), COUNTED.into()];
        let statement = Statement::from_sql_and_values(self.open.backend(), sql, values);
        let share = Share::find_by_statement(statement).one(self.tx()).await?;
        Ok(share.is_some_and(|share| share.below.saturating_mul(SHARE) >= share.customers))
    }
}

impl System {
    /// Sums up what was counted since the last time: on Postgres each change adds a row. Returns how many went.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sum_tallies(&self) -> Result<u64> {
        if self.open.backend() != DbBackend::Postgres {
            return Ok(0);
        }
        let sql = "WITH gone AS (DELETE FROM tally WHERE tenant_id IN \
                (SELECT tenant_id FROM tally GROUP BY tenant_id HAVING COUNT(*) > 1) RETURNING *) \
            INSERT INTO tally (tenant_id, sites, lines, devices, confirmed, registrations) \
            SELECT tenant_id, SUM(sites), SUM(lines), SUM(devices), SUM(confirmed), SUM(registrations) \
            FROM gone GROUP BY tenant_id";
        let done = self.tx().execute_unprepared(sql).await?;
        Ok(done.rows_affected())
    }
}
