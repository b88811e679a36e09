//! Limits of a customer: what it has, and what it may have.

use std::collections::HashMap;

use cordboard_domain::{limits, settings::in_force};
use cordboard_types::{LimitName, NodeId, NodeKind};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{Result, StoreError, Tenant, parse, settings::LIMIT};

/// Milliseconds over which the most calls at one time are looked for.
const CALLS_SEEN: i64 = 24 * 60 * 60 * 1000;

/// A limit with its usage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Usage {
    /// What it is about.
    pub name: LimitName,
    /// How many there are; none for what only an agent counts.
    pub used: Option<u64>,
    /// How many there may be; none without a limit.
    pub limit: Option<u64>,
    /// The node whose value is in force; none where licences or nobody decide.
    pub from: Option<(NodeId, NodeKind, String)>,
}

#[derive(FromQueryResult)]
struct Set {
    name: String,
    value: String,
    locked: bool,
    node_id: Uuid,
    kind: String,
    node_name: String,
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

#[derive(FromQueryResult)]
struct Call {
    started_at: i64,
    ended_at: i64,
}

/// The limits set on the way down to a customer.
struct Limits(HashMap<LimitName, Vec<Set>>);

impl Limits {
    fn own(&self, name: LimitName) -> Option<&Set> {
        in_force(self.0.get(&name).map(Vec::as_slice).unwrap_or_default(), |set| set.locked)
    }

    fn in_force(&self, name: LimitName) -> Option<u64> {
        limits::in_force(name, |name| self.own(name)?.value.parse().ok())
    }
}

impl Tenant {
    /// Refuses `adding` more of a kind than the customer may have. Holds the model until the commit, so that two
    /// who add at the same time do not pass each other.
    ///
    /// # Errors
    /// [`StoreError::Limit`].
    pub async fn check_limit(&self, kind: LimitName, adding: u32) -> Result<()> {
        self.lock_model().await?;
        let Some(limit) = self.limits().await?.in_force(kind) else { return Ok(()) };
        let used = self.used(kind).await?.unwrap_or(0);
        let fits = limits::fits(Some(limit), used, adding.into());
        if fits { Ok(()) } else { Err(StoreError::Limit { what: kind, limit, used }) }
    }

    /// Every limit with its usage.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn usage(&self) -> Result<Vec<Usage>> {
        let limits = self.limits().await?;
        let mut all = Vec::with_capacity(LimitName::ALL.len());
        for name in LimitName::ALL.iter().copied() {
            let set = limits.own(name);
            let limit = limits.in_force(name);
            let own = set.filter(|set| set.value.parse().ok() == limit);
            let from = own.map(from).transpose()?;
            all.push(Usage { name, used: self.used(name).await?, limit, from });
        }
        Ok(all)
    }

    async fn limits(&self) -> Result<Limits> {
        let sql = "SELECT s.name, s.value, s.locked, n.id AS node_id, n.kind, n.name AS node_name \
            FROM node_closure k JOIN node_setting s ON s.node_id = k.ancestor_id JOIN node n ON n.id = s.node_id \
            WHERE k.descendant_id = $1 AND s.name LIKE 'limit:%' ORDER BY k.depth DESC";
        let mut found: HashMap<_, Vec<Set>> = HashMap::new();
        for row in self.rows::<Set>(sql, vec![]).await? {
            if let Some(Ok(name)) = row.name.strip_prefix(LIMIT).map(LimitName::parse) {
                found.entry(name).or_default().push(row);
            }
        }
        Ok(Limits(found))
    }

    /// How many there are; `None` for what nothing here is counted by.
    async fn used(&self, kind: LimitName) -> Result<Option<u64>> {
        let sql = match kind {
            LimitName::Users => "SELECT COUNT(*) AS count FROM pbx_user WHERE tenant_id = $1",
            LimitName::Devices => {
                "SELECT COUNT(*) AS count FROM device WHERE tenant_id = $1 AND kind <> 'dect_handset'"
            }
            LimitName::DectHandsets => {
                "SELECT COUNT(*) AS count FROM device WHERE tenant_id = $1 AND kind = 'dect_handset'"
            }
            LimitName::StorageBytes => {
                "SELECT CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS count FROM customer_export WHERE tenant_id = $1"
            }
            LimitName::ParallelCalls => return self.most_calls().await.map(Some),
            LimitName::PbxT440
            | LimitName::PbxT640
            | LimitName::DectMulticellUpgrade
            | LimitName::DectManagerSmall
            | LimitName::DectManagerMulticell
            | LimitName::AmlMessaging
            | LimitName::AmlLocation => return Ok(None),
        };
        let row = self.rows::<Count>(sql, vec![]).await?.pop();
        row.map(|row| parse::number(row.count)).transpose()
    }

    /// The most calls at one time of the last day.
    async fn most_calls(&self) -> Result<u64> {
        let sql = "SELECT started_at, ended_at FROM call_record WHERE tenant_id = $1 AND started_at > $2";
        let since = self.now().plus(-CALLS_SEEN).0;
        let calls = self.rows::<Call>(sql, vec![since.into()]).await?;
        Ok(most_at_once(&calls))
    }
}

fn most_at_once(calls: &[Call]) -> u64 {
    let begins = calls.iter().map(|call| (call.started_at, 1_i64));
    // One that ends as another begins has made room for it.
    let mut steps: Vec<_> = begins.chain(calls.iter().map(|call| (call.ended_at, -1))).collect();
    steps.sort_unstable();
    let mut now = 0_i64;
    let most = steps.into_iter().map(|(_, step)| {
        now = now.saturating_add(step);
        now
    });
    u64::try_from(most.max().unwrap_or(0)).unwrap_or(0)
}

fn from(set: &Set) -> Result<(NodeId, NodeKind, String)> {
    let kind = NodeKind::parse(&set.kind).map_err(|_| StoreError::Corrupt("node kind"))?;
    Ok((NodeId(set.node_id), kind, set.node_name.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_that_overlap_are_counted_together() {
        let call = |started_at, ended_at| Call { started_at, ended_at };
        assert_eq!(most_at_once(&[]), 0);
        assert_eq!(most_at_once(&[call(0, 10), call(5, 15), call(10, 20), call(30, 40)]), 2);
    }
}
