//! Contexts: the only way to a query. Each one is an open transaction that commits or leaves no trace.

use std::sync::Mutex;

use cordboard_types::{NodeId, TenantId, Timestamp};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseConnection,
    DatabaseTransaction, DeleteMany, EntityTrait, IntoActiveModel, IsolationLevel, QueryFilter, Select,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, UpdateMany,
};

use crate::{
    Notice, Result, Store, Subject,
    audit::{Operation, Queued},
    entity::TenantEntity,
};

/// The transaction behind every context.
pub(crate) struct Open {
    pub(crate) tx: DatabaseTransaction,
    pub(crate) store: Store,
    notices: Mutex<Vec<Notice>>,
    /// Rows of the audit log, written last: whoever appends to a chain holds it, and so holds it for short.
    pub(crate) audit: Mutex<Vec<Queued>>,
}

impl Open {
    async fn reading(store: &Store, setting: &str, value: &str) -> Result<Self> {
        Self::begin(store, &store.readers, TransactionOptions::default(), setting, value).await
    }

    /// On SQLite the write lock is taken at once: a transaction that reads first and then finds that another process
    /// has written in between (`cordboard admin` beside a server) could only fail.
    async fn writing(store: &Store, setting: &str, value: &str) -> Result<Self> {
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        let options = TransactionOptions { sqlite_transaction_mode, ..TransactionOptions::default() };
        Self::begin(store, &store.writer, options, setting, value).await
    }

    async fn begin(
        store: &Store,
        on: &DatabaseConnection,
        options: TransactionOptions,
        setting: &str,
        value: &str,
    ) -> Result<Self> {
        Self::within(on.begin_with_options(options).await?, store, setting, value).await
    }

    async fn within(tx: DatabaseTransaction, store: &Store, setting: &str, value: &str) -> Result<Self> {
        if tx.get_database_backend() == DatabaseBackend::Postgres {
            let values = [format!("cordboard.{setting}").into(), value.into()];
            let sql = "SELECT set_config($1, $2, true)";
            tx.execute_raw(Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, values)).await?;
        }
        Ok(Self { tx, store: store.clone(), notices: Mutex::default(), audit: Mutex::default() })
    }

    async fn commit(self) -> Result<()> {
        let closed = self.append_audit().await?;
        self.tx.commit().await?;
        closed.iter().for_each(Operation::close);
        for notice in self.notices.into_inner().unwrap_or_default() {
            self.store.committed(notice);
        }
        Ok(())
    }

    fn notify(&self, notice: Notice) {
        if let Ok(mut notices) = self.notices.lock()
            && !notices.contains(&notice)
        {
            notices.push(notice);
        }
    }

    pub(crate) async fn insert<E, A>(&self, row: A) -> Result<()>
    where
        E: EntityTrait,
        A: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
        E::Model: IntoActiveModel<A>,
    {
        E::insert(row).exec_without_returning(&self.tx).await?;
        Ok(())
    }
}

/// One customer's rows, for reading and writing.
pub struct Tenant {
    pub(crate) open: Open,
    id: TenantId,
}

impl Tenant {
    /// The customer.
    #[must_use]
    pub fn id(&self) -> TenantId {
        self.id
    }

    /// Tells the rest of the system after the commit that something changed.
    pub fn notify(&self, subject: Subject) {
        self.open.notify(Notice { tenant: Some(self.id), subject });
    }

    pub(crate) fn find<E: TenantEntity>(&self) -> Select<E> {
        #[allow(clippy::disallowed_methods, reason = "this is the context the rule points to")]
        E::find().filter(E::tenant_column().eq(self.id.0))
    }

    pub(crate) fn update<E: TenantEntity>(&self) -> UpdateMany<E> {
        #[allow(clippy::disallowed_methods, reason = "this is the context the rule points to")]
        E::update_many().filter(E::tenant_column().eq(self.id.0))
    }

    pub(crate) fn delete<E: TenantEntity>(&self) -> DeleteMany<E> {
        #[allow(clippy::disallowed_methods, reason = "this is the context the rule points to")]
        E::delete_many().filter(E::tenant_column().eq(self.id.0))
    }
}

/// What a provider sees: the rows of every customer below a node. For lists, never for writing.
pub struct Subtree {
    pub(crate) open: Open,
    root: NodeId,
}

impl Subtree {
    /// The node.
    #[must_use]
    pub fn root(&self) -> NodeId {
        self.root
    }
}

/// Rows of no tenant, and finding out which tenant something belongs to. Every use names its reason.
pub struct System {
    pub(crate) open: Open,
}

impl System {
    /// Tells the rest of the system after the commit that something changed.
    pub fn notify(&self, notice: Notice) {
        self.open.notify(notice);
    }

    pub(crate) fn find<E: EntityTrait>(&self) -> Select<E> {
        #[allow(clippy::disallowed_methods, reason = "this is the context the rule points to")]
        E::find()
    }

    pub(crate) fn update<E: EntityTrait>(&self) -> UpdateMany<E> {
        #[allow(clippy::disallowed_methods, reason = "this is the context the rule points to")]
        E::update_many()
    }

    pub(crate) fn delete<E: EntityTrait>(&self) -> DeleteMany<E> {
        #[allow(clippy::disallowed_methods, reason = "this is the context the rule points to")]
        E::delete_many()
    }
}

macro_rules! transaction {
    ($($context:ident),+) => {
        $(impl $context {
            /// Makes it so, then sends the notices.
            ///
            /// # Errors
            /// When the database refuses; then nothing has happened.
            pub async fn commit(self) -> Result<()> {
                self.open.commit().await
            }

            /// The time now.
            #[must_use]
            pub fn now(&self) -> Timestamp {
                self.open.store.now()
            }

            #[allow(dead_code, reason = "each context offers the same; not every repository needs each")]
            pub(crate) fn tx(&self) -> &DatabaseTransaction {
                &self.open.tx
            }
        })+
    };
}

transaction!(Tenant, Subtree, System);

impl Store {
    /// Opens one customer's rows for reading.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn read(&self, tenant: TenantId) -> Result<Tenant> {
        let open = Open::reading(self, "tenant", &tenant.to_string()).await?;
        Ok(Tenant { open, id: tenant })
    }

    /// Opens one customer's rows for writing.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn write(&self, tenant: TenantId) -> Result<Tenant> {
        let open = Open::writing(self, "tenant", &tenant.to_string()).await?;
        Ok(Tenant { open, id: tenant })
    }

    /// Opens the rows of every customer below `root` for reading.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn subtree(&self, root: NodeId) -> Result<Subtree> {
        let open = Open::reading(self, "subtree", &root.to_string()).await?;
        Ok(Subtree { open, root })
    }

    /// Opens what belongs to no tenant, for writing. `reason` is for the log.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn system(&self, reason: &'static str) -> Result<System> {
        tracing::debug!(reason, "system context opened");
        Ok(System { open: Open::writing(self, "system", "on").await? })
    }

    /// Opens what belongs to no tenant, for reading. `reason` is for the log.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn system_read(&self, reason: &'static str) -> Result<System> {
        tracing::debug!(reason, "system context opened for reading");
        Ok(System { open: Open::reading(self, "system", "on").await? })
    }

    /// The same, seeing the database as it is at one moment (SQLite's readers always do). `reason` is for the log.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn system_snapshot(&self, reason: &'static str) -> Result<System> {
        tracing::debug!(reason, "system context opened for reading at one moment");
        let isolation =
            (self.backend() == DatabaseBackend::Postgres).then_some(IsolationLevel::RepeatableRead);
        let tx = self.readers.begin_with_config(isolation, None).await?;
        Ok(System { open: Open::within(tx, self, "system", "on").await? })
    }
}
