//! What is another customer's is not there.

use cordboard_store::{
    PageRequest, StoreError,
    devices::DeviceChange,
    targets::Target,
    testing::{connect, on_each, on_each_url},
};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, FromQueryResult, Statement, TransactionTrait};

use crate::{
    audit_chain::{entry, write},
    world::{Customer, actor, provider},
};

// proves
#[tokio::test]
async fn a_foreign_id_is_an_unknown_id() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let ours = Customer::new(&store, provider, "Ours").await;
        let theirs = Customer::new(&store, provider, "Theirs").await;
        let (user, line) = theirs.user("Somebody", "201").await;
        let device = theirs.device(&theirs.new_phone(line, None)).await;
        let tenant = ours.write().await;
        assert!(matches!(tenant.user(user).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.line(line).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.device(device).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.credentials(line).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.rotate_credentials(line).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.delete_user(user, 1).await, Err(StoreError::NotFound)));
        assert!(matches!(tenant.delete_device(device, 1).await, Err(StoreError::NotFound)));
        let change = DeviceChange::default();
        assert!(matches!(
            tenant.change_device(device, 1, &change, &actor()).await,
            Err(StoreError::NotFound)
        ));
        let phone = ours.new_phone(line, None);
        assert!(matches!(tenant.create_device(&phone).await, Err(StoreError::Reference("/line"))));
        assert!(tenant.files_in_force(Target::Device(device)).await.unwrap().is_empty());
        assert!(tenant.users(&PageRequest::default()).await.unwrap().items.is_empty());
        assert!(tenant.devices(None, &PageRequest::default()).await.unwrap().items.is_empty());
    })
    .await
    .unwrap();
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

async fn lines_seen(url: &str, setting: Option<(&str, String)>) -> i64 {
    seen(url, "line", setting).await
}

async fn seen(url: &str, table: &str, setting: Option<(&str, String)>) -> i64 {
    let database = Database::connect(url).await.unwrap();
    let transaction = database.begin().await.unwrap();
    if let Some((name, value)) = setting {
        let sql = "SELECT set_config($1, $2, true)";
        let values = [format!("cordboard.{name}").into(), value.into()];
        let statement = Statement::from_sql_and_values(DatabaseBackend::Postgres, sql, values);
        transaction.execute_raw(statement).await.unwrap();
    }
    let sql = format!("SELECT count(*) AS count FROM {table}");
    let sql = Statement::from_string(DatabaseBackend::Postgres, sql);
    Count::find_by_statement(sql).one(&transaction).await.unwrap().unwrap().count
}

#[tokio::test]
async fn postgres_refuses_where_a_query_forgets_its_tenant() {
    on_each_url(async |url| {
        if !url.starts_with("postgres") {
            return Ok(());
        }
        let store = connect(&url).await?;
        let provider = provider(&store).await;
        let (ours, theirs) =
            (Customer::new(&store, provider, "Ours").await, Customer::new(&store, provider, "Theirs").await);
        ours.user("One", "201").await;
        theirs.user("Two", "201").await;
        theirs.user("Three", "202").await;
        assert_eq!(lines_seen(&url, None).await, 0, "nobody sees nothing");
        assert_eq!(lines_seen(&url, Some(("tenant", ours.id.to_string()))).await, 1);
        assert_eq!(lines_seen(&url, Some(("tenant", theirs.id.to_string()))).await, 2);
        assert_eq!(lines_seen(&url, Some(("subtree", provider.to_string()))).await, 3);
        assert_eq!(lines_seen(&url, Some(("system", "on".to_owned()))).await, 3);
        Ok(())
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn postgres_shows_each_customer_its_own_log_and_the_platforms_to_nobody() {
    on_each_url(async |url| {
        if !url.starts_with("postgres") {
            return Ok(());
        }
        let store = connect(&url).await?;
        let provider = provider(&store).await;
        let (ours, theirs) =
            (Customer::new(&store, provider, "Ours").await, Customer::new(&store, provider, "Theirs").await);
        write(&store, ours.id, 1).await;
        write(&store, theirs.id, 2).await;
        let system = store.system("test").await?;
        system.audit(None, &actor(), entry("platform")).await?;
        system.commit().await?;
        for (table, own, below, all) in [("audit", 1, 3, 4), ("audit_head", 1, 2, 3)] {
            assert_eq!(seen(&url, table, None).await, 0, "nobody sees nothing");
            assert_eq!(seen(&url, table, Some(("tenant", ours.id.to_string()))).await, own);
            assert_eq!(seen(&url, table, Some(("subtree", provider.to_string()))).await, below);
            assert_eq!(seen(&url, table, Some(("system", "on".to_owned()))).await, all);
        }
        Ok(())
    })
    .await
    .unwrap();
}
