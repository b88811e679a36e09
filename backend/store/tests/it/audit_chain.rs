//! The audit log as a chain: numbers without a gap, operations that open and close, signed heads, and the cut.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use cordboard_store::{
    MasterKeys, PageRequest, Store, StoreError,
    audit::{Actor, Begun, Chain, Checkpoint, Entry, Filter, MovedHead, Scope, TrustedKey},
    testing::{connect, on_each, on_each_url},
};
use cordboard_types::{TenantId, Timestamp};
use ring::signature::{Ed25519KeyPair, KeyPair};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use serde_json::json;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::world::{Customer, actor, provider};

pub(crate) fn entry(name: &str) -> Entry {
    Entry {
        action: "device.change",
        target_kind: "device",
        target_id: None,
        outcome: "done",
        detail: json!({ "name": name }),
    }
}

/// Writes `count` rows, each in a transaction of its own.
pub(crate) async fn write(store: &Store, tenant: TenantId, count: usize) {
    for number in 0..count {
        let context = store.write(tenant).await.unwrap();
        context.audit(&actor(), entry(&number.to_string())).await.unwrap();
        context.commit().await.unwrap();
    }
}

/// A key as the platform's.
pub(crate) struct Signer {
    pair: Ed25519KeyPair,
    id: Uuid,
}

impl Signer {
    pub(crate) fn new() -> Self {
        Self { pair: Ed25519KeyPair::from_seed_unchecked(&[3; 32]).unwrap(), id: Uuid::from_u128(1) }
    }

    pub(crate) fn keys(&self) -> Vec<TrustedKey> {
        vec![TrustedKey { id: self.id, public_key: self.pair.public_key().as_ref().to_vec() }]
    }

    fn sign(&self, moved: MovedHead, at: Timestamp) -> Checkpoint {
        let signature = self.pair.sign(&Checkpoint::message(&moved.head, at, self.id)).as_ref().to_vec();
        Checkpoint { head: moved.head, at, key: self.id, signature }
    }

    /// Signs every head that moved; answers how many.
    pub(crate) async fn sign_all(&self, store: &Store) -> usize {
        let system = store.system("test").await.unwrap();
        let now = system.now();
        let signed: Vec<_> =
            system.moved_heads().await.unwrap().into_iter().map(|moved| self.sign(moved, now)).collect();
        let count = signed.len();
        system.add_checkpoints(signed).await.unwrap();
        system.commit().await.unwrap();
        count
    }
}

/// What is wrong with a chain, in words.
pub(crate) async fn findings(store: &Store, chain: Chain) -> Vec<String> {
    let system = store.system_snapshot("test").await.unwrap();
    let report = system.verify_audit(chain, &Signer::new().keys()).await.unwrap();
    report.findings.iter().map(ToString::to_string).collect()
}

/// A connection on which a context's row-level security lets everything through.
pub(crate) async fn raw(url: &str) -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    let database = Database::connect(options).await.unwrap();
    if url.starts_with("postgres") {
        database.execute_unprepared("SELECT set_config('cordboard.system', 'on', false)").await.unwrap();
    }
    database
}

async fn numbers(store: &Store, tenant: TenantId) -> Vec<i64> {
    let page = PageRequest { after: None, size: 200 };
    let rows = store.read(tenant).await.unwrap().audit_rows(&page).await.unwrap().items;
    let mut numbers: Vec<_> = rows.iter().map(|row| row.seq).collect();
    numbers.reverse();
    numbers
}

#[tokio::test]
async fn writers_at_the_same_time_leave_no_gap() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let (one, two) =
            (Customer::new(&store, provider, "One").await, Customer::new(&store, provider, "Two").await);
        let mut tasks = tokio::task::JoinSet::new();
        for number in 0..24 {
            let (store, ids) = (store.clone(), [one.id, two.id]);
            tasks.spawn(async move {
                // Both chains in one transaction, named in either order: nobody waits in a circle.
                let system = store.system("test").await.unwrap();
                let order = if number % 2 == 0 { [0, 1] } else { [1, 0] };
                for place in order {
                    system.audit(Some(ids[place]), &actor(), entry("both")).await.unwrap();
                }
                system.commit().await.unwrap();
            });
        }
        while let Some(done) = tasks.join_next().await {
            done.unwrap();
        }
        for id in [one.id, two.id] {
            assert_eq!(numbers(&store, id).await, (1..=24).collect::<Vec<_>>());
            assert_eq!(findings(&store, Chain::of(Some(id))).await, Vec::<String>::new());
        }
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn what_is_rolled_back_leaves_no_row() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let tenant = customer.write().await;
        tenant.audit(&actor(), entry("lost")).await.unwrap();
        drop(tenant);
        write(&store, customer.id, 1).await;
        assert_eq!(numbers(&store, customer.id).await, [1]);
    })
    .await
    .unwrap();
}

fn begun(tenant: Option<TenantId>) -> Begun {
    Begun { action: "device.change", target_kind: "device", target_id: None, tenant, node: None }
}

#[tokio::test]
async fn an_operation_opens_before_the_work_and_closes_with_it() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let mut who = actor();
        store.open_operation(&mut who, begun(Some(customer.id))).await.unwrap();
        let tenant = customer.write().await;
        tenant.audit(&who, entry("x")).await.unwrap();
        assert!(!who.operation.as_ref().unwrap().is_closed(), "not before the commit");
        tenant.commit().await.unwrap();
        store.close_operation(&who, "failed", Some("late"), json!({})).await.unwrap();

        let mut again = actor();
        store.open_operation(&mut again, begun(Some(customer.id))).await.unwrap();
        let tenant = customer.write().await;
        tenant.audit(&again, entry("x")).await.unwrap();
        drop(tenant);
        store.close_operation(&again, "failed", Some("conflict"), json!({ "token": "t" })).await.unwrap();

        let rows = customer.read().await.audit_rows(&PageRequest::default()).await.unwrap().items;
        let told: Vec<_> = rows.iter().rev().map(|row| (row.outcome.as_str(), row.code.as_deref())).collect();
        assert_eq!(told, [("opened", None), ("done", None), ("opened", None), ("failed", Some("conflict"))]);
        assert_eq!(rows[0].detail, r#"{"token":"••••••••"}"#);
        assert!(rows[0].operation == rows[1].operation && rows[1].operation != rows[2].operation);
        assert!(rows.iter().all(|row| row.operation.is_some()));
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn work_in_another_chain_does_not_close_this_one() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let mut who = actor();
        store.open_operation(&mut who, begun(None)).await.unwrap();
        let system = store.system("test").await.unwrap();
        system.audit(Some(customer.id), &who, entry("x")).await.unwrap();
        system.commit().await.unwrap();
        store.close_operation(&who, "done", None, json!(null)).await.unwrap();
        store.close_operation(&who, "failed", None, json!(null)).await.unwrap();
        let system = store.system_read("test").await.unwrap();
        let page = PageRequest::default();
        let rows = system.audit_page(Scope::Platform, &Filter::default(), &page).await.unwrap().items;
        let told: Vec<_> = rows.iter().map(|row| row.outcome.as_str()).collect();
        assert_eq!(told, ["done", "opened"]);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn rows_hold_under_the_keys_of_their_time() {
    on_each_url(async |url| {
        let before = connect(&url).await?;
        let customer = Customer::alone(&before).await;
        write(&before, customer.id, 2).await;
        let key = |id: &str, byte| (id.to_owned(), Zeroizing::new(vec![byte; 32]));
        let rotated = MasterKeys::new([key("next", 8), key("test", 7)])?;
        let after = Store::connect(&url, rotated).await?;
        write(&after, customer.id, 2).await;
        let chain = Chain::of(Some(customer.id));
        assert_eq!(findings(&after, chain).await, Vec::<String>::new());
        let told = findings(&before, chain).await;
        assert_eq!(told[0], "row 3 cannot be checked: master key next is not in the key file");
        assert_eq!(told.len(), 2);
        Ok(())
    })
    .await
    .unwrap();
}

/// A store whose clock the test turns.
fn turned(store: Store, clock: &Arc<AtomicI64>) -> Store {
    let clock = clock.clone();
    store.with_clock(move || Timestamp(clock.load(Ordering::Relaxed)))
}

#[tokio::test]
async fn old_rows_are_cut_at_a_signed_head_and_nowhere_else() {
    on_each_url(async |url| {
        let clock = Arc::new(AtomicI64::new(1_000));
        let store = turned(connect(&url).await?, &clock);
        let customer = Customer::alone(&store).await;
        let (chain, signer) = (Chain::of(Some(customer.id)), Signer::new());
        write(&store, customer.id, 3).await;
        assert_eq!(signer.sign_all(&store).await, 1);
        assert_eq!(signer.sign_all(&store).await, 0, "it has not moved");
        write(&store, customer.id, 2).await;
        clock.store(2_000, Ordering::Relaxed);
        signer.sign_all(&store).await;
        write(&store, customer.id, 2).await;

        let cut = async |before: i64, keys: &[TrustedKey]| {
            let clock = Actor { name: "clock".into(), ..Actor::default() };
            let system = store.system("test").await.unwrap();
            let chains = system.cut_audit(Timestamp(before), keys, &clock).await.unwrap();
            system.commit().await.unwrap();
            let mut rows = 0;
            loop {
                let system = store.system("test").await.unwrap();
                let removed = system.remove_cut_audit(2).await.unwrap();
                system.commit().await.unwrap();
                rows += removed;
                if removed == 0 {
                    return (chains, rows);
                }
            }
        };
        assert_eq!(cut(1_000, &signer.keys()).await, (0, 0), "nothing is old enough");
        assert_eq!(cut(1_001, &[]).await, (0, 0), "a head nobody signed cuts nothing");
        assert_eq!(cut(1_001, &signer.keys()).await, (1, 3));
        assert_eq!(cut(1_001, &signer.keys()).await, (0, 0));
        assert_eq!(numbers(&store, customer.id).await, [4, 5, 6, 7, 8], "8 tells of the cut");
        assert_eq!(findings(&store, chain).await, Vec::<String>::new());
        assert_eq!(cut(2_001, &signer.keys()).await, (1, 2));
        let system = store.system_snapshot("test").await?;
        let report = system.verify_audit(chain, &signer.keys()).await?;
        assert!(report.is_whole(), "{report:?}");
        assert_eq!((report.first, report.signed), (6, 1), "the head it was cut at is the beginning");
        drop(system);

        let database = raw(&url).await;
        let refused = database.execute_unprepared("DELETE FROM audit").await.unwrap_err().to_string();
        assert!(refused.contains("append-only"), "{refused}");
        assert_eq!(numbers(&store, customer.id).await, [6, 7, 8, 9]);
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn the_database_keeps_heads_moving_forward() {
    on_each_url(async |url| {
        let store = connect(&url).await?;
        let customer = Customer::alone(&store).await;
        write(&store, customer.id, 3).await;
        Signer::new().sign_all(&store).await;
        let database = raw(&url).await;
        for (statement, why) in [
            ("UPDATE audit SET detail = '{}'", "append-only"),
            ("DELETE FROM audit", "append-only"),
            ("UPDATE audit_head SET seq = seq - 1", "moves forward"),
            ("DELETE FROM audit_head", "moves forward"),
            ("UPDATE audit_checkpoint SET seq = 1", "append-only"),
            ("DELETE FROM audit_checkpoint", "append-only"),
        ] {
            let refused = database.execute_unprepared(statement).await.unwrap_err().to_string();
            assert!(refused.contains(why), "{statement}: {refused}");
        }
        if url.starts_with("postgres") {
            for table in ["audit", "audit_head", "audit_checkpoint", "audit_cut"] {
                let all = format!("TRUNCATE {table} CASCADE");
                assert!(database.execute_unprepared(&all).await.is_err(), "{table}");
            }
        }
        assert_eq!(findings(&store, Chain::of(Some(customer.id))).await, Vec::<String>::new());
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_chain_of_nobody_is_empty_and_whole() {
    on_each(|store| async move {
        assert_eq!(findings(&store, Chain::PLATFORM).await, Vec::<String>::new());
        let system = store.system_read("test").await.unwrap();
        assert_eq!(system.audit_chains().await.unwrap(), []);
        let foreign = PageRequest { after: Some("§".into()), size: 3 };
        let refused = system.audit_page(Scope::Platform, &Filter::default(), &foreign).await.unwrap_err();
        assert!(matches!(refused, StoreError::Cursor));
    })
    .await
    .unwrap();
}
