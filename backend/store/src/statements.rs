//! How many statements a piece of work sent to the database: what a request costs, and whether two refusals cost the
//! same.

use std::{cell::Cell, future::Future};

use sea_orm::DatabaseConnection;

tokio::task_local! {
    static COUNT: Cell<u64>;
}

/// Runs `work` and counts the statements it sends itself; what it spawns goes uncounted.
pub async fn counted<F: Future>(work: F) -> (F::Output, u64) {
    COUNT
        .scope(Cell::new(0), async {
            let output = work.await;
            (output, COUNT.with(Cell::get))
        })
        .await
}

/// Counts every statement of a connection and of the transactions on it.
pub(crate) fn watch(connection: &mut DatabaseConnection) {
    connection.set_metric_callback(|_| {
        // Outside of counted work nobody wants to know.
        COUNT.try_with(|count| count.set(count.get().saturating_add(1))).unwrap_or_default();
    });
}
