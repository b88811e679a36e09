//! What agents report, each thing taken exactly once: the report's id is stored in the transaction of its effect.

use cordboard_types::{ReportId, Timestamp};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

use crate::{Result, System, Tenant, entity::stored_report};

impl Tenant {
    /// Takes a report's id; `false` when it was taken before, and then it must have no effect.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn take_report(&self, id: ReportId) -> Result<bool> {
        let row = stored_report::ActiveModel {
            tenant_id: Set(self.id().0),
            id: Set(id.0),
            stored_at: Set(self.now().0),
        };
        let keep = OnConflict::columns([stored_report::Column::TenantId, stored_report::Column::Id])
            .do_nothing()
            .to_owned();
        let taken =
            stored_report::Entity::insert(row).on_conflict(keep).exec_without_returning(self.tx()).await?;
        Ok(taken == 1)
    }
}

impl System {
    /// Forgets the ids of reports taken before `before`; returns how many. An agent must have been away longer
    /// than that with an acknowledgement lost for one to be taken twice.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn forget_reports(&self, before: Timestamp) -> Result<u64> {
        let old = self.delete::<stored_report::Entity>().filter(stored_report::Column::StoredAt.lt(before.0));
        Ok(old.exec(self.tx()).await?.rows_affected)
    }
}
