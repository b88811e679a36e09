//! The list of what is erased is the schema's.

use std::collections::BTreeSet;

use cordboard_store::{
    erasure::{KEPT, TABLES},
    testing::on_each_url,
};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, Statement};

const SQLITE: &str = "SELECT DISTINCT m.name AS line FROM sqlite_master m JOIN pragma_table_info(m.name) c \
    WHERE m.type = 'table' AND c.name IN ('tenant_id', 'node_id')";
const POSTGRES: &str = "SELECT DISTINCT table_name AS line FROM information_schema.columns \
    WHERE table_schema = 'public' AND column_name IN ('tenant_id', 'node_id')";

/// Tables of customers that have neither column.
const OTHERS: &[&str] = &["node", "person"];

#[tokio::test]
async fn every_table_with_rows_of_customers_is_erased_or_kept_on_purpose() {
    on_each_url(async |url| {
        let database = Database::connect(&url).await?;
        let backend = database.get_database_backend();
        let sql = if backend == DatabaseBackend::Postgres { POSTGRES } else { SQLITE };
        let rows = database.query_all_raw(Statement::from_string(backend, sql)).await?;
        let schema: BTreeSet<String> = rows.iter().map(|row| row.try_get("", "line").unwrap()).collect();
        let listed = TABLES.iter().map(|table| table.name).chain(KEPT.iter().copied());
        let listed: BTreeSet<String> =
            listed.filter(|name| !OTHERS.contains(name)).map(str::to_owned).collect();
        assert_eq!(listed, schema, "a new table goes into `TABLES` or `KEPT` of erasure.rs");
        Ok(())
    })
    .await
    .unwrap();
}
