//! SQL text of one tenant or subtree: `$1` is always the tenant or the node on top, so a text that forgets it does not run.

use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement, Value};
use uuid::Uuid;

use crate::{PageRequest, Result, Subtree, Tenant, context::Open};

impl Tenant {
    /// The rows of a query; `values` follow from `$2` on.
    pub(crate) async fn rows<T: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Vec<T>> {
        self.open.rows(self.id().0, sql, values).await
    }

    /// Runs a statement; returns how many rows it reached.
    pub(crate) async fn run(&self, sql: &str, values: Vec<Value>) -> Result<u64> {
        let done = self.tx().execute_raw(self.open.statement(self.id().0, sql, values)).await?;
        Ok(done.rows_affected())
    }
}

impl Subtree {
    /// The rows of a query; `$1` is the node on top, `values` follow from `$2` on.
    pub(crate) async fn rows<T: FromQueryResult>(&self, sql: &str, values: Vec<Value>) -> Result<Vec<T>> {
        self.open.rows(self.root().0, sql, values).await
    }
}

impl Open {
    async fn rows<T: FromQueryResult>(&self, first: Uuid, sql: &str, values: Vec<Value>) -> Result<Vec<T>> {
        Ok(T::find_by_statement(self.statement(first, sql, values)).all(&self.tx).await?)
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.tx.get_database_backend()
    }

    pub(crate) fn statement(&self, first: Uuid, sql: &str, values: Vec<Value>) -> Statement {
        let values = std::iter::once(Value::from(first)).chain(values);
        Statement::from_sql_and_values(self.backend(), sql, values)
    }
}

/// The number of rows to ask for: one more than the page has.
pub(crate) fn limit(page: &PageRequest) -> Value {
    i64::try_from(page.limit()).unwrap_or(i64::MAX).into()
}

/// `$<from>,$<from+1>,…` for the list of an `IN`; never for an empty one.
pub(crate) fn places(from: usize, count: usize) -> String {
    (from..from.saturating_add(count)).map(|place| format!("${place}")).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    #[test]
    fn places_count_on() {
        assert_eq!(super::places(3, 3), "$3,$4,$5");
    }
}
