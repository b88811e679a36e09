//! Groups, what follows from them, and the customers that were there before them.

use cordboard_migrations::Migrator;
use cordboard_store::{
    PageRequest,
    testing::{connect, on_each, on_each_url},
    users::{UserList, UserSort},
};
use cordboard_types::{Feature, Modules, Role, Standard};
use sea_orm::Database;
use sea_orm_migration::MigratorTrait;

use crate::world::{Customer, label, provider};

// proves P-073, P-075
#[tokio::test]
async fn customers_and_users_of_before_get_what_new_ones_have() {
    on_each_url(async |url| {
        let store = connect(&url).await?;
        let database = Database::connect(&url).await?;
        let names: Vec<_> = Migrator::migrations().iter().map(|change| change.name().to_owned()).collect();
        let later = names.iter().skip_while(|name| *name != "0012_pbx_users").count();
        let customer = Customer::alone(&store).await;
        customer.user("Anna van der Berg", "201").await;
        customer.user("Reception", "20").await;
        Migrator::down(&database, u32::try_from(later).ok()).await?;
        Migrator::up(&database, None).await?;
        database.close().await?;
        let tenant = customer.read().await;
        let groups = tenant.standard_groups().await?;
        assert_eq!(groups.len(), Standard::ALL.len());
        let all = groups.iter().find(|group| group.standard == Some(Standard::AllUsers)).unwrap();
        let grants = tenant.group_grants(all.id).await?;
        assert!(grants.iter().any(|grant| grant.feature == Feature::GroupPickup));
        assert_eq!(tenant.gui_groups().await?[0].modules, Modules::of_administrators());
        let list = UserList { search: "van".into(), sort: UserSort::Login };
        let found = tenant.users_listed(&list, &PageRequest::default()).await?.items;
        assert_eq!(found.len(), 1);
        let anna = &found[0].profile;
        assert_eq!((anna.login.as_str(), anna.first_name.clone()), ("201", Some(label("Anna"))));
        assert_eq!(anna.last_name, Some(label("van der Berg")));
        let reception = &tenant.users(&PageRequest::default()).await?.items[0].profile;
        assert_eq!(
            (reception.first_name.clone(), reception.last_name.clone()),
            (Some(label("Reception")), None)
        );
        Ok(())
    })
    .await
    .unwrap();
}

// proves P-073
#[tokio::test]
async fn a_new_customer_has_the_predefined_groups_and_another_s_are_not_its() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let (ours, theirs) =
            (Customer::new(&store, provider, "Ours").await, Customer::new(&store, provider, "Theirs").await);
        let foreign = theirs.read().await.standard_groups().await.unwrap()[0].id;
        let tenant = ours.write().await;
        assert_eq!(tenant.groups(&PageRequest::default()).await.unwrap().items.len(), 6);
        assert!(tenant.group(foreign).await.is_err());
        assert!(tenant.group_members(foreign, &PageRequest::default()).await.is_err());
        assert!(tenant.rename_group(foreign, 1, &label("Mine")).await.is_err());
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_principal_without_a_linked_user_has_their_roles_alone() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let system = store.system("test").await.unwrap();
        let email = cordboard_types::Email::parse("anna@example.org").unwrap();
        let person = system.create_person(&email, &label("Anna"), "hash").await.unwrap();
        system.grant(person, customer.id.into(), Role::User).await.unwrap();
        let principal = system.principal(person).await.unwrap();
        assert_eq!((principal.grants.len(), principal.features.len()), (1, 0));
    })
    .await
    .unwrap();
}
