//! Devices: MACs, lines, handsets, deletion.

use cordboard_domain::{SecretField, SecretRef, SlottedFile, first_contact::State};
use cordboard_store::{
    PageRequest, StoreError, Taken, Tenant,
    access_keys::KeyKind,
    changes::{ChangeAction, NewChange},
    credentials::sip_password,
    devices::{DeviceChange, DeviceKind, NewHandset},
    releases::NewRelease,
    targets::Target,
    testing::on_each,
};
use cordboard_types::{DeviceId, Mac, Timestamp};

use crate::world::{Customer, actor, file, label, provider};

const MAC: &str = "00041345C9BF";

// proves A-057
#[tokio::test]
async fn a_mac_is_one_device_s_on_the_whole_platform_and_the_answers_are_alike() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let ours = Customer::new(&store, provider, "Ours").await;
        let theirs = Customer::new(&store, provider, "Theirs").await;
        let (_, line) = ours.user("Anna", "201").await;
        let (_, foreign_line) = theirs.user("Berta", "201").await;
        ours.device(&ours.new_phone(line, Some(MAC))).await;
        let mut answers = Vec::new();
        for (customer, line) in [(&ours, line), (&theirs, foreign_line)] {
            let tenant = customer.write().await;
            answers.push(tenant.create_device(&customer.new_phone(line, Some(MAC))).await.unwrap_err());
        }
        assert!(answers.iter().all(|answer| matches!(answer, StoreError::Taken(Taken::Mac))));
        assert_eq!(answers[0].to_string(), answers[1].to_string());
        for (customer, count) in [(&ours, 1), (&theirs, 0)] {
            let devices = customer.read().await.devices(None, &PageRequest::default()).await.unwrap();
            assert_eq!(devices.items.len(), count);
        }
    })
    .await
    .unwrap();
}

// proves
#[tokio::test]
async fn after_deletion_the_key_is_gone_and_the_mac_is_free() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let ours = Customer::new(&store, provider, "Ours").await;
        let theirs = Customer::new(&store, provider, "Theirs").await;
        let (_, line) = ours.user("Anna", "201").await;
        let (_, foreign_line) = theirs.user("Berta", "201").await;
        let gone = ours.device(&ours.new_phone(line, Some(MAC))).await;
        let stays = ours.device(&ours.new_phone(line, None)).await;
        let before = ours.read().await.access_key(stays, KeyKind::Steady).await.unwrap();
        let tenant = ours.write().await;
        let (_, revoked) = tenant.delete_device(gone, 1).await.unwrap();
        assert!(revoked.is_some());
        tenant.commit().await.unwrap();
        let system = store.system_read("test").await.unwrap();
        assert_eq!(system.find_mac(&Mac::parse(MAC).unwrap()).await.unwrap(), None);
        let keys = system.live_keys().await.unwrap();
        assert!(keys.iter().any(|key| key.device == stays) && keys.iter().all(|key| key.device != gone));
        drop(system);
        let tenant = ours.read().await;
        assert_eq!(tenant.access_key(stays, KeyKind::Steady).await.unwrap(), before);
        assert_eq!(tenant.credentials(line).await.unwrap().len(), 2, "the line's own and the other phone's");
        drop(tenant);
        theirs.device(&theirs.new_phone(foreign_line, Some(MAC))).await;
    })
    .await
    .unwrap();
}

// proves A-004
#[tokio::test]
async fn each_device_of_a_line_has_credentials_of_its_own() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, line) = customer.user("Anna", "201").await;
        let first = customer.device(&customer.new_phone(line, None)).await;
        let second = customer.device(&customer.new_phone(line, None)).await;
        let sets = customer.read().await.credentials(line).await.unwrap();
        let of = |device| sets.iter().find(|set| set.device == Some(device)).unwrap();
        assert!(of(first).auth_user.starts_with("201-") && of(first).auth_user.len() == 10);
        assert_ne!(of(first).auth_user, of(second).auth_user);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_new_mac_takes_the_permission_back_and_frees_the_old_one() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, line) = customer.user("Anna", "201").await;
        let id = customer.device(&customer.new_phone(line, Some(MAC))).await;
        let tenant = customer.write().await;
        tenant.arm_first_contact(id, 3_600_000, &actor()).await.unwrap();
        let change = DeviceChange { mac: Some(Mac::parse("00041345C9C0").unwrap()), ..Default::default() };
        let revoked = tenant.change_device(id, 1, &change, &actor()).await.unwrap();
        assert!(revoked.is_some(), "the first-access key is gone");
        let device = tenant.device(id).await.unwrap();
        assert_eq!((device.contact, device.version), (State::No, 2));
        tenant.commit().await.unwrap();
        customer.device(&customer.new_phone(line, Some(MAC))).await;
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_device_takes_its_credentials_to_another_line() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, first) = customer.user("Anna", "201").await;
        let (_, second) = customer.user("Berta", "202").await;
        let id = customer.device(&customer.new_phone(first, None)).await;
        let tenant = customer.write().await;
        let before = tenant.credentials(first).await.unwrap()[1].clone();
        let password = tenant.secret(sip_password(before.id)).await.unwrap();
        let change = DeviceChange { line: Some(second), ..Default::default() };
        tenant.change_device(id, 1, &change, &actor()).await.unwrap();
        assert_eq!(tenant.credentials(first).await.unwrap().len(), 1);
        let sets = tenant.credentials(second).await.unwrap();
        let moved = sets.iter().find(|set| set.device == Some(id)).unwrap();
        assert!(moved.id == before.id && moved.auth_user.starts_with("202-"));
        assert_eq!(
            tenant.secret(sip_password(moved.id)).await.unwrap(),
            password,
            "files in force stay whole"
        );
    })
    .await
    .unwrap();
}

// proves A-091
#[tokio::test]
async fn slots_of_handsets_never_move() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, line) = customer.user("Anna", "201").await;
        let base = customer.device(&customer.new_dect(None)).await;
        let tenant = customer.write().await;
        for _ in 0..3 {
            let system = tenant.device(base).await.unwrap();
            tenant.add_handset(&system, &NewHandset { line, name: None, ipui: None }).await.unwrap();
        }
        let system = tenant.device(base).await.unwrap();
        assert_eq!(system.kind, DeviceKind::DectSystem);
        let second = system.handsets[1].clone();
        tenant.delete_handset(&system, second.id).await.unwrap();
        let slots = |device: &cordboard_store::devices::Device| {
            device.handsets.iter().map(|handset| handset.slot).collect::<Vec<_>>()
        };
        assert_eq!(slots(&tenant.device(base).await.unwrap()), [1, 3]);
        let system = tenant.device(base).await.unwrap();
        tenant
            .add_handset(&system, &NewHandset { line, name: Some(label("New")), ipui: None })
            .await
            .unwrap();
        assert_eq!(slots(&tenant.device(base).await.unwrap()), [1, 2, 3]);
    })
    .await
    .unwrap();
}

// proves A-110
#[tokio::test]
async fn a_removed_handset_is_refused_at_once_and_its_secrets_go_with_the_publish() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, line) = customer.user("Anna", "201").await;
        let base = customer.device(&customer.new_dect(None)).await;
        let tenant = customer.write().await;
        let system = tenant.device(base).await.unwrap();
        let id = tenant.add_handset(&system, &NewHandset { line, name: None, ipui: None }).await.unwrap();
        let pin = SecretRef { owner: id.0.into_bytes(), field: SecretField::DectPin };
        let password = sip_password(tenant.credentials(line).await.unwrap()[1].id);
        let files = [file("base.xml", "<a/>", pin), file("more.xml", "<a/>", password)];
        publish(&tenant, base, &files).await;
        tenant.delete_handset(&tenant.device(base).await.unwrap(), id).await.unwrap();
        changed(&tenant, base).await;
        assert_eq!(tenant.credentials(line).await.unwrap().len(), 1);
        assert!(
            tenant.secret(pin).await.is_ok() && tenant.secret(password).await.is_ok(),
            "the files stay whole"
        );
        publish(&tenant, base, &[file("base.xml", "<b/>", own_key(base))]).await;
        for gone in [pin, password] {
            assert!(matches!(tenant.secret(gone).await, Err(StoreError::NotFound)));
        }
        assert!(tenant.secret(own_key(base)).await.is_ok());
    })
    .await
    .unwrap();
}

fn own_key(device: DeviceId) -> SecretRef {
    SecretRef { owner: device.0.into_bytes(), field: SecretField::SteadyKey }
}

async fn changed(tenant: &Tenant, device: DeviceId) {
    let (action, targets) = (ChangeAction::Changed, [Target::Device(device)]);
    let change = NewChange { action, resource: "device", id: device.0, name: "x", targets: &targets };
    tenant.record_change(&actor(), change).await.unwrap();
}

/// Publishes a device and, as a publish of everything does, its site.
async fn publish(tenant: &Tenant, device: DeviceId, files: &[SlottedFile]) {
    changed(tenant, device).await;
    let targets: Vec<_> = tenant.changed_targets().await.unwrap().iter().map(|row| row.target).collect();
    for target in &targets {
        let new = NewRelease { target: *target, catalogue_version: "1", files };
        tenant.release(&actor(), new).await.unwrap();
    }
    tenant.close_changes(&targets).await.unwrap();
}

#[tokio::test]
async fn lists_go_by_name_and_by_line() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, anna) = customer.user("Anna", "201").await;
        let (_, berta) = customer.user("Berta", "202").await;
        for (name, line) in [("C", anna), ("A", berta), ("B", anna)] {
            let mut phone = customer.new_phone(line, None);
            phone.name = label(name);
            customer.device(&phone).await;
        }
        let base = customer.device(&customer.new_dect(None)).await;
        let tenant = customer.write().await;
        let system = tenant.device(base).await.unwrap();
        tenant.add_handset(&system, &NewHandset { line: anna, name: None, ipui: None }).await.unwrap();
        tenant.commit().await.unwrap();
        let tenant = customer.read().await;
        let all = tenant.devices(None, &PageRequest { after: None, size: 2 }).await.unwrap();
        let names = |rows: &[cordboard_store::devices::Device]| {
            rows.iter().map(|row| row.name.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(names(&all.items), ["A", "B"]);
        let rest = tenant.devices(None, &PageRequest { after: all.next, size: 2 }).await.unwrap();
        assert_eq!((names(&rest.items), rest.next), (vec!["C".into(), "Warehouse".into()], None));
        assert_eq!(rest.items[1].handsets.len(), 1);
        let of_anna = tenant.devices(Some(anna), &PageRequest::default()).await.unwrap();
        assert_eq!(names(&of_anna.items), ["B", "C", "Warehouse"]);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_permission_is_read_back_as_it_was_given() {
    on_each(|store| async move {
        let store = store.with_clock(|| Timestamp(1_000_000));
        let customer = Customer::alone(&store).await;
        let (_, line) = customer.user("Anna", "201").await;
        let id = customer.device(&customer.new_phone(line, Some(MAC))).await;
        let tenant = customer.write().await;
        let (until, _) = tenant.arm_first_contact(id, 3_600_000, &actor()).await.unwrap();
        assert_eq!(until, Timestamp(4_600_000));
        assert_eq!(tenant.device(id).await.unwrap().contact, State::Armed { until });
    })
    .await
    .unwrap();
}
