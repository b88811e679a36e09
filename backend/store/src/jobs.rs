//! Long work in the background: one row a job, held by whoever has its lease.

use cordboard_types::{JobId, PersonId, TenantId, Timestamp};
use sea_orm::{ActiveValue::Set, ConnectionTrait, FromQueryResult, Statement};
use uuid::Uuid;

use crate::{Result, StoreError, Subject, System, Tenant, audit::Actor, entity::job, parse};

/// Milliseconds after which work nobody went on with is anybody's.
pub const LEASE_MS: i64 = 60_000;

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JobState {
    /// Its rows are being written.
    Reading,
    /// It waits for somebody to start it.
    Ready,
    /// It is being done.
    Running,
    /// It ends after the work at hand.
    Stopping,
    /// What it did is being taken back.
    Undoing,
    /// It is done.
    Done,
    /// Somebody ended it.
    Cancelled,
    /// It could not be done.
    Failed,
}

impl JobState {
    const ALL: [Self; 8] = [
        Self::Reading,
        Self::Ready,
        Self::Running,
        Self::Stopping,
        Self::Undoing,
        Self::Done,
        Self::Cancelled,
        Self::Failed,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Stopping => "stopping",
            Self::Undoing => "undoing",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }

    fn parse(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(StoreError::Corrupt("job state"))
    }
}

/// How many rows a job has, and what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// All of them.
    pub total: u32,
    /// Those that were bad from the start.
    pub bad: u32,
    /// Those that are done.
    pub done: u32,
    /// Those that could not be done.
    pub failed: u32,
}

/// A job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Where it stands.
    pub state: JobState,
    /// The person who began it.
    pub author: Option<PersonId>,
    /// The same for audit rows.
    pub actor: Actor,
    /// What it is to do, in the words of its kind (JSON).
    pub options: String,
    /// Its rows.
    pub counts: Counts,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Version for `If-Match`.
    pub version: i64,
}

/// A job to go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Whose it is.
    pub tenant: TenantId,
    /// The job.
    pub id: JobId,
    /// The lease that was taken.
    pub lease: Uuid,
}

#[derive(FromQueryResult)]
struct Claimed {
    tenant_id: Uuid,
    id: Uuid,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    state: String,
    author_id: Option<Uuid>,
    actor: String,
    options: String,
    total: i32,
    bad: i32,
    done: i32,
    failed: i32,
    created_at: i64,
    ended_at: Option<i64>,
    version: i64,
}

const COLUMNS: &str =
    "id, state, author_id, actor, options, total, bad, done, failed, created_at, ended_at, version";
/// States in which there is something to do.
const OPEN: &str = "('running', 'stopping', 'undoing')";

impl Tenant {
    /// Makes a job whose rows are still to come.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_job(&self, kind: &'static str, actor: &Actor, options: &str) -> Result<JobId> {
        let id = JobId::new();
        self.open
            .insert(job::ActiveModel {
                tenant_id: Set(self.id().0),
                id: Set(id.0),
                kind: Set(kind.to_owned()),
                state: Set(JobState::Reading.as_str().to_owned()),
                author_id: Set(actor.id),
                actor: Set(serde_json::to_string(actor).map_err(|_| StoreError::Corrupt("actor"))?),
                options: Set(options.to_owned()),
                total: Set(0),
                bad: Set(0),
                done: Set(0),
                failed: Set(0),
                lease_by: Set(None),
                lease_until: Set(0),
                created_at: Set(self.now().0),
                ended_at: Set(None),
                version: Set(1),
            })
            .await?;
        Ok(id)
    }

    /// One job.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub async fn job(&self, id: JobId) -> Result<Job> {
        let sql = format!("SELECT {COLUMNS} FROM job WHERE tenant_id = $1 AND id = $2");
        let row = self.rows::<Row>(&sql, vec![id.0.into()]).await?.pop();
        read(row.ok_or(StoreError::NotFound)?)
    }

    /// The rows are there: it can be started.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn job_is_ready(&self, id: JobId, counts: Counts) -> Result<()> {
        let sql = "UPDATE job SET state = 'ready', total = $3, bad = $4 WHERE tenant_id = $1 AND id = $2";
        let total: i32 = parse::number(counts.total)?;
        let bad: i32 = parse::number(counts.bad)?;
        self.run(sql, vec![id.0.into(), total.into(), bad.into()]).await?;
        self.notify(Subject::Job(id.0));
        Ok(())
    }

    /// Moves a job on, if it is where the caller thinks it is; answers whether it was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn move_job(&self, id: JobId, from: JobState, to: JobState, options: &str) -> Result<bool> {
        let ended = matches!(to, JobState::Done | JobState::Cancelled | JobState::Failed);
        let sql = "UPDATE job SET state = $4, options = $5, ended_at = $6, version = version + 1 \
            WHERE tenant_id = $1 AND id = $2 AND state = $3";
        let ended_at = ended.then(|| self.now().0);
        let values =
            vec![id.0.into(), from.as_str().into(), to.as_str().into(), options.into(), ended_at.into()];
        let moved = self.run(sql, values).await? == 1;
        self.notify(Subject::Job(id.0));
        Ok(moved)
    }

    /// Goes on holding a claimed job, and keeps others from it until the commit; none when the lease was lost or
    /// there is nothing left to do.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn hold_job(&self, claim: &Claim) -> Result<Option<Job>> {
        let sql = format!(
            "UPDATE job SET lease_until = $4 WHERE tenant_id = $1 AND id = $2 AND lease_by = $3 AND state IN {OPEN} \
             RETURNING {COLUMNS}"
        );
        let until = self.now().plus(LEASE_MS).0;
        let values = vec![claim.id.0.into(), claim.lease.into(), until.into()];
        self.rows::<Row>(&sql, values).await?.pop().map(read).transpose()
    }

    /// Lets others go on with a claimed job at once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn release_job(&self, claim: &Claim) -> Result<()> {
        let sql = "UPDATE job SET lease_by = NULL, lease_until = 0 WHERE tenant_id = $1 AND id = $2 AND lease_by = $3";
        self.run(sql, vec![claim.id.0.into(), claim.lease.into()]).await?;
        Ok(())
    }

    /// Counts rows that were done, and rows that could not be.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_job(&self, id: JobId, done: i32, failed: i32) -> Result<()> {
        let sql = "UPDATE job SET done = done + $3, failed = failed + $4, version = version + 1 \
            WHERE tenant_id = $1 AND id = $2";
        self.run(sql, vec![id.0.into(), done.into(), failed.into()]).await?;
        self.notify(Subject::Job(id.0));
        Ok(())
    }
}

impl System {
    /// Takes a job nobody holds, of two who try one gets it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn claim_job(&self) -> Result<Option<Claim>> {
        let sql = format!(
            "UPDATE job SET lease_by = $1, lease_until = $2 WHERE lease_until < $3 AND state IN {OPEN} \
             AND (tenant_id, id) IN (SELECT tenant_id, id FROM job WHERE state IN {OPEN} AND lease_until < $3 \
                ORDER BY id LIMIT 1) RETURNING tenant_id, id"
        );
        let (lease, now) = (Uuid::now_v7(), self.now());
        let values = [lease.into(), now.plus(LEASE_MS).0.into(), now.0.into()];
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let claimed = Claimed::find_by_statement(statement).one(self.tx()).await?;
        let claim = |row: Claimed| Claim { tenant: TenantId(row.tenant_id), id: JobId(row.id), lease };
        Ok(claimed.map(claim))
    }

    /// Removes jobs made before `before` that were never started, and all made before `long_before`; answers how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_jobs(&self, before: Timestamp, long_before: Timestamp) -> Result<u64> {
        let sql = format!(
            "DELETE FROM job WHERE (state IN ('reading', 'ready') AND created_at < $1) \
             OR (state NOT IN {OPEN} AND created_at < $2)"
        );
        let values = [before.0.into(), long_before.0.into()];
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        Ok(self.tx().execute_raw(statement).await?.rows_affected())
    }
}

fn read(row: Row) -> Result<Job> {
    Ok(Job {
        id: JobId(row.id),
        state: JobState::parse(&row.state)?,
        author: row.author_id.map(PersonId),
        actor: serde_json::from_str(&row.actor).map_err(|_| StoreError::Corrupt("actor"))?,
        options: row.options,
        counts: Counts {
            total: parse::number(row.total)?,
            bad: parse::number(row.bad)?,
            done: parse::number(row.done)?,
            failed: parse::number(row.failed)?,
        },
        created_at: Timestamp(row.created_at),
        ended_at: row.ended_at.map(Timestamp),
        version: row.version,
    })
}
