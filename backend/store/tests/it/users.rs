//! Users, lines and credential sets.

use cordboard_store::{
    PageRequest, StoreError, Taken,
    changes::{ChangeAction, NewChange},
    credentials::sip_password,
    targets::Target,
    testing::{connect, on_each, on_each_url},
};
use cordboard_types::Login;
use sea_orm::{ConnectionTrait, Database, TransactionTrait};

use crate::world::{Customer, actor, rename};

#[tokio::test]
async fn a_user_comes_with_a_line_and_a_credential_set() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (user, line) = customer.user("Anna Muster", "201").await;
        let tenant = customer.read().await;
        let row = tenant.user(user).await.unwrap();
        assert_eq!(
            (row.profile.name.as_str(), row.profile.extension.as_str(), row.line),
            ("Anna Muster", "201", line)
        );
        let sets = tenant.credentials(line).await.unwrap();
        assert_eq!((sets.len(), sets[0].auth_user.as_str(), sets[0].version), (1, "201", 1));
        let (password, version) = tenant.secret(sip_password(sets[0].id)).await.unwrap();
        assert!(password.len() >= 24 && version == 1);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn an_extension_is_one_line_s_and_nothing_is_left_of_the_second() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        customer.user("First", "201").await;
        let tenant = customer.write().await;
        let mut new = customer.new_user("Second", "201");
        new.profile.login = Login::parse("second").unwrap();
        let refused = tenant.create_user(&new).await.unwrap_err();
        assert!(matches!(refused, StoreError::Taken(Taken::Extension)));
        drop(tenant);
        assert_eq!(customer.read().await.users(&PageRequest::default()).await.unwrap().items.len(), 1);
    })
    .await
    .unwrap();
}

// proves A-007
#[tokio::test]
async fn a_new_name_reaches_every_device_of_the_line_and_the_site() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (user, line) = customer.user("Before", "201").await;
        let phone = customer.device(&customer.new_phone(line, None)).await;
        let dect = customer.device(&customer.new_dect(None)).await;
        let tenant = customer.write().await;
        let handset = cordboard_store::devices::NewHandset { line, name: None, ipui: None };
        tenant.add_handset(&tenant.device(dect).await.unwrap(), &handset).await.unwrap();
        rename(&tenant, user, 1, "After", Some("205")).await.unwrap();
        let mut targets = tenant.targets_of_line(line).await.unwrap();
        targets.sort();
        let mut expected = [Target::Device(phone), Target::Device(dect), Target::Site(customer.site)];
        expected.sort();
        assert_eq!(targets, expected);
        let change = NewChange {
            action: ChangeAction::Changed,
            resource: "user",
            id: user.0,
            name: "After",
            targets: &targets,
        };
        tenant.record_change(&actor(), change).await.unwrap();
        tenant.commit().await.unwrap();
        let tenant = customer.read().await;
        assert_eq!(tenant.changed_targets().await.unwrap().len(), 3);
        let open = tenant.changes(&PageRequest::default()).await.unwrap().items;
        assert_eq!((open.len(), open[0].targets, open[0].author.as_str()), (1, 3, "operator@example.net"));
        let phone = tenant.device(phone).await.unwrap();
        let line = phone.line.unwrap();
        assert_eq!((line.name.as_str(), line.extension.as_str()), ("After", "205"));
        assert_eq!(tenant.credentials(line.id).await.unwrap()[0].auth_user, "205");
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn an_old_version_changes_nothing() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (user, _) = customer.user("Before", "201").await;
        let tenant = customer.write().await;
        rename(&tenant, user, 1, "After", None).await.unwrap();
        let late = rename(&tenant, user, 1, "Late", None).await.unwrap_err();
        assert!(matches!(late, StoreError::Version));
        assert_eq!(tenant.user(user).await.unwrap().profile.name.as_str(), "After");
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_user_with_devices_stays_and_one_without_leaves_no_secret() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (user, line) = customer.user("Leaving", "201").await;
        let phone = customer.device(&customer.new_phone(line, None)).await;
        let tenant = customer.write().await;
        assert!(matches!(tenant.delete_user(user, 1).await, Err(StoreError::InUse)));
        let own = tenant.credentials(line).await.unwrap()[0].id;
        tenant.delete_device(phone, 1).await.unwrap();
        tenant.delete_user(user, 1).await.unwrap();
        tenant.commit().await.unwrap();
        let tenant = customer.read().await;
        assert!(matches!(tenant.user(user).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.line(line).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.secret(sip_password(own)).await, Err(StoreError::NotFound)));
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn pages_of_users_follow_each_other_by_extension() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        for extension in ["203", "201", "205", "202", "204"] {
            customer.user("Somebody", extension).await;
        }
        let tenant = customer.read().await;
        let (mut page, mut seen) = (PageRequest { after: None, size: 2 }, Vec::new());
        loop {
            let rows = tenant.users(&page).await.unwrap();
            seen.extend(rows.items.iter().map(|row| row.profile.extension.to_string()));
            match rows.next {
                Some(next) => page.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen, ["201", "202", "203", "204", "205"]);
    })
    .await
    .unwrap();
}

/// Whether somebody else could start to write the customer's model now.
async fn is_free(url: &str, customer: &Customer) -> bool {
    let database = Database::connect(url).await.unwrap();
    let transaction = database.begin().await.unwrap();
    let tenant = format!("SET LOCAL cordboard.tenant = '{}'", customer.id);
    transaction.execute_unprepared(&tenant).await.unwrap();
    let sql = "SELECT tenant_id FROM customer FOR NO KEY UPDATE NOWAIT";
    transaction.execute_unprepared(sql).await.is_ok()
}

#[tokio::test]
async fn a_save_keeps_others_from_the_model_until_its_commit() {
    on_each_url(async |url| {
        if !url.starts_with("postgres") {
            // SQLite has one writer anyway.
            return Ok(());
        }
        let customer = Customer::alone(&connect(&url).await?).await;
        let (user, line) = customer.user("Anna", "201").await;
        let tenant = customer.write().await;
        tenant.user(user).await?;
        assert!(is_free(&url, &customer).await, "reading locks nothing");
        rename(&tenant, user, 1, "Berta", None).await?;
        assert!(!is_free(&url, &customer).await);
        tenant.commit().await?;
        assert!(is_free(&url, &customer).await);
        let tenant = customer.write().await;
        let targets = [Target::Site(customer.site)];
        let action = ChangeAction::Changed;
        let change = NewChange { action, resource: "site", id: line.0, name: "x", targets: &targets };
        tenant.record_change(&actor(), change).await?;
        assert!(!is_free(&url, &customer).await);
        Ok(())
    })
    .await
    .unwrap();
}
