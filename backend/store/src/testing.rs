//! Fresh databases for tests of this crate and of those above it.
//!
//! Each test has databases of its own, copied from a migrated template: a file for SQLite; for Postgres
//! `CREATE DATABASE … TEMPLATE` on the server of `CORDBOARD_TEST_POSTGRES_URL`, whose role must not be a
//! superuser, or row-level security would not hold for it. Without that variable only SQLite is tested;
//! with `CORDBOARD_TEST_REQUIRE_SERVICES=1` that is a failure.

use std::{env, future::Future, io, path::Path};

use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};
use tempfile::TempDir;
use tokio::sync::OnceCell;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::{MasterKeys, Store, StoreError};

const TEMPLATE: &str = "cordboard_template";
/// Any number: every test process takes the same lock while it looks for the template.
const LOCK: i64 = 0x00c0_4db0;

/// Why there is no database to test on.
#[derive(Debug, thiserror::Error)]
pub enum TestError {
    /// A service that was asked for is not there.
    #[error("CORDBOARD_TEST_REQUIRE_SERVICES is set, but CORDBOARD_TEST_POSTGRES_URL is not")]
    NoPostgres,
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file.
    #[error(transparent)]
    File(#[from] io::Error),
}

impl From<DbErr> for TestError {
    fn from(error: DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// Runs a test on a fresh database of each kind there is.
///
/// # Errors
/// [`TestError`] when one cannot be made.
pub async fn on_each<F: Future<Output = ()>>(test: impl Fn(Store) -> F) -> Result<(), TestError> {
    on_each_url(async |url| {
        test(connect(&url).await?).await;
        Ok(())
    })
    .await
}

/// The same for tests that connect by themselves.
///
/// # Errors
/// [`TestError`] when one cannot be made.
pub async fn on_each_url(test: impl AsyncFn(String) -> Result<(), TestError>) -> Result<(), TestError> {
    let folder = tempfile::tempdir()?;
    test(sqlite(&folder).await?).await?;
    let Some(server) = postgres_server()? else { return Ok(()) };
    let name = format!("test_{}", Uuid::now_v7().simple());
    let admin = admin(&server).await?;
    make_template(&admin, &server).await?;
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {TEMPLATE}")).await?;
    test(named(&server, &name)).await?;
    admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await?;
    Ok(())
}

/// Connects with the keys of tests.
///
/// # Errors
/// When the database cannot be reached.
pub async fn connect(url: &str) -> Result<Store, TestError> {
    let keys = MasterKeys::new([("test".to_owned(), Zeroizing::new(vec![7; 32]))])?;
    Ok(Store::connect(url, keys).await?)
}

/// Runs statements as somebody who owns the database and respects nothing.
///
/// # Errors
/// When the database refuses one.
pub async fn tamper(url: &str, statements: &[&str]) -> Result<(), TestError> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).idle_timeout(None).max_lifetime(None).sqlx_logging(false);
    let database = Database::connect(options).await?;
    if url.starts_with("postgres") {
        database.execute_unprepared("SELECT set_config('cordboard.system', 'on', false)").await?;
    }
    for statement in statements {
        database.execute_unprepared(statement).await?;
    }
    Ok(database.close().await?)
}

async fn sqlite(folder: &TempDir) -> Result<String, TestError> {
    static TEMPLATE_FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
    let template = TEMPLATE_FILE.get_or_try_init(sqlite_template).await?;
    let path = folder.path().join("test.db");
    tokio::fs::write(&path, template).await?;
    Ok(sqlite_url(&path))
}

async fn sqlite_template() -> Result<Vec<u8>, TestError> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("template.db");
    let store = connect(&sqlite_url(&path)).await?;
    store.migrate().await?;
    close(store).await?;
    Ok(tokio::fs::read(&path).await?)
}

fn sqlite_url(path: &Path) -> String {
    format!("sqlite://{}?mode=rwc", path.display())
}

fn postgres_server() -> Result<Option<String>, TestError> {
    let required = env::var("CORDBOARD_TEST_REQUIRE_SERVICES").is_ok_and(|value| value == "1");
    match env::var("CORDBOARD_TEST_POSTGRES_URL") {
        Ok(url) => Ok(Some(url)),
        Err(_) if required => Err(TestError::NoPostgres),
        Err(_) => Ok(None),
    }
}

async fn admin(server: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(server);
    // One connection, so that the lock and its release meet in one session.
    options.max_connections(1).idle_timeout(None).max_lifetime(None).sqlx_logging(false);
    Database::connect(options).await
}

/// Makes the template unless another test has; it gets its name when it is whole.
async fn make_template(admin: &DatabaseConnection, server: &str) -> Result<(), TestError> {
    admin.execute_unprepared(&format!("SELECT pg_advisory_lock({LOCK})")).await?;
    let sql = format!("SELECT 1 FROM pg_database WHERE datname = '{TEMPLATE}'");
    let statement = sea_orm::Statement::from_string(sea_orm::DatabaseBackend::Postgres, sql);
    if admin.query_one_raw(statement).await?.is_none() {
        let unfinished = format!("{TEMPLATE}_{}", Uuid::now_v7().simple());
        admin.execute_unprepared(&format!("CREATE DATABASE {unfinished}")).await?;
        let store = connect(&named(server, &unfinished)).await?;
        store.migrate().await?;
        close(store).await?;
        admin.execute_unprepared(&format!("ALTER DATABASE {unfinished} RENAME TO {TEMPLATE}")).await?;
    }
    admin.execute_unprepared(&format!("SELECT pg_advisory_unlock({LOCK})")).await?;
    Ok(())
}

/// The same server, another database.
fn named(server: &str, database: &str) -> String {
    server.rsplit_once('/').map_or_else(|| server.to_owned(), |(base, _)| format!("{base}/{database}"))
}

async fn close(store: Store) -> Result<(), DbErr> {
    let Store { readers, writer, .. } = store;
    readers.close().await?;
    writer.close().await
}
