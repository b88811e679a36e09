//! The way up, the way down and the way up again.

use cordboard_store::testing::{connect, on_each_url};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, Statement};

const SQLITE: &str = "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') AS line FROM sqlite_master \
    WHERE name NOT LIKE 'seaql%' AND name NOT LIKE 'sqlite_%' ORDER BY 1";
const POSTGRES: &str = "SELECT line FROM ( \
    SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || \
        COALESCE(column_default, '') AS line FROM information_schema.columns WHERE table_schema = 'public' \
    UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' \
    UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint \
        WHERE connamespace = 'public'::regnamespace \
    UNION ALL SELECT 'policy ' || tablename || ' ' || policyname || ' ' || qual FROM pg_policies \
    UNION ALL SELECT 'security ' || relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity FROM pg_class \
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' \
    UNION ALL SELECT 'function ' || proname || ' ' || prosrc FROM pg_proc \
        WHERE pronamespace = 'public'::regnamespace \
    UNION ALL SELECT 'trigger ' || tgname || ' ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal \
    ) AS lines WHERE line NOT LIKE '%seaql%' ORDER BY 1";

async fn schema(url: &str) -> Vec<String> {
    let database = Database::connect(url).await.unwrap();
    let backend = database.get_database_backend();
    let sql = if backend == DatabaseBackend::Postgres { POSTGRES } else { SQLITE };
    let rows = database.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    database.close().await.unwrap();
    rows.iter().map(|row| row.try_get("", "line").unwrap()).collect()
}

#[tokio::test]
async fn up_down_up_is_the_same_schema() {
    on_each_url(async |url| {
        let up = schema(&url).await;
        assert!(up.iter().any(|line| line.contains("directory_mac")), "the template is migrated");
        let store = connect(&url).await?;
        store.unmigrate().await?;
        assert_eq!(schema(&url).await, Vec::<String>::new(), "the way down leaves nothing");
        assert!(store.migrate().await? > 0);
        assert_eq!(schema(&url).await, up);
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_newer_schema_is_refused() {
    on_each_url(async |url| {
        let database = Database::connect(&url).await?;
        database
            .execute_unprepared("INSERT INTO seaql_migrations (version, applied_at) VALUES ('9999_later', 0)")
            .await?;
        let refused = connect(&url).await?.migrate().await.unwrap_err();
        assert_eq!(
            refused.to_string(),
            "the database has a newer schema (9999_later) than this program knows"
        );
        Ok(())
    })
    .await
    .unwrap();
}
