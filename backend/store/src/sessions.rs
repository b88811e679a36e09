//! Browser sessions: tokens as hashes, rotated, with reuse detection.

use cordboard_types::{Email, PersonId, SessionId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter, QueryOrder};

use crate::{
    Notice, Result, StoreError, Subject, System,
    entity::{person, session},
};

/// SHA-256 of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenHash(pub Vec<u8>);

/// Milliseconds a session lives without being used.
pub const LIFE: i64 = 30 * 24 * 60 * 60 * 1000;
/// Milliseconds in which the token before is still good: tabs that asked at the same moment.
pub const GRACE: i64 = 10_000;

/// A live session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The person.
    pub person: PersonId,
    /// Their address, for the audit log.
    pub email: Email,
    /// When its token was last replaced.
    pub rotated_at: Timestamp,
    /// Whether it was found by its newest token.
    pub is_current: bool,
    /// When it was last used, to the minute.
    pub seen_at: Timestamp,
    /// Whether the second factor has not been shown yet.
    pub second_factor_due: bool,
    /// Whether the person has a second factor.
    pub has_second_factor: bool,
    /// Whether the password must be changed first.
    pub new_password_due: bool,
    /// Whom the person acts for, and until when.
    pub acting_for: Option<(PersonId, Timestamp)>,
}

/// A session as its person sees it in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: SessionId,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used.
    pub seen_at: Timestamp,
    /// Address it began from.
    pub ip: String,
    /// Browser it began in.
    pub user_agent: String,
}

/// What a token turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A live session.
    Session(Session),
    /// Nothing: unknown, ended, revoked.
    Nothing,
    /// A token that was replaced long ago: somebody copied it. The session is to be ended.
    Reused(SessionId),
}

impl System {
    /// Opens a session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_session(
        &self,
        person: PersonId,
        token: TokenHash,
        ip: &str,
        user_agent: &str,
        second_factor_due: bool,
    ) -> Result<SessionId> {
        let (id, now) = (SessionId::new(), self.now());
        self.open
            .insert(session::ActiveModel {
                id: Set(id.0),
                person_id: Set(person.0),
                token_hash: Set(token.0),
                previous_hash: Set(None),
                rotated_at: Set(now.0),
                created_at: Set(now.0),
                seen_at: Set(now.0),
                expires_at: Set(now.plus(LIFE).0),
                ip: Set(ip.to_owned()),
                user_agent: Set(user_agent.chars().take(256).collect()),
                revoked_at: Set(None),
                second_factor_due: Set(second_factor_due),
                acting_for: Set(None),
                acting_until: Set(None),
            })
            .await?;
        Ok(id)
    }

    /// Finds the session of a token.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_session(&self, token: TokenHash) -> Result<Found> {
        let either = Condition::any()
            .add(session::Column::TokenHash.eq(token.0.clone()))
            .add(session::Column::PreviousHash.eq(token.0.clone()));
        let Some(row) = self.find::<session::Entity>().filter(either).one(self.tx()).await? else {
            return Ok(Found::Nothing);
        };
        let now = self.now();
        if row.revoked_at.is_some() || row.expires_at <= now.0 {
            return Ok(Found::Nothing);
        }
        let is_current = row.token_hash == token.0;
        if !is_current && now.since(Timestamp(row.rotated_at)) > GRACE {
            return Ok(Found::Reused(SessionId(row.id)));
        }
        let person = self.find::<person::Entity>().filter(person::Column::Id.eq(row.person_id));
        let person = person.one(self.tx()).await?.ok_or(StoreError::Corrupt("session"))?;
        let acting = row.acting_for.map(PersonId).zip(row.acting_until.map(Timestamp));
        Ok(Found::Session(Session {
            id: SessionId(row.id),
            person: PersonId(row.person_id),
            email: Email::parse(&person.email).map_err(|_| StoreError::Corrupt("email"))?,
            rotated_at: Timestamp(row.rotated_at),
            is_current,
            seen_at: Timestamp(row.seen_at),
            second_factor_due: row.second_factor_due,
            has_second_factor: person.totp_since.is_some(),
            new_password_due: person.must_change_password,
            acting_for: acting.filter(|(_, until)| now < *until),
        }))
    }

    /// The second factor was shown.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn complete_session(&self, id: SessionId) -> Result<()> {
        self.update::<session::Entity>()
            .filter(session::Column::Id.eq(id.0))
            .col_expr(session::Column::SecondFactorDue, false.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Notes that a session is in use.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn note_session_use(&self, id: SessionId) -> Result<()> {
        let now = self.now();
        self.update::<session::Entity>()
            .filter(session::Column::Id.eq(id.0))
            .col_expr(session::Column::SeenAt, now.0.into())
            .col_expr(session::Column::ExpiresAt, now.plus(LIFE).0.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Acts for somebody until a moment; none ends it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn act(&self, id: SessionId, whom: Option<(PersonId, Timestamp)>) -> Result<()> {
        let (person, until) = whom.map(|(person, until)| (person.0, until.0)).unzip();
        self.update::<session::Entity>()
            .filter(session::Column::Id.eq(id.0))
            .col_expr(session::Column::ActingFor, person.into())
            .col_expr(session::Column::ActingUntil, until.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// A person's live sessions, the last used first; there are few.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn sessions(&self, person: PersonId) -> Result<Vec<Listed>> {
        let rows = self
            .find::<session::Entity>()
            .filter(session::Column::PersonId.eq(person.0))
            .filter(session::Column::RevokedAt.is_null())
            .filter(session::Column::ExpiresAt.gt(self.now().0))
            .order_by_desc(session::Column::SeenAt)
            .all(self.tx())
            .await?;
        let listed = |row: session::Model| Listed {
            id: SessionId(row.id),
            created_at: Timestamp(row.created_at),
            seen_at: Timestamp(row.seen_at),
            ip: row.ip,
            user_agent: row.user_agent,
        };
        Ok(rows.into_iter().map(listed).collect())
    }

    /// Ends a session of a person.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is somebody else's or nobody's.
    pub async fn revoke_session_of(&self, person: PersonId, id: SessionId) -> Result<()> {
        let own = self
            .find::<session::Entity>()
            .filter(session::Column::Id.eq(id.0))
            .filter(session::Column::PersonId.eq(person.0))
            .filter(session::Column::RevokedAt.is_null());
        own.one(self.tx()).await?.ok_or(StoreError::NotFound)?;
        self.revoke_session(id).await
    }

    /// Ends every session of a person but one; answers how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_sessions(&self, person: PersonId, but: Option<SessionId>) -> Result<u32> {
        let mut count = 0;
        for session in self.sessions(person).await? {
            if Some(session.id) != but {
                self.revoke_session(session.id).await?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// Replaces the token; `false` when another tab was first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn rotate_session(&self, id: SessionId, old: TokenHash, new: TokenHash) -> Result<bool> {
        let now = self.now();
        let changed = self
            .update::<session::Entity>()
            .filter(session::Column::Id.eq(id.0))
            .filter(session::Column::TokenHash.eq(old.0.clone()))
            .col_expr(session::Column::TokenHash, new.0.into())
            .col_expr(session::Column::PreviousHash, old.0.into())
            .col_expr(session::Column::RotatedAt, now.0.into())
            .col_expr(session::Column::SeenAt, now.0.into())
            .col_expr(session::Column::ExpiresAt, now.plus(LIFE).0.into())
            .exec(self.tx())
            .await?;
        Ok(changed.rows_affected == 1)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn revoke_session(&self, id: SessionId) -> Result<()> {
        self.update::<session::Entity>()
            .filter(session::Column::Id.eq(id.0))
            .filter(session::Column::RevokedAt.is_null())
            .col_expr(session::Column::RevokedAt, self.now().0.into())
            .exec(self.tx())
            .await?;
        self.notify(Notice { tenant: None, subject: Subject::Session(id.0) });
        Ok(())
    }

    /// Removes sessions that ended; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_sessions(&self) -> Result<u64> {
        let now = self.now().0;
        let ended = Condition::any()
            .add(session::Column::ExpiresAt.lt(now))
            .add(session::Column::RevokedAt.lt(now.saturating_sub(LIFE)));
        Ok(self.delete::<session::Entity>().filter(ended).exec(self.tx()).await?.rows_affected)
    }
}
