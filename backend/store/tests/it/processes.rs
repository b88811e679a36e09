//! Two processes on one database, as `cordboard admin` beside a server.

use cordboard_store::testing::{connect, on_each_url};
use cordboard_types::{Email, Label};

#[tokio::test]
async fn one_that_reads_before_it_writes_is_not_overtaken() {
    on_each_url(async |url| {
        let (server, admin) = (connect(&url).await?, connect(&url).await?);
        let name: Label = "Somebody".parse().unwrap();
        let emails: [Email; 2] = ["one@example.net", "two@example.net"].map(|email| email.parse().unwrap());
        let create = async |store: &cordboard_store::Store, email: &Email| {
            let system = store.system("a test").await.unwrap();
            assert!(system.person_by_email(email).await.unwrap().is_none());
            tokio::task::yield_now().await;
            system.create_person(email, &name, "hash").await.unwrap();
            system.commit().await.unwrap();
        };
        let [one, two] = &emails;
        tokio::join!(create(&server, one), create(&admin, two));
        Ok(())
    })
    .await
    .unwrap();
}
