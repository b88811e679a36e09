//! The end of users.

use cordboard_types::UserId;
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::{Result, StoreError, Subject, Tenant, query::places};

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

impl Tenant {
    /// Removes a user with the line, its credentials and registrations.
    ///
    /// # Errors
    /// [`StoreError::InUse`] while devices are on the line; they are removed first, each with what is lost.
    /// [`StoreError::Predefined`] for the administrator's user (P-023).
    pub async fn delete_user(&self, id: UserId, version: i64) -> Result<()> {
        self.lock_model().await?;
        let user = self.user_at(id, version).await?;
        if user.profile.login.is_admin() {
            return Err(StoreError::Predefined);
        }
        if user.devices > 0 {
            return Err(StoreError::InUse);
        }
        self.delete_unused_users(&[id]).await?;
        self.notify(Subject::Document(user.site.0));
        Ok(())
    }

    /// Removes those of the users on whose lines there are no devices; answers how many. For some hundreds at a time.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_unused_users(&self, ids: &[UserId]) -> Result<u64> {
        self.lock_model().await?;
        let ids = self.without_devices(ids).await?;
        let Some(first) = ids.first() else { return Ok(0) };
        let users = places(2, ids.len());
        let sets = format!(
            "SELECT c.id FROM credential_set c JOIN line l ON l.tenant_id = c.tenant_id AND l.id = c.line_id \
             WHERE c.tenant_id = $1 AND l.user_id IN ({users})"
        );
        for condition in [
            format!("secret WHERE tenant_id = $1 AND owner_id IN ({sets})"),
            format!("registration WHERE tenant_id = $1 AND credential_id IN ({sets})"),
            format!("secret WHERE tenant_id = $1 AND owner_id IN ({users})"),
            format!("search_term WHERE tenant_id = $1 AND owner_id IN ({users})"),
            format!("pbx_user WHERE tenant_id = $1 AND id IN ({users})"),
        ] {
            self.run(&format!("DELETE FROM {condition}"), values(&ids)).await?;
        }
        self.notify(Subject::User(*first));
        Ok(u64::try_from(ids.len()).unwrap_or(u64::MAX))
    }

    async fn without_devices(&self, ids: &[UserId]) -> Result<Vec<Uuid>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "SELECT u.id FROM pbx_user u WHERE u.tenant_id = $1 AND u.id IN ({}) AND NOT EXISTS ( \
                SELECT 1 FROM line l JOIN device d ON d.tenant_id = l.tenant_id AND d.line_id = l.id \
                WHERE l.tenant_id = u.tenant_id AND l.user_id = u.id) ORDER BY u.id",
            places(2, ids.len())
        );
        let ids: Vec<_> = ids.iter().map(|id| id.0).collect();
        Ok(self.rows::<Id>(&sql, values(&ids)).await?.into_iter().map(|row| row.id).collect())
    }
}

fn values(ids: &[Uuid]) -> Vec<Value> {
    ids.iter().map(|id| (*id).into()).collect()
}
