//! Reading the log: newest first in pages, oldest first in batches for an export.

use cordboard_types::{NodeId, TenantId, Timestamp};
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use super::Chain;
use crate::{
    PageRequest, Paged, Result, System, Tenant,
    entity::audit::{Column as C, Entity, Model},
};

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The customer whose chain it is in; none for the platform's.
    pub tenant: Option<TenantId>,
    /// Its number in the chain.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// What the rows of one request share.
    pub operation: Option<Uuid>,
    /// Id of the actor, when it was a person.
    pub actor_id: Option<Uuid>,
    /// Name of the actor.
    pub actor: String,
    /// Whom they acted for.
    pub on_behalf_of: Option<(Uuid, String)>,
    /// What was shown.
    pub credential: String,
    /// Address it came from.
    pub ip: String,
    /// The program it came from.
    pub user_agent: String,
    /// Id of the request.
    pub request_id: String,
    /// A stable word.
    pub action: String,
    /// Kind of what it was done to.
    pub target_kind: String,
    /// Id of what it was done to.
    pub target_id: Option<Uuid>,
    /// `opened`, `done`, `denied` or `failed`.
    pub outcome: String,
    /// Why it was denied or failed.
    pub code: Option<String>,
    /// What changed, as JSON.
    pub detail: String,
}

/// Which rows; all that are named must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Beginning of the actor's name.
    pub actor: Option<String>,
    /// Beginning of the action.
    pub action: Option<String>,
    /// What it was done to.
    pub target: Option<Uuid>,
    /// How it ended.
    pub outcome: Option<String>,
    /// From then on.
    pub from: Option<Timestamp>,
    /// Before then.
    pub to: Option<Timestamp>,
}

/// Which part of the platform's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// All of it.
    Platform,
    /// What concerns one provider or reseller.
    Node(NodeId),
}

/// After every text that begins with the prefix, in the order of bytes.
fn end_of(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

impl Filter {
    fn apply(&self, mut query: Select<Entity>) -> Select<Entity> {
        for (column, prefix) in [(C::ActorName, &self.actor), (C::Action, &self.action)] {
            if let Some(prefix) = prefix {
                query = query.filter(column.gte(prefix.as_str())).filter(column.lt(end_of(prefix)));
            }
        }
        if let Some(target) = self.target {
            query = query.filter(C::TargetId.eq(target));
        }
        if let Some(outcome) = &self.outcome {
            query = query.filter(C::Outcome.eq(outcome.as_str()));
        }
        if let Some(from) = self.from {
            query = query.filter(C::At.gte(from.0));
        }
        match self.to {
            Some(to) => query.filter(C::At.lt(to.0)),
            None => query,
        }
    }

    pub(crate) fn newest(&self, query: Select<Entity>, page: &PageRequest) -> Result<Select<Entity>> {
        let query = self.apply(query).order_by_desc(C::Seq).limit(page.limit());
        Ok(match page.key::<i64>()? {
            Some(before) => query.filter(C::Seq.lt(before)),
            None => query,
        })
    }

    fn oldest(&self, query: Select<Entity>, after: i64, most: u64) -> Select<Entity> {
        self.apply(query).filter(C::Seq.gt(after)).order_by_asc(C::Seq).limit(most)
    }
}

impl Tenant {
    /// The tenant's rows, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn audit_rows(&self, page: &PageRequest) -> Result<Paged<Row>> {
        self.audit_page(&Filter::default(), page).await
    }

    /// The tenant's rows of a filter, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn audit_page(&self, filter: &Filter, page: &PageRequest) -> Result<Paged<Row>> {
        let rows = filter.newest(self.find::<Entity>(), page)?.all(self.tx()).await?;
        Ok(page.cut(rows, |row| row.seq)?.map(read))
    }

    /// At most `most` rows of a filter that come after a number, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit_batch(&self, filter: &Filter, after: i64, most: u64) -> Result<Vec<Row>> {
        let rows = filter.oldest(self.find::<Entity>(), after, most).all(self.tx()).await?;
        Ok(rows.into_iter().map(read).collect())
    }
}

impl System {
    /// The platform's rows of a filter, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn audit_page(&self, scope: Scope, filter: &Filter, page: &PageRequest) -> Result<Paged<Row>> {
        let rows = filter.newest(self.of_platform(scope), page)?.all(self.tx()).await?;
        Ok(page.cut(rows, |row| row.seq)?.map(read))
    }

    /// At most `most` of the platform's rows of a filter that come after a number, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit_batch(
        &self,
        scope: Scope,
        filter: &Filter,
        after: i64,
        most: u64,
    ) -> Result<Vec<Row>> {
        let rows = filter.oldest(self.of_platform(scope), after, most).all(self.tx()).await?;
        Ok(rows.into_iter().map(read).collect())
    }

    pub(crate) fn of_platform(&self, scope: Scope) -> Select<Entity> {
        let rows = self.find::<Entity>().filter(C::ChainId.eq(Chain::PLATFORM.0));
        match scope {
            Scope::Platform => rows,
            Scope::Node(node) => rows.filter(C::NodeId.eq(node.0)),
        }
    }
}

fn read(row: Model) -> Row {
    Row {
        tenant: Chain(row.chain_id).tenant(),
        seq: row.seq,
        at: Timestamp(row.at),
        operation: row.operation_id,
        actor_id: row.actor_id,
        actor: row.actor_name,
        on_behalf_of: row.behalf_id.zip(row.behalf_name),
        credential: row.credential,
        ip: row.ip,
        user_agent: row.user_agent,
        request_id: row.request_id,
        action: row.action,
        target_kind: row.target_kind,
        target_id: row.target_id,
        outcome: row.outcome,
        code: row.error_code,
        detail: row.detail,
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ConnectionTrait, DatabaseBackend, QueryTrait, Statement};
    use zeroize::Zeroizing;

    use super::*;
    use crate::{MasterKeys, Store};

    /// Each of the sixty-four combinations.
    fn filters() -> impl Iterator<Item = Filter> {
        (0..64_u32).map(|bits| {
            let text = |bit: u32| (bits & bit != 0).then(|| "done".to_owned());
            let time = |bit: u32| (bits & bit != 0).then_some(Timestamp(7));
            Filter {
                actor: text(1),
                action: text(2),
                target: (bits & 4 != 0).then(Uuid::nil),
                outcome: text(8),
                from: time(16),
                to: time(32),
            }
        })
    }

    #[tokio::test]
    async fn every_combination_is_one_query_along_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("plan.db").display());
        let keys = MasterKeys::new([("test".to_owned(), Zeroizing::new(vec![7; 32]))]).unwrap();
        let store = Store::connect(&url, keys).await.unwrap();
        store.migrate().await.unwrap();
        let system = store.system_read("test").await.unwrap();
        for filter in filters() {
            for scope in [Scope::Platform, Scope::Node(NodeId::new())] {
                let query = filter.newest(system.of_platform(scope), &PageRequest::default()).unwrap();
                let Statement { sql, values, .. } = query.build(DatabaseBackend::Sqlite);
                let sql = format!("EXPLAIN QUERY PLAN {sql}");
                let plan = Statement { sql, values, db_backend: DatabaseBackend::Sqlite };
                let rows = system.tx().query_all_raw(plan).await.unwrap();
                let steps: Vec<String> = rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect();
                assert!(steps[0].starts_with("SEARCH audit USING INDEX"), "{filter:?} {steps:?}");
                assert!(steps.iter().all(|step| !step.starts_with("SCAN")), "{filter:?} {steps:?}");
            }
        }
    }
}
