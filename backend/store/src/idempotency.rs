//! Answers of creates, remembered for a day so that a repeat is not done twice.

use cordboard_types::PersonId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::{Result, StoreError, System, Tenant, context::Open, entity::idempotency};

/// What was answered the first time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// Hash of the request.
    pub request: Vec<u8>,
    /// HTTP status.
    pub status: u16,
    /// JSON body.
    pub body: String,
}

/// A context in which a create is done once: the answer is remembered in the transaction of the work.
pub trait Remembers: Sized + Send {
    /// The answer `person` was given under `key`.
    ///
    /// # Errors
    /// When the database fails.
    fn remembered(
        &self,
        person: PersonId,
        key: &str,
    ) -> impl Future<Output = Result<Option<Remembered>>> + Send;

    /// Remembers an answer.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the same key is being used at the same time.
    fn remember(
        &self,
        person: PersonId,
        key: &str,
        answer: Remembered,
    ) -> impl Future<Output = Result<()>> + Send;

    /// Makes it so.
    ///
    /// # Errors
    /// When the database refuses.
    fn commit(self) -> impl Future<Output = Result<()>> + Send;
}

macro_rules! remembers {
    ($($context:ident),+) => {
        $(impl Remembers for $context {
            async fn remembered(&self, person: PersonId, key: &str) -> Result<Option<Remembered>> {
                self.open.remembered(person, key).await
            }

            async fn remember(&self, person: PersonId, key: &str, answer: Remembered) -> Result<()> {
                self.open.remember(person, key, answer).await
            }

            async fn commit(self) -> Result<()> {
                Self::commit(self).await
            }
        })+
    };
}

remembers!(Tenant, System);

impl Open {
    async fn remembered(&self, person: PersonId, key: &str) -> Result<Option<Remembered>> {
        #[allow(clippy::disallowed_methods, reason = "the key is a person's; rows hold no tenant")]
        let row = idempotency::Entity::find()
            .filter(idempotency::Column::PrincipalId.eq(person.0))
            .filter(idempotency::Column::IdempotencyKey.eq(key))
            .one(&self.tx)
            .await?;
        let remembered = |row: idempotency::Model| {
            let status = u16::try_from(row.status).map_err(|_| StoreError::Corrupt("status"))?;
            Ok(Remembered { request: row.request_hash, status, body: row.body })
        };
        row.map(remembered).transpose()
    }

    async fn remember(&self, person: PersonId, key: &str, answer: Remembered) -> Result<()> {
        self.insert(idempotency::ActiveModel {
            principal_id: Set(person.0),
            idempotency_key: Set(key.to_owned()),
            request_hash: Set(answer.request),
            status: Set(i32::from(answer.status)),
            body: Set(answer.body),
            created_at: Set(self.store.now().0),
        })
        .await
    }
}

impl System {
    /// Forgets answers older than `age` milliseconds; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_answers(&self, age: i64) -> Result<u64> {
        let before = self.now().0.saturating_sub(age);
        let delete = self.delete::<idempotency::Entity>();
        Ok(delete.filter(idempotency::Column::CreatedAt.lt(before)).exec(self.tx()).await?.rows_affected)
    }
}
