//! Rows of a file of users: kept until their import has ended, PINs sealed to the users they will be of.

mod invitations;

use cordboard_types::{HuntGroupId, JobId, PickupGroupId, UserId};
use sea_orm::{ActiveValue::Set, EntityTrait, FromQueryResult};
use uuid::Uuid;

use crate::{
    PageRequest, Paged, Result, StoreError, Tenant,
    entity::user_import_row,
    parse,
    query::{limit, places},
    secrets::KeptSecret,
};

pub use invitations::ToInvite;

/// What is wrong with a row: its column and the reason's stable code.
pub type Problems = Vec<(String, String)>;

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowState {
    /// Refused from the start.
    Bad,
    /// To be done.
    Ready,
    /// Its user is there.
    Done,
    /// It could not be done.
    Failed,
}

impl RowState {
    const ALL: [Self; 4] = [Self::Bad, Self::Ready, Self::Done, Self::Failed];

    fn as_str(self) -> &'static str {
        match self {
            Self::Bad => "bad",
            Self::Ready => "ready",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    fn parse(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(StoreError::Corrupt("row state"))
    }
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRow {
    /// Its place in the file, from 1.
    pub number: u32,
    /// The line it begins on.
    pub line: u32,
    /// The user it is or would be.
    pub user: UserId,
    /// Its cells without the PIN.
    pub cells: Vec<String>,
    /// The PIN, sealed.
    pub pin: Option<KeptSecret>,
    /// Where it stands.
    pub state: RowState,
    /// What is wrong with it.
    pub problems: Problems,
}

#[derive(FromQueryResult)]
struct Row {
    number: i32,
    line: i32,
    user_id: Uuid,
    cells: String,
    pin: Option<Vec<u8>>,
    pin_key: Option<Uuid>,
    state: String,
    problems: String,
}

const SELECT: &str = "SELECT number, line, user_id, cells, pin, pin_key, state, problems FROM user_import_row \
    WHERE tenant_id = $1 AND job_id = $2";

impl Tenant {
    /// Keeps rows. For some hundreds at a time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_import_rows(&self, job: JobId, rows: &[ImportRow]) -> Result<()> {
        let models = rows.iter().map(|row| self.import_row(job, row)).collect::<Result<Vec<_>>>()?;
        if models.is_empty() {
            return Ok(());
        }
        user_import_row::Entity::insert_many(models).exec_without_returning(self.tx()).await?;
        Ok(())
    }

    fn import_row(&self, job: JobId, row: &ImportRow) -> Result<user_import_row::ActiveModel> {
        Ok(user_import_row::ActiveModel {
            tenant_id: Set(self.id().0),
            job_id: Set(job.0),
            number: Set(parse::number(row.number)?),
            line: Set(parse::number(row.line)?),
            user_id: Set(row.user.0),
            cells: Set(serde_json::to_string(&row.cells).map_err(|_| StoreError::Corrupt("cells"))?),
            pin: Set(row.pin.as_ref().map(|pin| pin.sealed.clone())),
            pin_key: Set(row.pin.as_ref().map(|pin| pin.data_key)),
            state: Set(row.state.as_str().to_owned()),
            problems: Set(problems_text(&row.problems)?),
            invite: Set(None),
        })
    }

    /// Rows of an import in the order of the file; of one state, or those with problems of either kind.
    ///
    /// # Errors
    /// A malformed cursor, or the database.
    pub async fn import_rows(
        &self,
        job: JobId,
        only_bad: bool,
        page: &PageRequest,
    ) -> Result<Paged<ImportRow>> {
        let after: i32 =
            parse::number(page.key::<u32>()?.unwrap_or_default()).map_err(|_| StoreError::Cursor)?;
        let states = if only_bad { "AND state IN ('bad', 'failed')" } else { "" };
        let sql = format!("{SELECT} {states} AND number > $3 ORDER BY number LIMIT $4");
        let rows = self.rows::<Row>(&sql, vec![job.0.into(), after.into(), limit(page)]).await?;
        let rows = rows.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        page.cut(rows, |row| row.number)
    }

    /// The next rows in a state, at most `count`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn import_rows_in(&self, job: JobId, state: RowState, count: u16) -> Result<Vec<ImportRow>> {
        let sql = format!("{SELECT} AND state = $3 ORDER BY number LIMIT $4");
        let values = vec![job.0.into(), state.as_str().into(), i64::from(count).into()];
        self.rows::<Row>(&sql, values).await?.into_iter().map(read).collect()
    }

    /// Notes what became of rows; a user is asked to join where an invitation is wanted.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn mark_import_rows(
        &self,
        job: JobId,
        numbers: &[u32],
        state: RowState,
        invite: bool,
    ) -> Result<()> {
        if numbers.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "UPDATE user_import_row SET state = $3, invite = $4 WHERE tenant_id = $1 AND job_id = $2 \
             AND number IN ({})",
            places(5, numbers.len())
        );
        let invite = invite.then_some("asked");
        let mut values = vec![job.0.into(), state.as_str().into(), invite.into()];
        for number in numbers {
            values.push(parse::number::<u32, i32>(*number)?.into());
        }
        self.run(&sql, values).await?;
        Ok(())
    }

    /// Notes why a row could not be done.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn fail_import_row(&self, job: JobId, number: u32, problems: &Problems) -> Result<()> {
        let sql = "UPDATE user_import_row SET state = 'failed', problems = $4 \
            WHERE tenant_id = $1 AND job_id = $2 AND number = $3";
        let number: i32 = parse::number(number)?;
        self.run(sql, vec![job.0.into(), number.into(), problems_text(problems)?.into()]).await?;
        Ok(())
    }

    /// Forgets the PINs of an import that has ended.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_import_pins(&self, job: JobId) -> Result<()> {
        let sql = "UPDATE user_import_row SET pin = NULL, pin_key = NULL \
            WHERE tenant_id = $1 AND job_id = $2 AND pin IS NOT NULL";
        self.run(sql, vec![job.0.into()]).await?;
        Ok(())
    }

    /// Puts new users into the groups their rows name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn add_imported_members(
        &self,
        pickup: &[(PickupGroupId, UserId)],
        hunt: &[(HuntGroupId, UserId, u16)],
    ) -> Result<()> {
        self.add_pickup_members(pickup).await?;
        self.append_hunt_members(hunt).await
    }
}

fn problems_text(problems: &Problems) -> Result<String> {
    if problems.is_empty() {
        return Ok(String::new());
    }
    serde_json::to_string(problems).map_err(|_| StoreError::Corrupt("problems"))
}

fn read(row: Row) -> Result<ImportRow> {
    let problems = if row.problems.is_empty() { Ok(Vec::new()) } else { serde_json::from_str(&row.problems) };
    Ok(ImportRow {
        number: parse::number(row.number)?,
        line: parse::number(row.line)?,
        user: UserId(row.user_id),
        cells: serde_json::from_str(&row.cells).map_err(|_| StoreError::Corrupt("cells"))?,
        pin: row.pin.zip(row.pin_key).map(|(sealed, data_key)| KeptSecret { data_key, sealed }),
        state: RowState::parse(&row.state)?,
        problems: problems.map_err(|_| StoreError::Corrupt("problems"))?,
    })
}
