//! Archives of all that is kept of a customer.

use cordboard_types::{TenantId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, DatabaseBackend, FromQueryResult, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, System, Tenant,
    entity::customer_export::{self, Column as C},
    erasure::{AUDIT, TABLES, Table},
    parse,
};

/// Milliseconds after which an export that never ended is begun again.
const STUCK: i64 = 60 * 60 * 1000;

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportState {
    /// It has not begun.
    Waiting,
    /// It is being written.
    Running,
    /// It can be fetched.
    Done,
    /// It could not be written.
    Failed,
}

/// An archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Its id.
    pub id: Uuid,
    /// How far it is.
    pub state: ExportState,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// By whom.
    pub requested_by: String,
    /// When it was finished.
    pub finished_at: Option<Timestamp>,
    /// Rows in it.
    pub rows: u64,
    /// Bytes of it.
    pub bytes: u64,
    /// SHA-256 of it in hexadecimal digits.
    pub sha256: Option<String>,
}

#[derive(FromQueryResult)]
struct Column {
    name: String,
}

#[derive(FromQueryResult)]
struct Line {
    line: String,
}

impl Tenant {
    /// Asks for an archive.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn request_export(&self, by: &str) -> Result<Uuid> {
        let id = Uuid::now_v7();
        self.open
            .insert(customer_export::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id),
                state: Set("waiting".to_owned()),
                requested_at: Set(self.now().0),
                requested_by: Set(by.to_owned()),
                row_count: Set(0),
                bytes: Set(0),
                ..Default::default()
            })
            .await?;
        Ok(id)
    }

    /// The archives, newest first.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn exports(&self, page: &PageRequest) -> Result<Paged<Export>> {
        use sea_orm::QuerySelect;
        let mut query = self.find::<customer_export::Entity>().order_by_desc(C::Id).limit(page.limit());
        if let Some(before) = page.key::<Uuid>()? {
            query = query.filter(C::Id.lt(before));
        }
        let rows = query.all(self.tx()).await?.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.id)
    }

    /// One archive.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn export(&self, id: Uuid) -> Result<Export> {
        let row = self.find::<customer_export::Entity>().filter(C::Id.eq(id)).one(self.tx()).await?;
        read(row.ok_or(StoreError::NotFound)?)
    }

    /// Whether there is a finished archive.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn has_export(&self) -> Result<bool> {
        let done = self.find::<customer_export::Entity>().filter(C::State.eq("done"));
        Ok(done.one(self.tx()).await?.is_some())
    }

    /// Begins to write an archive; `false` when somebody else does already, or it is done.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn begin_export(&self, id: Uuid) -> Result<bool> {
        let sql = "UPDATE customer_export SET state = 'running', started_at = $3 WHERE tenant_id = $1 AND id = $2 \
            AND (state = 'waiting' OR (state = 'running' AND started_at < $4))";
        let now = self.now();
        let values = vec![id.into(), now.0.into(), now.plus(-STUCK).0.into()];
        Ok(self.run(sql, values).await? == 1)
    }

    /// Ends an archive: with its rows, bytes and digest, or without.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_export(&self, id: Uuid, written: Option<(u64, u64, &str)>) -> Result<()> {
        let (state, rows, bytes, sha256) = match written {
            Some((rows, bytes, sha256)) => ("done", rows, bytes, Some(sha256)),
            None => ("failed", 0, 0, None),
        };
        let sql = "UPDATE customer_export SET state = $3, finished_at = $4, row_count = $5, bytes = $6, sha256 = $7 \
            WHERE tenant_id = $1 AND id = $2";
        let values = vec![
            id.into(),
            state.into(),
            self.now().0.into(),
            parse::number::<_, i64>(rows)?.into(),
            parse::number::<_, i64>(bytes)?.into(),
            sha256.into(),
        ];
        self.run(sql, values).await?;
        Ok(())
    }

    /// The customer's rows of one table as JSON objects, one a line; nothing of a table whose rows are secrets or
    /// digests of them.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn exported_rows(&self, table: &Table) -> Result<Vec<String>> {
        if !table.exported {
            return Ok(Vec::new());
        }
        let (name, condition) = (table.name, table.of.condition());
        let object = match self.open.store.backend() {
            DatabaseBackend::Postgres => "CAST(to_jsonb(t) AS TEXT)".to_owned(),
            _ => self.json_object(name).await?,
        };
        let sql = format!("SELECT {object} AS line FROM \"{name}\" t WHERE {condition}");
        Ok(self.rows::<Line>(&sql, vec![]).await?.into_iter().map(|row| row.line).collect())
    }

    /// SQLite has no row as JSON: built of its columns, bytes in hexadecimal digits.
    async fn json_object(&self, table: &str) -> Result<String> {
        let sql = format!("SELECT name FROM pragma_table_info('{table}') WHERE $1 IS NOT NULL ORDER BY cid");
        let columns = self.rows::<Column>(&sql, vec![]).await?;
        let pair = |Column { name }: &Column| {
            format!(
                "'{name}', CASE typeof(t.\"{name}\") WHEN 'blob' THEN lower(hex(t.\"{name}\")) ELSE t.\"{name}\" END"
            )
        };
        Ok(format!("json_object({})", columns.iter().map(pair).collect::<Vec<_>>().join(", ")))
    }

    /// The tables whose rows an archive holds, in its order.
    pub fn exported_tables() -> impl Iterator<Item = &'static Table> {
        TABLES.iter().filter(|table| table.exported).chain(std::iter::once(&AUDIT))
    }
}

impl System {
    /// Archives nobody writes at the moment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn waiting_exports(&self) -> Result<Vec<(TenantId, Uuid)>> {
        use sea_orm::Condition;
        let stuck =
            Condition::all().add(C::State.eq("running")).add(C::StartedAt.lt(self.now().plus(-STUCK).0));
        let open = Condition::any().add(C::State.eq("waiting")).add(stuck);
        let rows = self.find::<customer_export::Entity>().filter(open).order_by_asc(C::RequestedAt);
        let rows = rows.all(self.tx()).await?;
        Ok(rows.into_iter().map(|row| (TenantId(row.tenant_id), row.id)).collect())
    }
}

fn read(row: customer_export::Model) -> Result<Export> {
    Ok(Export {
        id: row.id,
        state: match row.state.as_str() {
            "waiting" => ExportState::Waiting,
            "running" => ExportState::Running,
            "done" => ExportState::Done,
            "failed" => ExportState::Failed,
            _ => return Err(StoreError::Corrupt("export state")),
        },
        requested_at: Timestamp(row.requested_at),
        requested_by: row.requested_by,
        finished_at: row.finished_at.map(Timestamp),
        rows: parse::number(row.row_count)?,
        bytes: parse::number(row.bytes)?,
        sha256: row.sha256,
    })
}
