//! Answers of creates, remembered for a day so that a repeat is not done twice.

use cordboard_types::PersonId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::{Result, StoreError, System, Tenant, entity::idempotency};

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

impl Tenant {
    /// The answer `person` was given under `key`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn remembered(&self, person: PersonId, key: &str) -> Result<Option<Remembered>> {
        #[allow(clippy::disallowed_methods, reason = "the key is a person's; rows hold no tenant")]
        let row = idempotency::Entity::find()
            .filter(idempotency::Column::PrincipalId.eq(person.0))
            .filter(idempotency::Column::IdempotencyKey.eq(key))
            .one(self.tx())
            .await?;
        let remembered = |row: idempotency::Model| {
            let status = u16::try_from(row.status).map_err(|_| StoreError::Corrupt("status"))?;
            Ok(Remembered { request: row.request_hash, status, body: row.body })
        };
        row.map(remembered).transpose()
    }

    /// Remembers an answer in the transaction of the work.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the same key is being used at the same time.
    pub async fn remember(&self, person: PersonId, key: &str, answer: Remembered) -> Result<()> {
        self.open
            .insert(idempotency::ActiveModel {
                principal_id: Set(person.0),
                idempotency_key: Set(key.to_owned()),
                request_hash: Set(answer.request),
                status: Set(i32::from(answer.status)),
                body: Set(answer.body),
                created_at: Set(self.now().0),
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
