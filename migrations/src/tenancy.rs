//! Row-level security: the second net under the contexts, on Postgres.
//!
//! A context sets `cordboard.tenant`, `cordboard.subtree` or `cordboard.system` for its transaction; a row
//! whose tenant none of them covers does not exist for it. Forced, so that it holds for the owner too; the
//! server must not connect as a superuser.

use sea_orm_migration::{
    MigrationName, MigrationTrait, SchemaManager,
    async_trait::async_trait,
    sea_orm::{ConnectionTrait, DatabaseBackend, DbErr},
};

/// Tables whose rows belong to a tenant.
pub const TENANT_TABLES: &[&str] = &[
    "customer",
    "site",
    "secret",
    "pbx_user",
    "line",
    "credential_set",
    "device",
    "fetch",
    "target",
    "draft_change",
    "draft_target",
    "release",
    "release_file",
    "release_blob",
    "agent",
    "registration",
    "call_record",
    "stored_report",
    "site_state",
];

const VISIBLE: &str = r"
CREATE FUNCTION cordboard_visible(tenant UUID) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_setting('cordboard.system', true) = 'on'
        OR tenant = nullif(current_setting('cordboard.tenant', true), '')::uuid
        OR EXISTS (
            SELECT 1 FROM node_closure
            WHERE ancestor_id = nullif(current_setting('cordboard.subtree', true), '')::uuid
              AND descendant_id = tenant)
$$";

pub(crate) struct RowLevelSecurity;

impl MigrationName for RowLevelSecurity {
    fn name(&self) -> &str {
        "0009_row_level_security"
    }
}

#[async_trait]
impl MigrationTrait for RowLevelSecurity {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DatabaseBackend::Postgres {
            return Ok(());
        }
        let connection = manager.get_connection();
        connection.execute_unprepared(VISIBLE).await?;
        for table in TENANT_TABLES {
            for statement in [
                format!("ALTER TABLE \"{table}\" ENABLE ROW LEVEL SECURITY"),
                format!("ALTER TABLE \"{table}\" FORCE ROW LEVEL SECURITY"),
                format!("CREATE POLICY tenancy ON \"{table}\" USING (cordboard_visible(tenant_id))"),
            ] {
                connection.execute_unprepared(&statement).await?;
            }
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DatabaseBackend::Postgres {
            return Ok(());
        }
        let connection = manager.get_connection();
        for table in TENANT_TABLES {
            for statement in [
                format!("DROP POLICY tenancy ON \"{table}\""),
                format!("ALTER TABLE \"{table}\" NO FORCE ROW LEVEL SECURITY"),
                format!("ALTER TABLE \"{table}\" DISABLE ROW LEVEL SECURITY"),
            ] {
                connection.execute_unprepared(&statement).await?;
            }
        }
        connection.execute_unprepared("DROP FUNCTION cordboard_visible(UUID)").await?;
        Ok(())
    }
}
