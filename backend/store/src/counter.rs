//! Counters whose row lock puts commits in the order of their numbers: a reader that has seen `n` will never
//! meet a smaller number later.

use sea_orm::{ConnectionTrait, Statement};

use crate::{Result, StoreError, context::Open};

impl Open {
    /// The next number of counter `name`; holds its row until the commit.
    pub(crate) async fn next_number(&self, name: &str) -> Result<i64> {
        self.next_numbers(name, 1).await
    }

    /// Takes `count` numbers at once and returns the last of them; holds the row until the commit. With a
    /// count of 0 it only waits for its turn.
    pub(crate) async fn next_numbers(&self, name: &str, count: i64) -> Result<i64> {
        let backend = self.tx.get_database_backend();
        let sql = "UPDATE counter SET value = value + $2 WHERE name = $1 RETURNING value";
        let values = [name.into(), count.into()];
        let row = self.tx.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        row.ok_or(StoreError::Corrupt("counter"))?.try_get("", "value").map_err(Into::into)
    }
}
