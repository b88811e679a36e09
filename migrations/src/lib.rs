//! The database schema: one change a number, up and down, for SQLite and Postgres.
//!
//! A change is plain SQL in `sql/<number>_<name>.up.sql` and `.down.sql`. The few types that differ are
//! written in Postgres' words and translated ([`dialect`]). What only one database has stands between
//! `--postgres` or `--sqlite` and `--end`. Expand first, contract a release later, so that old and new
//! binaries run side by side.

#![allow(elided_lifetimes_in_paths, reason = "the migration trait spells SchemaManager without its lifetime")]

mod change;
pub mod dialect;
mod tenancy;

pub use tenancy::tenant_tables;

use sea_orm_migration::{MigrationTrait, MigratorTrait};

use change::Change;

/// Applies and takes back changes.
#[derive(Debug)]
pub struct Migrator;

macro_rules! changes {
    ($($name:literal),+ $(,)?) => {
        vec![$(Box::new(Change {
            name: $name,
            up: include_str!(concat!("sql/", $name, ".up.sql")),
            down: include_str!(concat!("sql/", $name, ".down.sql")),
        }) as Box<dyn MigrationTrait>),+]
    };
}

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut all = changes![
            "0001_organisation",
            "0002_people",
            "0003_secrets",
            "0004_lines",
            "0005_devices",
            "0006_releases",
            "0007_agents",
            "0008_audit",
        ];
        all.push(Box::new(tenancy::RowLevelSecurity));
        all.extend(changes!["0010_identity", "0011_audit_chain"]);
        all.push(Box::new(tenancy::PBX_USERS));
        all.extend(changes!["0014_organisation", "0015_search_and_tally", "0016_overview"]);
        all
    }
}
