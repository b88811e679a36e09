//! Connecting: one code base for SQLite (embedded default) and Postgres.

use std::{sync::Arc, time::Duration};

use cordboard_migrations::Migrator;
use cordboard_types::Timestamp;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, DbErr};
use sea_orm_migration::MigratorTrait;
use tokio::sync::broadcast;

use crate::{
    Notice, Result, StoreError, clock,
    seal::{MasterKeys, Sealer},
    statements,
};

/// Connections to one database, and what every context needs beside them.
///
/// On SQLite there is one writing connection, so writers queue here instead of failing with "locked", and
/// readers never wait for them (WAL).
#[derive(Clone)]
pub struct Store {
    pub(crate) readers: DatabaseConnection,
    pub(crate) writer: DatabaseConnection,
    pub(crate) sealer: Arc<Sealer>,
    notices: broadcast::Sender<Notice>,
    commits: broadcast::Sender<Notice>,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Connects to `sqlite://path` or `postgres://…` with the keys that open its secrets.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn connect(url: &str, keys: MasterKeys) -> Result<Self> {
        let (mut readers, mut writer) = if url.starts_with("sqlite:") {
            (sqlite(url, 4).await?, sqlite(url, 1).await?)
        } else {
            let pool = Database::connect(options(url, 16)).await?;
            (pool.clone(), pool)
        };
        statements::watch(&mut readers);
        statements::watch(&mut writer);
        let (notices, commits) = (broadcast::channel(4096).0, broadcast::channel(4096).0);
        let sealer = Arc::new(Sealer::new(keys));
        Ok(Self { readers, writer, sealer, notices, commits, now: Arc::new(clock::system_now) })
    }

    /// The same store with a clock of the caller's, for tests.
    #[must_use]
    pub fn with_clock(mut self, now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }

    /// Brings the schema up to date; returns how many changes were applied.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`] when the database is ahead of this program; a failed change.
    pub async fn migrate(&self) -> Result<usize> {
        self.check_schema().await?;
        let pending = Migrator::get_pending_migrations(&self.writer).await?.len();
        Migrator::up(&self.writer, None).await?;
        Ok(pending)
    }

    /// Takes every change back: an empty database. For tests of the way down.
    ///
    /// # Errors
    /// A failed change.
    pub async fn unmigrate(&self) -> Result<()> {
        Ok(Migrator::down(&self.writer, None).await?)
    }

    /// Refuses a schema this program does not know.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`].
    pub async fn check_schema(&self) -> Result<()> {
        Migrator::install(&self.writer).await?;
        let applied = Migrator::get_migration_models(&self.writer).await?;
        let known: Vec<_> = Migrator::migrations().iter().map(|m| m.name().to_owned()).collect();
        match applied.into_iter().find(|row| !known.contains(&row.version)) {
            Some(row) => Err(StoreError::NewerSchema(row.version)),
            None => Ok(()),
        }
    }

    /// How many changes the schema lacks.
    ///
    /// # Errors
    /// [`StoreError::NewerSchema`]; a database that does not answer.
    pub async fn pending_migrations(&self) -> Result<usize> {
        self.check_schema().await?;
        Ok(Migrator::get_pending_migrations(&self.writer).await?.len())
    }

    /// Connections of the reading pool: open ones, and those of them in use.
    #[must_use]
    pub fn connections(&self) -> (u32, u32) {
        let (open, idle) = match self.backend() {
            DatabaseBackend::Sqlite => {
                let pool = self.readers.get_sqlite_connection_pool();
                (pool.size(), pool.num_idle())
            }
            _ => {
                let pool = self.readers.get_postgres_connection_pool();
                (pool.size(), pool.num_idle())
            }
        };
        (open, open.saturating_sub(u32::try_from(idle).unwrap_or(open)))
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ping(&self) -> Result<()> {
        self.readers.execute_unprepared("SELECT 1").await?;
        Ok(())
    }

    /// Notices of every commit made through this store, and of those other replicas sent.
    #[must_use]
    pub fn notices(&self) -> broadcast::Receiver<Notice> {
        self.notices.subscribe()
    }

    /// Notices of the commits made through this store alone, for the bus that tells other replicas.
    #[must_use]
    pub fn commits(&self) -> broadcast::Receiver<Notice> {
        self.commits.subscribe()
    }

    pub(crate) fn committed(&self, notice: Notice) {
        drop(self.commits.send(notice));
        self.forward(notice);
    }

    /// Passes on a notice another replica sent.
    pub fn forward(&self, notice: Notice) {
        // Nobody listening is no error: the notice only saves a poll.
        drop(self.notices.send(notice));
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// Opens sealed values.
    #[must_use]
    pub fn sealer(&self) -> &Arc<Sealer> {
        &self.sealer
    }

    /// Whether the database is embedded: this is the only process that uses it.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.backend() == DatabaseBackend::Sqlite
    }

    /// Which database it is.
    #[must_use]
    pub fn backend(&self) -> DatabaseBackend {
        self.writer.get_database_backend()
    }
}

fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).acquire_timeout(Duration::from_secs(10)).sqlx_logging(false);
    // Without limits of age the pool (sqlx-core 0.9.0) starts no maintenance task. That task counts down from a
    // number of idle connections that may wrap below zero while others take one, and then never lets go of its
    // thread; connections are tested before use anyway.
    options.idle_timeout(None).max_lifetime(None);
    options
}

async fn sqlite(url: &str, connections: u32) -> std::result::Result<DatabaseConnection, DbErr> {
    let mut options = options(url, connections);
    options.map_sqlx_sqlite_opts(|sqlite| {
        use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
        sqlite
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Normal)
            .busy_timeout(Duration::from_secs(10))
    });
    Database::connect(options).await
}
