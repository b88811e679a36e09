//! Browser sessions: tokens as hashes, rotated, with reuse detection.

use cordboard_types::{Email, PersonId, SessionId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, QueryFilter};

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
        Ok(Found::Session(Session {
            id: SessionId(row.id),
            person: PersonId(row.person_id),
            email: Email::parse(&person.email).map_err(|_| StoreError::Corrupt("email"))?,
            rotated_at: Timestamp(row.rotated_at),
            is_current,
        }))
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
