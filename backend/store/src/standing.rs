//! How a customer stands: active, suspended, closed. In force at once, never drafted.

use cordboard_types::{CallLock, CustomerState, Timestamp};
use sea_orm::FromQueryResult;

use crate::{Result, Subject, Tenant};

#[derive(FromQueryResult)]
struct Calls {
    calls: Option<String>,
}

impl Tenant {
    /// Suspends this customer, or changes what its telephones may do meanwhile.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn suspend(&self, calls: CallLock, reason: &str, by: &str) -> Result<()> {
        self.stand(CustomerState::Suspended, Some(calls), reason, by, None).await
    }

    /// Takes a suspension or a closure back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn activate(&self, by: &str) -> Result<()> {
        self.stand(CustomerState::Active, None, "", by, None).await
    }

    /// Closes this customer; it is erased at a moment.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close(&self, by: &str, erase_at: Timestamp) -> Result<()> {
        self.run("DELETE FROM enrolment WHERE tenant_id = $1", vec![]).await?;
        self.stand(CustomerState::Closed, None, "", by, Some(erase_at)).await
    }

    async fn stand(
        &self,
        state: CustomerState,
        calls: Option<CallLock>,
        reason: &str,
        by: &str,
        erase_at: Option<Timestamp>,
    ) -> Result<()> {
        let sql = "UPDATE customer SET state = $2, calls = $3, state_reason = $4, state_since = $5, state_by = $6, \
            erase_at = $7 WHERE tenant_id = $1";
        let values = vec![
            state.as_str().into(),
            calls.map(CallLock::as_str).into(),
            reason.into(),
            self.now().0.into(),
            by.into(),
            erase_at.map(|at| at.0).into(),
        ];
        self.run(sql, values).await?;
        self.notify(Subject::Site(self.id().0));
        for site in self.sites().await? {
            self.notify(Subject::Document(site.id.0));
        }
        Ok(())
    }

    /// What this customer's telephones may not do now; none for an active customer.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn call_lock(&self) -> Result<Option<CallLock>> {
        let rows = self.rows::<Calls>("SELECT calls FROM customer WHERE tenant_id = $1", vec![]).await?;
        let locked = |row: &Calls| CallLock::parse(row.calls.as_ref()?).ok();
        Ok(rows.first().and_then(locked).filter(|lock| *lock == CallLock::InternalOnly))
    }
}
