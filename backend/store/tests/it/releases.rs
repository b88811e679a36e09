//! Releases: the same files are the same release, and no secret is in one.

use cordboard_domain::{SecretField, SecretRef, SlottedFile, status::Status};
use cordboard_store::{
    PageRequest, Tenant,
    changes::{ChangeAction, NewChange},
    credentials::sip_password,
    releases::{NewRelease, Released},
    targets::Target,
    testing::{connect, on_each, on_each_url},
};
use cordboard_types::{DeviceId, LineId};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, Statement, TransactionTrait};

use crate::world::{Customer, actor, file};

async fn phone(customer: &Customer) -> (LineId, DeviceId) {
    let (_, line) = customer.user("Anna", "201").await;
    (line, customer.device(&customer.new_phone(line, None)).await)
}

async fn changed(tenant: &Tenant, device: DeviceId) {
    let targets = [Target::Device(device)];
    let change = NewChange {
        action: ChangeAction::Changed,
        resource: "device",
        id: device.0,
        name: "x",
        targets: &targets,
    };
    tenant.record_change(&actor(), change).await.unwrap();
}

async fn release(tenant: &Tenant, device: DeviceId, files: &[SlottedFile]) -> Released {
    let target = Target::Device(device);
    let released =
        tenant.release(&actor(), NewRelease { target, catalogue_version: "1", files }).await.unwrap();
    tenant.close_changes(&[target]).await.unwrap();
    released
}

fn secret(device: DeviceId) -> SecretRef {
    SecretRef { owner: device.0.into_bytes(), field: SecretField::SteadyKey }
}

#[tokio::test]
async fn the_same_files_make_no_new_release() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, device) = phone(&customer).await;
        let tenant = customer.write().await;
        let files = [file("a.cfg", "one", secret(device)), file("b.cfg", "two", secret(device))];
        changed(&tenant, device).await;
        let first = release(&tenant, device, &files).await;
        assert!(first.new && first.number == 1);
        changed(&tenant, device).await;
        let same = release(&tenant, device, &files).await;
        assert_eq!(same, Released { new: false, ..first });
        changed(&tenant, device).await;
        let second = release(&tenant, device, &[file("a.cfg", "other", secret(device))]).await;
        assert!(second.new && second.number == 2 && second.id != first.id);
        tenant.commit().await.unwrap();
        let tenant = customer.read().await;
        let releases = tenant.releases(Target::Device(device), &PageRequest::default()).await.unwrap().items;
        assert_eq!(releases.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(releases[1].files, ["a.cfg", "b.cfg"]);
        let in_force = tenant.files_in_force(Target::Device(device)).await.unwrap();
        assert_eq!(in_force, [file("a.cfg", "other", secret(device))]);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_status_goes_from_draft_to_pending_and_a_published_change_is_closed() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (_, device) = phone(&customer).await;
        let tenant = customer.write().await;
        changed(&tenant, device).await;
        assert_eq!(tenant.changes(&PageRequest::default()).await.unwrap().items.len(), 1);
        let status = tenant.device(device).await.unwrap().target.facts.status().0;
        assert_eq!(status, Status::Draft);
        release(&tenant, device, &[file("a.cfg", "one", secret(device))]).await;
        assert!(tenant.changes(&PageRequest::default()).await.unwrap().items.is_empty());
        let facts = tenant.device(device).await.unwrap().target;
        assert_eq!((facts.facts.status().0, facts.number), (Status::Pending, Some(1)));
        changed(&tenant, device).await;
        assert_eq!(tenant.device(device).await.unwrap().target.facts.status().0, Status::Draft);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_change_waits_until_the_last_of_its_targets_is_published() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (line, device) = phone(&customer).await;
        let tenant = customer.write().await;
        let targets = tenant.targets_of_line(line).await.unwrap();
        let id = line.0;
        let change =
            NewChange { action: ChangeAction::Changed, resource: "user", id, name: "x", targets: &targets };
        tenant.record_change(&actor(), change).await.unwrap();
        release(&tenant, device, &[file("a.cfg", "one", secret(device))]).await;
        assert_eq!(tenant.changes(&PageRequest::default()).await.unwrap().items[0].targets, 1);
        tenant.close_changes(&[Target::Site(customer.site)]).await.unwrap();
        assert!(tenant.changes(&PageRequest::default()).await.unwrap().items.is_empty());
    })
    .await
    .unwrap();
}

// proves
#[tokio::test]
async fn rotating_credentials_makes_no_release_and_rotating_a_key_leaves_credentials() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (line, device) = phone(&customer).await;
        let tenant = customer.write().await;
        changed(&tenant, device).await;
        let before = release(&tenant, device, &[file("a.cfg", "one", secret(device))]).await;
        let sets = tenant.credentials(line).await.unwrap();
        let old = tenant.secret(sip_password(sets[0].id)).await.unwrap().0;
        let rotated = tenant.rotate_credentials(line).await.unwrap();
        assert!(rotated.iter().all(|set| set.version == 2) && rotated.len() == 2);
        assert_ne!(tenant.secret(sip_password(sets[0].id)).await.unwrap().0, old);
        tenant.rotate_steady_key(device).await.unwrap();
        assert_eq!(tenant.credentials(line).await.unwrap(), rotated);
        let facts = tenant.target_facts(Target::Device(device)).await.unwrap().0;
        assert_eq!(facts.facts.released.map(|(id, _)| id), Some(before.id));
        assert_eq!((facts.facts.changed_at, facts.number), (None, Some(1)));
    })
    .await
    .unwrap();
}

/// Every byte string of the tables releases are kept in, unpacked.
async fn stored_bytes(url: &str, customer: &Customer) -> Vec<u8> {
    let database = Database::connect(url).await.unwrap();
    let transaction = database.begin().await.unwrap();
    let backend = transaction.get_database_backend();
    if backend == DatabaseBackend::Postgres {
        let sql = format!("SET LOCAL cordboard.tenant = '{}'", customer.id);
        transaction.execute_unprepared(&sql).await.unwrap();
    }
    let sql = "SELECT bytes FROM release_blob";
    let rows = transaction.query_all_raw(Statement::from_string(backend, sql)).await.unwrap();
    let blobs = rows.iter().map(|row| row.try_get::<Vec<u8>>("", "bytes").unwrap());
    blobs.flat_map(|blob| zstd::decode_all(blob.as_slice()).unwrap()).collect()
}

#[tokio::test]
async fn no_secret_is_in_a_release() {
    on_each_url(async |url| {
        let customer = Customer::alone(&connect(&url).await?).await;
        let (line, device) = phone(&customer).await;
        let tenant = customer.write().await;
        changed(&tenant, device).await;
        let set = tenant.credentials(line).await?[1].id;
        release(&tenant, device, &[file("a.cfg", "password = ", sip_password(set))]).await;
        let password = tenant.secret(sip_password(set)).await?.0;
        tenant.commit().await?;
        let bytes = stored_bytes(&url, &customer).await;
        let holds = |needle: &str| bytes.windows(needle.len()).any(|part| part == needle.as_bytes());
        assert!(holds("password = ") && !holds(&password));
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn old_releases_are_pruned_but_never_the_one_in_force() {
    on_each_url(async |url| {
        let store = connect(&url).await?;
        let customer = Customer::alone(&store).await;
        let (_, device) = phone(&customer).await;
        let tenant = customer.write().await;
        for number in 1..=5 {
            changed(&tenant, device).await;
            release(&tenant, device, &[file("a.cfg", &format!("text {number}"), secret(device))]).await;
        }
        tenant.commit().await?;
        let prune = async |before, keep| {
            let system = store.system("test").await.unwrap();
            let count = system.prune_releases(before, keep).await.unwrap();
            system.commit().await.unwrap();
            count
        };
        let now = store.now();
        assert_eq!(prune(now.plus(-60_000), 2).await, 0, "what is young stays");
        assert_eq!(prune(now.plus(60_000), 2).await, 3);
        assert_eq!(prune(now.plus(60_000), 0).await, 1, "the one in force stays whatever its age");
        let bytes = String::from_utf8(stored_bytes(&url, &customer).await).unwrap();
        assert!(bytes.contains("text 5") && !bytes.contains("text 4"), "{bytes}");
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn shared_files_are_stored_once() {
    on_each_url(async |url| {
        let customer = Customer::alone(&connect(&url).await?).await;
        let (line, first) = phone(&customer).await;
        let second = customer.device(&customer.new_phone(line, None)).await;
        let shared = file("common.cfg", "the same for both", secret(first));
        let tenant = customer.write().await;
        for device in [first, second] {
            changed(&tenant, device).await;
            release(&tenant, device, &[shared.clone(), file("own.cfg", &device.to_string(), secret(device))])
                .await;
        }
        tenant.commit().await?;
        let bytes = String::from_utf8(stored_bytes(&url, &customer).await).unwrap();
        assert_eq!(bytes.matches("the same for both").count(), 1);
        Ok(())
    })
    .await
    .unwrap();
}
