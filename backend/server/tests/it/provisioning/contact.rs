//! The first contact.

use std::time::Duration;

use cordboard_domain::first_contact::State as Contact;
use cordboard_server::provisioning::housekeeping;
use cordboard_store::{PageRequest, access_keys::KeyKind, audit::Row};
use cordboard_types::Timestamp;
use futures_util::{StreamExt, stream};
use tokio::time::Instant;

use super::phones::{FILE, MAC, Phones};
use crate::support::Platform;

async fn steps(phones: &Phones) -> Vec<Row> {
    let tenant = phones.state.store.read(phones.tenant()).await.unwrap();
    let rows = tenant.audit_rows(&PageRequest { after: None, size: 200 }).await.unwrap().items;
    let mut rows: Vec<_> = rows.into_iter().filter(|row| row.action == "device.first_contact").collect();
    rows.reverse();
    rows
}

fn words(rows: &[Row]) -> Vec<String> {
    let to = |row: &Row| serde_json::from_str::<serde_json::Value>(&row.detail).unwrap()["to"].clone();
    rows.iter().map(|row| to(row).as_str().unwrap().to_owned()).collect()
}

// proves
#[tokio::test]
async fn the_first_contact_takes_place_once() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        phones.set_provisioning_mac(device, "once").await;
        let first = phones.first(device).await;
        let answer = phones.get(&first).await;
        assert_eq!(answer.status(), 200);
        assert!(
            matches!(phones.contact(device).await, Contact::Claimed { .. }),
            "not done by the first key alone"
        );
        let key = phones.key(device, KeyKind::Steady).await;
        assert!(answer.text().contains(key.as_str()), "the document carries the steady key");
        let steady = format!("/{}/{FILE}", key.as_str());
        assert_eq!(phones.get(&steady).await.status(), 200);
        phones.until("done", async || phones.contact(device).await == Contact::Done).await;
        assert!(
            phones
                .state
                .store
                .read(phones.tenant())
                .await
                .unwrap()
                .access_key(device, KeyKind::First)
                .await
                .is_err()
        );
        assert_eq!(phones.get(&steady).await.status(), 200, "A-053");
        let rows = steps(&phones).await;
        assert_eq!(words(&rows), ["armed", "claimed", "done"]);
        assert_eq!(rows[0].actor, "ours@example.net");
        assert_eq!(rows[1].actor, "provisioning");
        assert!(rows.iter().all(|row| row.detail.contains("001565123456")), "each names the MAC");
        phones.set_provisioning_mac(device, "once").await;
        assert_ne!(phones.first(device).await, first, "armed again with another key");
    })
    .await;
}

// proves
#[tokio::test]
async fn a_manual_fetch_leaves_the_permission_alone() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        assert_eq!(phones.get(&phones.steady(device).await).await.status(), 200);
        assert_eq!(phones.contact(device).await, Contact::No);
        phones.set_provisioning_mac(device, "once").await;
        assert_eq!(phones.get(&phones.steady(device).await).await.status(), 200);
        assert!(matches!(phones.contact(device).await, Contact::Armed { .. }));
    })
    .await;
}

// proves A-052
#[tokio::test(flavor = "multi_thread")]
async fn of_a_thousand_sources_one_wins() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        phones.set_provisioning_mac(device, "once").await;
        let first = phones.first(device).await;
        let agents: Vec<_> = (0..1000).map(|number| format!("User-Agent: phone {number}\r\n")).collect();
        // As many at once as a busy machine still answers before their handshakes time out.
        let asking = agents.iter().map(|agent| phones.ask("GET", &first, agent));
        let answers: Vec<_> = stream::iter(asking).buffered(100).collect().await;
        let won: Vec<_> = answers.iter().zip(&agents).filter(|(answer, _)| answer.status() == 200).collect();
        assert_eq!(won.len(), 1);
        assert!(answers.iter().all(|answer| matches!(answer.status(), 200 | 404)));
        assert_eq!(words(&steps(&phones).await), ["armed", "claimed"]);
        assert_eq!(phones.ask("GET", &first, won[0].1).await.status(), 200, "the winner may repeat");
    })
    .await;
}

#[tokio::test]
async fn time_ends_a_permission() {
    Platform::on_each(async |platform| {
        let phones = Phones::new(&platform, |_| {}).await;
        let device = phones.phone("201", MAC).await;
        phones.set_provisioning_mac(device, "once").await;
        let first = phones.first(device).await;
        assert_eq!(housekeeping::age_contacts(&phones.state.store).await.unwrap(), 0);
        let later = phones.state.store.now().plus(3_600_001);
        let store = phones.state.store.clone().with_clock(move || Timestamp(later.0));
        assert_eq!(housekeeping::age_contacts(&store).await.unwrap(), 1);
        assert_eq!(phones.contact(device).await, Contact::No);
        let end = Instant::now() + Duration::from_secs(10);
        while phones.get(&first).await.status() == 200 {
            assert!(Instant::now() < end, "the key goes with the permission");
        }
        assert_eq!(words(&steps(&phones).await), ["armed", "no"]);
    })
    .await;
}
