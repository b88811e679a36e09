//! One-time links with which somebody who forgot it sets a new password.

use cordboard_types::{PersonId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::{Result, StoreError, System, entity::password_reset, sessions::TokenHash};

impl System {
    /// Keeps the hash of a link's token; links of this person that are still open end.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_password_reset(
        &self,
        person: PersonId,
        token: TokenHash,
        expires_at: Timestamp,
    ) -> Result<()> {
        self.end_password_resets(person).await?;
        self.open
            .insert(password_reset::ActiveModel {
                token_hash: Set(token.0),
                person_id: Set(person.0),
                created_at: Set(self.now().0),
                expires_at: Set(expires_at.0),
                used_at: Set(None),
            })
            .await
    }

    /// The person of an open link.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is unknown, used or over.
    pub async fn password_reset(&self, token: &TokenHash) -> Result<PersonId> {
        let row = self
            .find::<password_reset::Entity>()
            .filter(password_reset::Column::TokenHash.eq(token.0.clone()))
            .filter(password_reset::Column::UsedAt.is_null())
            .filter(password_reset::Column::ExpiresAt.gt(self.now().0));
        Ok(PersonId(row.one(self.tx()).await?.ok_or(StoreError::NotFound)?.person_id))
    }

    /// Uses a link up: of two at the same time one wins.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is unknown, used or over.
    pub async fn use_password_reset(&self, token: &TokenHash) -> Result<()> {
        let now = self.now().0;
        let used = self
            .update::<password_reset::Entity>()
            .filter(password_reset::Column::TokenHash.eq(token.0.clone()))
            .filter(password_reset::Column::UsedAt.is_null())
            .filter(password_reset::Column::ExpiresAt.gt(now))
            .col_expr(password_reset::Column::UsedAt, now.into())
            .exec(self.tx())
            .await?;
        if used.rows_affected == 1 { Ok(()) } else { Err(StoreError::NotFound) }
    }

    /// Ends every open link of a person: a password was set another way.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn end_password_resets(&self, person: PersonId) -> Result<()> {
        let open = self.delete::<password_reset::Entity>();
        open.filter(password_reset::Column::PersonId.eq(person.0)).exec(self.tx()).await?;
        Ok(())
    }

    /// Removes links that ended; returns how many.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_password_resets(&self) -> Result<u64> {
        let ended = self
            .delete::<password_reset::Entity>()
            .filter(password_reset::Column::ExpiresAt.lt(self.now().0));
        Ok(ended.exec(self.tx()).await?.rows_affected)
    }
}
