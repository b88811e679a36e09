//! What agents report counts once.

use std::sync::Arc;

use cordboard_store::testing::on_each;
use cordboard_types::ReportId;
use tokio::task::JoinSet;

use crate::world::Customer;

#[tokio::test(flavor = "multi_thread")]
async fn of_many_deliveries_of_one_report_one_has_an_effect() {
    on_each(|store| async move {
        let customer = Arc::new(Customer::alone(&store).await);
        let report = ReportId::new();
        let mut deliveries = JoinSet::new();
        for _ in 0..16 {
            let customer = Arc::clone(&customer);
            deliveries.spawn(async move {
                let tenant = customer.write().await;
                let taken = tenant.take_report(report).await.unwrap();
                tenant.commit().await.unwrap();
                taken
            });
        }
        let taken = deliveries.join_all().await;
        assert_eq!(taken.iter().filter(|taken| **taken).count(), 1);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_report_whose_effect_failed_is_taken_the_next_time() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let report = ReportId::new();
        let cut_off = customer.write().await;
        assert!(cut_off.take_report(report).await.unwrap());
        drop(cut_off);
        assert!(customer.write().await.take_report(report).await.unwrap());
    })
    .await
    .unwrap();
}
