//! Invitations of imported users: asked for row by row, queued when the import has ended well, sent a few at a time.

use cordboard_types::{Email, JobId, Label, Locale, PersonId, TenantId, UserId};
use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use uuid::Uuid;

use crate::{Result, System, Tenant, parse};

/// An imported user to be invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToInvite {
    /// The customer.
    pub tenant: TenantId,
    /// The user.
    pub user: UserId,
    /// Address.
    pub email: Email,
    /// Name.
    pub name: Label,
    /// Language.
    pub language: Option<Locale>,
    /// Who began the import.
    pub author: PersonId,
}

#[derive(FromQueryResult)]
struct Taken {
    tenant_id: Uuid,
    job_id: Uuid,
    user_id: Uuid,
}

#[derive(FromQueryResult)]
struct Row {
    email: Option<String>,
    name: String,
    locale: Option<String>,
    author_id: Option<Uuid>,
}

#[derive(FromQueryResult)]
struct Count {
    waiting: i64,
    sent: i64,
}

impl Tenant {
    /// Lets the invitations that were asked for be sent.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn queue_invitations(&self, job: JobId) -> Result<()> {
        let sql = "UPDATE user_import_row SET invite = 'queued' \
            WHERE tenant_id = $1 AND job_id = $2 AND state = 'done' AND invite = 'asked'";
        self.run(sql, vec![job.0.into()]).await?;
        Ok(())
    }

    /// How many invitations of an import wait, and how many are sent.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn import_invitations(&self, job: JobId) -> Result<(u32, u32)> {
        let sql = "SELECT COUNT(CASE WHEN invite IN ('asked', 'queued') THEN 1 END) AS waiting, \
            COUNT(CASE WHEN invite = 'sent' THEN 1 END) AS sent \
            FROM user_import_row WHERE tenant_id = $1 AND job_id = $2 AND invite IN ('asked', 'queued', 'sent')";
        let row = self.rows::<Count>(sql, vec![job.0.into()]).await?.pop();
        let (waiting, sent) = row.map_or((0, 0), |row| (row.waiting, row.sent));
        Ok((parse::number(waiting)?, parse::number(sent)?))
    }
}

impl System {
    /// Takes at most `count` invitations out of the queue; each goes to one who asks.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_invitations(&self, count: u16) -> Result<Vec<ToInvite>> {
        let sql = "UPDATE user_import_row SET invite = 'sent' WHERE invite = 'queued' \
            AND (tenant_id, job_id, number) IN (SELECT tenant_id, job_id, number FROM user_import_row \
                WHERE invite = 'queued' ORDER BY tenant_id, job_id, number LIMIT $1) \
            RETURNING tenant_id, job_id, user_id";
        let backend = self.tx().get_database_backend();
        let statement = Statement::from_sql_and_values(backend, sql, [i64::from(count).into()]);
        let mut invited = Vec::new();
        for taken in Taken::find_by_statement(statement).all(self.tx()).await? {
            invited.extend(self.to_invite(taken).await?);
        }
        Ok(invited)
    }

    /// Who is to be invited; nobody where the user is gone or has a person by now.
    async fn to_invite(&self, taken: Taken) -> Result<Option<ToInvite>> {
        let sql = "SELECT u.email, u.name, u.locale, j.author_id FROM pbx_user u \
            JOIN job j ON j.tenant_id = u.tenant_id AND j.id = $2 \
            WHERE u.tenant_id = $1 AND u.id = $3 AND u.person_id IS NULL";
        let values = [taken.tenant_id.into(), taken.job_id.into(), taken.user_id.into()];
        let statement = Statement::from_sql_and_values(self.tx().get_database_backend(), sql, values);
        let Some(row) = Row::find_by_statement(statement).one(self.tx()).await? else { return Ok(None) };
        let (Some(email), Some(author)) = (row.email, row.author_id) else { return Ok(None) };
        Ok(Some(ToInvite {
            tenant: TenantId(taken.tenant_id),
            user: UserId(taken.user_id),
            email: parse::value(&email, Email::parse, "email")?,
            name: parse::label(&row.name)?,
            language: parse::optional(row.locale.as_deref(), Locale::parse, "locale")?,
            author: PersonId(author),
        }))
    }
}
