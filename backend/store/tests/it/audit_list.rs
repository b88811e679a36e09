//! Searching the log, and what it costs.

use cordboard_store::{
    PageRequest,
    audit::{Actor, Begun, Entry, Filter, Scope},
    testing::on_each,
};
use cordboard_types::Timestamp;
use serde_json::json;
use uuid::Uuid;

use crate::world::{Customer, provider};

async fn write(customer: &Customer, name: &str, action: &'static str, target: Uuid, outcome: &'static str) {
    let actor = Actor { name: name.into(), ..Actor::default() };
    let entry = Entry { action, target_kind: "device", target_id: Some(target), outcome, detail: json!({}) };
    let tenant = customer.write().await;
    tenant.audit(&actor, entry).await.unwrap();
    tenant.commit().await.unwrap();
}

async fn found(customer: &Customer, filter: &Filter) -> Vec<i64> {
    let rows = customer.read().await.audit_page(filter, &PageRequest::default()).await.unwrap().items;
    rows.iter().map(|row| row.seq).collect()
}

#[tokio::test]
async fn each_filter_narrows_and_all_of_them_hold() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let ours = Customer::new(&store, provider, "Ours").await;
        let theirs = Customer::new(&store, provider, "Theirs").await;
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        write(&ours, "anna@example.net", "device.create", one, "done").await;
        write(&ours, "anna@example.net", "device.change", two, "failed").await;
        write(&ours, "bert@example.net", "device.change", one, "denied").await;
        write(&ours, "Änne", "user.change", one, "done").await;
        write(&theirs, "anna@example.net", "device.change", one, "done").await;
        let all = Filter::default();
        assert_eq!(found(&ours, &all).await, [4, 3, 2, 1]);
        assert_eq!(found(&theirs, &all).await, [1]);
        let actor = |name: &str| Filter { actor: Some(name.into()), ..Filter::default() };
        assert_eq!(found(&ours, &actor("anna")).await, [2, 1]);
        assert_eq!(found(&ours, &actor("Ä")).await, [4]);
        assert_eq!(found(&ours, &actor("an%")).await, Vec::<i64>::new(), "a prefix is no pattern");
        let action = |word: &str| Filter { action: Some(word.into()), ..Filter::default() };
        assert_eq!(found(&ours, &action("device.")).await, [3, 2, 1]);
        assert_eq!(found(&ours, &Filter { target: Some(one), ..Filter::default() }).await, [4, 3, 1]);
        assert_eq!(found(&ours, &Filter { outcome: Some("denied".into()), ..Filter::default() }).await, [3]);
        let both = Filter { target: Some(one), ..action("device.c") };
        assert_eq!(found(&ours, &both).await, [3, 1]);
        let now = store.now();
        assert_eq!(found(&ours, &Filter { from: Some(Timestamp(now.0 + 1)), ..all.clone() }).await.len(), 0);
        assert_eq!(found(&ours, &Filter { to: Some(Timestamp(now.0 + 1)), ..all.clone() }).await.len(), 4);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn pages_go_back_and_batches_go_forward() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        for _ in 0..5 {
            write(&customer, "anna@example.net", "device.change", Uuid::nil(), "done").await;
        }
        let tenant = customer.read().await;
        let (filter, mut page, mut seen) =
            (Filter::default(), PageRequest { after: None, size: 2 }, Vec::new());
        loop {
            let found = tenant.audit_page(&filter, &page).await.unwrap();
            seen.extend(found.items.iter().map(|row| row.seq));
            match found.next {
                Some(next) => page.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, [5, 4, 3, 2, 1]);
        let batch = tenant.audit_batch(&filter, 2, 2).await.unwrap();
        assert_eq!(batch.iter().map(|row| row.seq).collect::<Vec<_>>(), [3, 4]);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_provider_sees_its_part_of_the_platforms_chain() {
    on_each(|store| async move {
        let node = provider(&store).await;
        for concerns in [None, Some(node)] {
            let mut actor = Actor { name: "anna@example.net".into(), ..Actor::default() };
            let begun = Begun {
                action: "role.create",
                target_kind: "role",
                target_id: None,
                tenant: None,
                node: concerns,
            };
            store.open_operation(&mut actor, begun).await.unwrap();
            store.close_operation(&actor, "done", None, json!(null)).await.unwrap();
        }
        let system = store.system_read("test").await.unwrap();
        let count = async |scope| {
            let found = system.audit_page(scope, &Filter::default(), &PageRequest::default()).await;
            found.unwrap().items.len()
        };
        assert_eq!(count(Scope::Platform).await, 4);
        assert_eq!(count(Scope::Node(node)).await, 2);
        assert_eq!(system.audit_batch(Scope::Node(node), &Filter::default(), 0, 9).await.unwrap().len(), 2);
    })
    .await
    .unwrap();
}
