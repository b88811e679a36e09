//! How many statements a piece of work sent to the database: what a request costs, and whether two refusals cost the
//! same.

use std::{cell::Cell, future::Future};

use sea_orm::{DatabaseConnection, metric::Info};

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
    connection.set_metric_callback(note);
}

#[allow(unused_variables, reason = "only tests look at the statement itself")]
fn note(info: &Info<'_>) {
    // Outside of counted work nobody wants to know.
    COUNT.try_with(|count| count.set(count.get().saturating_add(1))).unwrap_or_default();
    #[cfg(feature = "testing")]
    captured::note(info.statement);
}

/// Statements themselves, for tests that ask the database how it answers them.
#[cfg(feature = "testing")]
pub mod captured {
    use std::{cell::RefCell, future::Future};

    use sea_orm::Statement;

    tokio::task_local! {
        static STATEMENTS: RefCell<Vec<Statement>>;
    }

    /// Runs `work` and keeps the statements it sends.
    pub async fn captured<F: Future>(work: F) -> (F::Output, Vec<Statement>) {
        STATEMENTS
            .scope(RefCell::default(), async {
                let output = work.await;
                (output, STATEMENTS.with(RefCell::take))
            })
            .await
    }

    pub(super) fn note(statement: &Statement) {
        STATEMENTS.try_with(|all| all.borrow_mut().push(statement.clone())).unwrap_or_default();
    }
}
