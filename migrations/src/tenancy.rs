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

use crate::change::{Change, run};

/// Tables of the first release whose rows belong to a tenant. Migration 9 covers them; later ones are in lists of
/// their own, because what a migration did does not change.
const FIRST_TABLES: &[&str] = &[
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

/// Tables of migration 12.
const PBX_TABLES: &[&str] = &[
    "user_group",
    "group_member",
    "gui_group",
    "group_grant",
    "pickup_group",
    "pickup_member",
    "hunt_group",
    "hunt_member",
    "search_term",
    "job",
    "user_import_row",
];

/// Tables of migration 14, which secures them itself.
const ORGANISATION_TABLES: &[&str] = &["customer_export"];

/// Tables of migration 15, which secures them itself.
const TALLY_TABLES: &[&str] = &["tally"];

/// Every table whose rows belong to a tenant, in the order they came.
#[must_use]
pub fn tenant_tables() -> Vec<&'static str> {
    [FIRST_TABLES, PBX_TABLES, ORGANISATION_TABLES, TALLY_TABLES].concat()
}

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
        secure(manager, FIRST_TABLES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() != DatabaseBackend::Postgres {
            return Ok(());
        }
        let connection = manager.get_connection();
        for table in FIRST_TABLES {
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

/// Puts tables under row-level security, on Postgres. Dropping a table takes it away again.
async fn secure(manager: &SchemaManager<'_>, tables: &[&str]) -> Result<(), DbErr> {
    if manager.get_database_backend() != DatabaseBackend::Postgres {
        return Ok(());
    }
    for table in tables {
        for statement in [
            format!("ALTER TABLE \"{table}\" ENABLE ROW LEVEL SECURITY"),
            format!("ALTER TABLE \"{table}\" FORCE ROW LEVEL SECURITY"),
            format!("CREATE POLICY tenancy ON \"{table}\" USING (cordboard_visible(tenant_id))"),
        ] {
            manager.get_connection().execute_unprepared(&statement).await?;
        }
    }
    Ok(())
}

/// A change that brings tables of tenants.
pub(crate) struct WithTenantTables {
    change: Change,
    tables: &'static [&'static str],
}

/// Users of the telephone system, their groups, and imports of them.
pub(crate) const PBX_USERS: WithTenantTables = WithTenantTables {
    change: Change {
        name: "0012_pbx_users",
        up: include_str!("sql/0012_pbx_users.up.sql"),
        down: include_str!("sql/0012_pbx_users.down.sql"),
    },
    tables: PBX_TABLES,
};

impl MigrationName for WithTenantTables {
    fn name(&self) -> &str {
        self.change.name
    }
}

#[async_trait]
impl MigrationTrait for WithTenantTables {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, self.change.up).await?;
        secure(manager, self.tables).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, self.change.down).await
    }
}
