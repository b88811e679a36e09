//! Who owns the database and lifts its guards is found out all the same.

use cordboard_store::{
    Store,
    audit::Chain,
    testing::{connect, on_each_url},
};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::{
    audit_chain::{Signer, findings, raw, write},
    world::Customer,
};

const SQLITE_GUARDS: &[&str] = &[
    "audit_follow",
    "audit_no_update",
    "audit_no_delete",
    "audit_head_forward",
    "audit_head_no_delete",
    "audit_checkpoint_no_update",
    "audit_checkpoint_no_delete",
];

async fn lift_guards(database: &DatabaseConnection, url: &str) {
    if url.starts_with("postgres") {
        for table in ["audit", "audit_head", "audit_checkpoint", "audit_cut"] {
            let lift = format!("ALTER TABLE {table} DISABLE TRIGGER USER");
            database.execute_unprepared(&lift).await.unwrap();
        }
        return;
    }
    for guard in SQLITE_GUARDS {
        database.execute_unprepared(&format!("DROP TRIGGER {guard}")).await.unwrap();
    }
}

/// Ten rows, signed after the sixth and the eighth, and a forger's hand; answers what the verifier says.
async fn after(statements: &'static [&'static str]) -> Vec<Vec<String>> {
    let told = std::sync::Mutex::new(Vec::new());
    on_each_url(async |url| {
        let store: Store = connect(&url).await?;
        let customer = Customer::alone(&store).await;
        let signer = Signer::new();
        write(&store, customer.id, 6).await;
        signer.sign_all(&store).await;
        write(&store, customer.id, 2).await;
        signer.sign_all(&store).await;
        write(&store, customer.id, 2).await;
        let chain = Chain::of(Some(customer.id));
        assert_eq!(findings(&store, chain).await, Vec::<String>::new());
        let database = raw(&url).await;
        lift_guards(&database, &url).await;
        for statement in statements {
            database.execute_unprepared(statement).await.unwrap();
        }
        let found = findings(&store, chain).await;
        told.lock().unwrap().push(found);
        Ok(())
    })
    .await
    .unwrap();
    told.into_inner().unwrap()
}

/// Every database says the same.
async fn says(statements: &'static [&'static str], expected: &[&str]) {
    for told in after(statements).await {
        assert_eq!(told, expected, "{statements:?}");
    }
}

/// The head as it was after row 5.
const HEAD_BACK: &str = "UPDATE audit_head SET seq = 5, mac = (SELECT a.mac FROM audit a WHERE a.chain_id = audit_head.chain_id \
     AND a.seq = 5)";

#[tokio::test]
async fn a_removed_row_is_named() {
    says(&["DELETE FROM audit WHERE seq = 4"], &["row 4 was removed"]).await;
    says(&["DELETE FROM audit WHERE seq IN (2, 3)"], &["rows 2 to 3 were removed"]).await;
    says(&["DELETE FROM audit WHERE seq = 1"], &["row 1 was removed"]).await;
}

#[tokio::test]
async fn an_altered_row_is_named() {
    for (statement, row) in [
        ("UPDATE audit SET actor_name = 'somebody@example.net' WHERE seq = 3", 3),
        ("UPDATE audit SET detail = '{}' WHERE seq = 6", 6),
        ("UPDATE audit SET at = at + 1 WHERE seq = 1", 1),
        ("UPDATE audit SET outcome = 'denied' WHERE seq = 9", 9),
        ("UPDATE audit SET error_code = '' WHERE seq = 5", 5),
        ("UPDATE audit SET mac = (SELECT h.mac FROM audit_head h) WHERE seq = 7", 7),
    ] {
        for told in after(Box::leak(Box::new([statement]))).await {
            assert_eq!(told, [format!("row {row} was altered")], "{statement}");
        }
    }
}

#[tokio::test]
async fn two_rows_in_each_others_place_are_named() {
    says(
        &[
            "UPDATE audit SET seq = 100 WHERE seq = 2",
            "UPDATE audit SET seq = 2 WHERE seq = 3",
            "UPDATE audit SET seq = 3 WHERE seq = 100",
        ],
        &["row 2 was altered", "row 3 was altered", "row 4 was altered"],
    )
    .await;
}

#[tokio::test]
async fn a_tail_that_was_cut_is_missed_by_the_head() {
    says(&["DELETE FROM audit WHERE seq > 9"], &["truncated: row 9 is the last one, but there was a row 10"])
        .await;
}

#[tokio::test]
async fn a_tail_that_was_cut_with_the_head_is_missed_by_what_was_signed() {
    says(
        &[HEAD_BACK, "DELETE FROM audit WHERE seq > 5"],
        &["truncated: row 5 is the last one, but there was a row 8"],
    )
    .await;
}

#[tokio::test]
async fn a_head_that_was_moved_back_is_named() {
    says(&[HEAD_BACK], &["the head was altered: it does not belong to row 10, the last one"]).await;
    says(&["DELETE FROM audit_head"], &["the head was altered: it does not belong to row 10, the last one"])
        .await;
}

#[tokio::test]
async fn a_signed_head_that_was_altered_is_named() {
    says(
        &["UPDATE audit_checkpoint SET mac = (SELECT h.mac FROM audit_head h) WHERE seq = 6"],
        &["the signature of the head at row 6 does not hold"],
    )
    .await;
}

#[tokio::test]
async fn a_cut_of_somebody_elses_is_named() {
    says(
        &[
            "INSERT INTO audit_cut SELECT chain_id, seq, at, 'test', mac FROM audit_checkpoint WHERE seq = 6",
            "DELETE FROM audit WHERE seq <= 6",
        ],
        &["the cut after row 6 was not made by the server", "rows 1 to 6 were removed"],
    )
    .await;
}
