//! The servers that follow the live-key log: a revocation returns when every live one has applied it.

use cordboard_types::Timestamp;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};
use uuid::Uuid;

use crate::{
    Result, System,
    entity::replica::{self, Column as C},
};

/// Milliseconds without a heartbeat after which a replica is gone: by then it answers 503 itself.
pub const GONE_AFTER: i64 = 2_000;

impl System {
    /// Says that replica `id` lives and has applied the log up to `applied`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn heartbeat(&self, id: Uuid, applied: i64) -> Result<()> {
        let row =
            replica::ActiveModel { id: Set(id), applied: Set(applied), heartbeat_at: Set(self.now().0) };
        let replace = OnConflict::column(C::Id).update_columns([C::Applied, C::HeartbeatAt]).to_owned();
        replica::Entity::insert(row).on_conflict(replace).exec_without_returning(self.tx()).await?;
        Ok(())
    }

    /// The place of the log that every live replica has reached; none without a live replica.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn applied_everywhere(&self) -> Result<Option<i64>> {
        let since = self.now().plus(-GONE_AFTER);
        let rows = self.find::<replica::Entity>().filter(C::HeartbeatAt.gt(since.0)).all(self.tx()).await?;
        Ok(rows.iter().map(|row| row.applied).min())
    }

    /// Forgets a replica that stops, so that nobody waits for it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_replica(&self, id: Uuid) -> Result<()> {
        self.delete::<replica::Entity>().filter(C::Id.eq(id)).exec(self.tx()).await?;
        Ok(())
    }

    /// Forgets replicas not heard of since `before`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn prune_replicas(&self, before: Timestamp) -> Result<u64> {
        let gone = self.delete::<replica::Entity>().filter(C::HeartbeatAt.lt(before.0));
        Ok(gone.exec(self.tx()).await?.rows_affected)
    }
}
