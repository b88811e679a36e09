//! The audit log only grows.

use cordboard_store::{
    PageRequest,
    audit::Entry,
    testing::{connect, on_each_url},
};
use sea_orm::{ConnectionTrait, Database};

use crate::world::{Customer, actor};

// proves A-061
#[tokio::test]
async fn the_database_refuses_to_change_or_remove_a_row() {
    on_each_url(async |url| {
        let customer = Customer::alone(&connect(&url).await?).await;
        let tenant = customer.write().await;
        let entry = Entry {
            action: "device.create",
            target_kind: "device",
            target_id: None,
            outcome: "done",
            detail: serde_json::json!({ "name": "Desk phone" }),
        };
        tenant.audit(&actor(), entry).await?;
        tenant.commit().await?;
        let database = Database::connect(&url).await?;
        for statement in ["UPDATE audit SET actor_name = 'nobody'", "DELETE FROM audit"] {
            let refused = database.execute_unprepared(statement).await.unwrap_err();
            assert!(refused.to_string().contains("append-only"), "{statement}: {refused}");
        }
        let rows = customer.read().await.audit_rows(&PageRequest::default()).await?.items;
        assert_eq!((rows.len(), rows[0].actor.as_str()), (1, "operator@example.net"));
        Ok(())
    })
    .await
    .unwrap();
}
