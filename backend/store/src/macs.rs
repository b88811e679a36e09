//! The directory of MACs: one MAC, one device on the whole platform.

use cordboard_types::{DeviceId, Mac, TenantId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr};

use crate::{
    Result, StoreError, System, Taken, Tenant,
    entity::directory_mac::{self, Column as C},
};

/// How long a claim holds that no first contact has confirmed.
pub const PROVISIONAL_MS: i64 = 30 * 24 * 60 * 60 * 1000;
/// Unconfirmed claims a customer may hold, so that nobody reserves a maker's whole range.
pub const PROVISIONAL_LIMIT: u64 = 20_000;

impl Tenant {
    /// Claims a MAC for a device: provisional until first contact, lapses after 30 days.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when any device on the platform has it, never saying whose;
    /// [`StoreError::TooMany`] above [`PROVISIONAL_LIMIT`] unconfirmed claims.
    pub async fn claim_mac(&self, device: DeviceId, mac: &Mac) -> Result<()> {
        if self.provisional_claims().await? >= PROVISIONAL_LIMIT {
            return Err(StoreError::TooMany("unconfirmed MACs"));
        }
        self.free_lapsed(mac).await?;
        let now = self.now();
        let row = directory_mac::ActiveModel {
            mac: Set(mac.as_str().to_owned()),
            tenant_id: Set(self.id().0),
            device_id: Set(device.0),
            claimed_at: Set(now.0),
            confirmed_at: Set(None),
            lapses_at: Set(now.plus(PROVISIONAL_MS).0),
        };
        self.open.insert(row).await.map_err(|error| match error {
            StoreError::Taken(_) => StoreError::Taken(Taken::Mac),
            other => other,
        })
    }

    /// Gives back whatever MAC the device has claimed.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn release_mac(&self, device: DeviceId) -> Result<()> {
        #[allow(
            clippy::disallowed_methods,
            reason = "filtered by tenant; the directory is no tenant's table"
        )]
        let delete = directory_mac::Entity::delete_many();
        delete.filter(C::TenantId.eq(self.id().0)).filter(C::DeviceId.eq(device.0)).exec(self.tx()).await?;
        Ok(())
    }

    /// First contact took place: the claim holds for good.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn confirm_mac(&self, device: DeviceId) -> Result<()> {
        #[allow(
            clippy::disallowed_methods,
            reason = "filtered by tenant; the directory is no tenant's table"
        )]
        let update = directory_mac::Entity::update_many();
        update
            .filter(C::TenantId.eq(self.id().0))
            .filter(C::DeviceId.eq(device.0))
            .filter(C::ConfirmedAt.is_null())
            .col_expr(C::ConfirmedAt, Expr::value(self.now().0))
            .exec(self.tx())
            .await?;
        Ok(())
    }

    async fn provisional_claims(&self) -> Result<u64> {
        #[allow(
            clippy::disallowed_methods,
            reason = "filtered by tenant; the directory is no tenant's table"
        )]
        let query = directory_mac::Entity::find();
        let query = query.filter(C::TenantId.eq(self.id().0)).filter(C::ConfirmedAt.is_null());
        Ok(query.count(self.tx()).await?)
    }

    /// A claim that lapsed unconfirmed is anybody's again.
    async fn free_lapsed(&self, mac: &Mac) -> Result<()> {
        #[allow(clippy::disallowed_methods, reason = "a lapsed claim belongs to nobody")]
        let delete = directory_mac::Entity::delete_many();
        delete
            .filter(C::Mac.eq(mac.as_str()))
            .filter(C::ConfirmedAt.is_null())
            .filter(C::LapsesAt.lte(self.now().0))
            .exec(self.tx())
            .await?;
        Ok(())
    }
}

impl System {
    /// Whose device has claimed a MAC.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find_mac(&self, mac: &Mac) -> Result<Option<(TenantId, DeviceId)>> {
        let row = self.find::<directory_mac::Entity>().filter(C::Mac.eq(mac.as_str())).one(self.tx()).await?;
        let holds = |row: &directory_mac::Model| row.confirmed_at.is_some() || row.lapses_at > self.now().0;
        Ok(row.filter(holds).map(|row| (TenantId(row.tenant_id), DeviceId(row.device_id))))
    }
}
