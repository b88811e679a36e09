//! One-time tokens with which a box becomes a site's agent.

use cordboard_types::{SiteId, TenantId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};

use crate::{Result, StoreError, System, Tenant, entity::enrolment};

impl Tenant {
    /// Keeps the hash of a token for a site of this customer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn create_enrolment(&self, site: SiteId, token: &[u8], expires_at: Timestamp) -> Result<()> {
        self.open
            .insert(enrolment::ActiveModel {
                token_hash: Set(token.to_vec()),
                tenant_id: Set(self.id().0),
                site_id: Set(site.0),
                created_at: Set(self.now().0),
                expires_at: Set(expires_at.0),
                used_at: Set(None),
            })
            .await
    }
}

impl System {
    /// Uses a token up: of two at the same time one wins.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] when it is unknown, used or over.
    pub async fn use_enrolment(&self, token: &[u8]) -> Result<(TenantId, SiteId)> {
        let now = self.now().0;
        let used = self
            .update::<enrolment::Entity>()
            .filter(enrolment::Column::TokenHash.eq(token))
            .filter(enrolment::Column::UsedAt.is_null())
            .filter(enrolment::Column::ExpiresAt.gt(now))
            .col_expr(enrolment::Column::UsedAt, now.into())
            .exec(self.tx())
            .await?;
        if used.rows_affected != 1 {
            return Err(StoreError::NotFound);
        }
        let row = self.find::<enrolment::Entity>().filter(enrolment::Column::TokenHash.eq(token));
        let row = row.one(self.tx()).await?.ok_or(StoreError::NotFound)?;
        Ok((TenantId(row.tenant_id), SiteId(row.site_id)))
    }
}
