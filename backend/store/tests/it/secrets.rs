//! Secrets: sealed in the database, open only with the keys at hand.

use cordboard_domain::{SecretField, SecretRef};
use cordboard_store::{
    MasterKeys, Store, StoreError,
    testing::{connect, on_each_url},
};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, Statement, TransactionTrait};
use zeroize::Zeroizing;

use crate::world::Customer;

#[tokio::test]
async fn a_secret_lies_sealed_and_needs_the_master_key() {
    on_each_url(async |url| {
        let customer = Customer::alone(&connect(&url).await?).await;
        let which = SecretRef { owner: [9; 16], field: SecretField::AdminPassword };
        let tenant = customer.write().await;
        assert_eq!(tenant.put_secret(which, "correct horse").await?, 1);
        assert_eq!(tenant.put_secret(which, "battery staple").await?, 2);
        tenant.commit().await?;
        assert_eq!(customer.read().await.secret(which).await?.0.as_str(), "battery staple");
        assert!(!sealed(&url, &customer).await.windows(7).any(|part| part == b"battery"));
        let other = MasterKeys::new([("other".to_owned(), Zeroizing::new(vec![8; 32]))])?;
        let stranger = Store::connect(&url, other).await?;
        let refused = stranger.read(customer.id).await?.secret(which).await;
        assert!(matches!(refused, Err(StoreError::Sealed)));
        Ok(())
    })
    .await
    .unwrap();
}

async fn sealed(url: &str, customer: &Customer) -> Vec<u8> {
    let database = Database::connect(url).await.unwrap();
    let transaction = database.begin().await.unwrap();
    let backend = transaction.get_database_backend();
    if backend == DatabaseBackend::Postgres {
        let sql = format!("SET LOCAL cordboard.tenant = '{}'", customer.id);
        transaction.execute_unprepared(&sql).await.unwrap();
    }
    let statement = Statement::from_string(backend, "SELECT sealed FROM secret");
    let rows = transaction.query_all_raw(statement).await.unwrap();
    rows.iter().flat_map(|row| row.try_get::<Vec<u8>>("", "sealed").unwrap()).collect()
}
