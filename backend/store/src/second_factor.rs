//! The second factor: a time-based code (RFC 6238) and recovery codes. The secret is sealed.

use cordboard_domain::{SecretField, SecretRef};
use cordboard_types::PersonId;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, PaginatorTrait, QueryFilter};
use zeroize::Zeroizing;

use crate::{
    Result, System,
    entity::{person, recovery_code},
};

fn secret_of(person: PersonId) -> SecretRef {
    SecretRef { owner: *person.0.as_bytes(), field: SecretField::Totp }
}

impl System {
    /// Keeps the secret of a second factor that is being set up; it counts once it is confirmed.
    ///
    /// # Errors
    /// When it cannot be sealed or stored.
    pub async fn put_totp_secret(&self, person: PersonId, secret: &str) -> Result<()> {
        self.put_platform_secret(secret_of(person), secret).await.map(drop)
    }

    /// The secret of a person's second factor.
    ///
    /// # Errors
    /// [`crate::StoreError::NotFound`] when there is none.
    pub async fn totp_secret(&self, person: PersonId) -> Result<Zeroizing<String>> {
        self.platform_secret(secret_of(person)).await
    }

    /// Asks for the second factor from now on; `codes` are SHA-256 of fresh recovery codes.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn enable_second_factor(&self, person: PersonId, codes: Vec<Vec<u8>>) -> Result<()> {
        self.set_totp_since(person, Some(self.now().0)).await?;
        self.replace_recovery_codes(person, codes).await
    }

    /// Asks for it no longer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn disable_second_factor(&self, person: PersonId) -> Result<()> {
        self.set_totp_since(person, None).await?;
        self.replace_recovery_codes(person, Vec::new()).await?;
        self.drop_platform_secret(secret_of(person)).await
    }

    async fn set_totp_since(&self, person: PersonId, since: Option<i64>) -> Result<()> {
        self.update::<person::Entity>()
            .filter(person::Column::Id.eq(person.0))
            .col_expr(person::Column::TotpSince, since.into())
            .col_expr(person::Column::TotpStep, Option::<i64>::None.into())
            .exec(self.tx())
            .await?;
        Ok(())
    }

    /// Takes the code of a time step, once: an older or the same step is refused.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_totp_step(&self, person: PersonId, step: i64) -> Result<bool> {
        let fresh =
            Condition::any().add(person::Column::TotpStep.is_null()).add(person::Column::TotpStep.lt(step));
        let taken = self
            .update::<person::Entity>()
            .filter(person::Column::Id.eq(person.0))
            .filter(fresh)
            .col_expr(person::Column::TotpStep, step.into())
            .exec(self.tx())
            .await?;
        Ok(taken.rows_affected == 1)
    }

    /// Takes a recovery code, once.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_recovery_code(&self, person: PersonId, code: &[u8]) -> Result<bool> {
        let taken = self
            .update::<recovery_code::Entity>()
            .filter(recovery_code::Column::PersonId.eq(person.0))
            .filter(recovery_code::Column::CodeHash.eq(code))
            .filter(recovery_code::Column::UsedAt.is_null())
            .col_expr(recovery_code::Column::UsedAt, self.now().0.into())
            .exec(self.tx())
            .await?;
        Ok(taken.rows_affected == 1)
    }

    /// Recovery codes that are left.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn recovery_codes_left(&self, person: PersonId) -> Result<u64> {
        let left = self
            .find::<recovery_code::Entity>()
            .filter(recovery_code::Column::PersonId.eq(person.0))
            .filter(recovery_code::Column::UsedAt.is_null());
        Ok(left.count(self.tx()).await?)
    }

    /// Makes these the recovery codes; the ones before are dead.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn replace_recovery_codes(&self, person: PersonId, codes: Vec<Vec<u8>>) -> Result<()> {
        let old = self.delete::<recovery_code::Entity>();
        old.filter(recovery_code::Column::PersonId.eq(person.0)).exec(self.tx()).await?;
        for code in codes {
            let row = recovery_code::ActiveModel {
                person_id: Set(person.0),
                code_hash: Set(code),
                used_at: Set(None),
            };
            self.open.insert(row).await?;
        }
        Ok(())
    }
}
