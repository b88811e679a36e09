//! One search over everything, and the counts beside a list of customers.

use cordboard_store::{
    PageRequest, Store,
    customers::{Customer as Listed, CustomerList},
    hunt_groups::HuntSettings,
    search::Found,
    testing::on_each,
};
use cordboard_types::{Extension, FoundKind, HuntStrategy, Mac, NodeId};

use crate::world::{Customer, actor, label, provider, rename};

const ALL: &[FoundKind] = &[FoundKind::Customer, FoundKind::User, FoundKind::Device, FoundKind::HuntGroup];

async fn found(store: &Store, root: impl Into<NodeId>, words: &str) -> Vec<(FoundKind, String)> {
    let subtree = store.subtree(root.into()).await.unwrap();
    let name = |found: Found| (found.kind, found.name);
    subtree.search(words, ALL).await.unwrap().into_iter().map(name).collect()
}

fn of(kind: FoundKind, name: &str) -> (FoundKind, String) {
    (kind, name.to_owned())
}

#[tokio::test]
async fn everything_below_a_node_is_found_by_the_beginnings_of_its_words() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let bakery = Customer::new(&store, provider, "Bäckerei Müller").await;
        let other = Customer::new(&store, provider, "Garage Weber").await;
        let (_, line) = bakery.user("Anna Müller", "201").await;
        other.user("Anna Weber", "201").await;
        bakery.device(&bakery.new_phone(line, Some("00:15:65:aa:bb:cc"))).await;
        let tenant = bakery.write().await;
        let group = HuntSettings {
            extension: Extension::parse("2010").unwrap(),
            title: label("Ladentheke"),
            shown_name: label("Laden"),
            strategy: HuntStrategy::Parallel,
            group_busy: false,
            door_intercom: false,
        };
        tenant.create_hunt_group(&group).await.unwrap();
        tenant.commit().await.unwrap();

        let anna = of(FoundKind::User, "Anna Müller");
        let bakery_itself = of(FoundKind::Customer, "Bäckerei Müller");
        assert_eq!(found(&store, provider, "mul").await, [bakery_itself.clone(), anna.clone()]);
        assert_eq!(found(&store, provider, "MÜLLER anna").await, std::slice::from_ref(&anna));
        assert_eq!(found(&store, provider, "backerei").await, [bakery_itself]);
        let phone = of(FoundKind::Device, "Desk phone");
        for mac in ["00:15:65", "00-15-65-AA", "001565aabb", "0015.65aa.bbcc"] {
            assert_eq!(found(&store, provider, mac).await, std::slice::from_ref(&phone), "{mac}");
        }
        assert_eq!(found(&store, provider, "t46u").await, [phone]);
        // The shortest word first: 201 before 2010.
        let group = of(FoundKind::HuntGroup, "Ladentheke");
        assert_eq!(found(&store, bakery.id, "201").await, [group, anna.clone()]);
        assert_eq!(found(&store, bakery.id, "anna").await, [anna], "nothing of another customer");
        for nothing in ["", " ", "-", "nna", "anna garage"] {
            assert_eq!(found(&store, provider, nothing).await, [], "{nothing:?}");
        }
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn what_is_renamed_is_found_by_its_new_name_alone_and_what_is_gone_not_at_all() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let customer = Customer::new(&store, provider, "Before").await;
        let (user, line) = customer.user("Earlier", "201").await;
        let phone = customer.device(&customer.new_phone(line, Some("00:15:65:aa:bb:cc"))).await;
        let tenant = customer.write().await;
        tenant.change_customer(1, Some(&label("After"))).await.unwrap();
        rename(&tenant, user, 1, "Later", None).await.unwrap();
        let change = cordboard_store::devices::DeviceChange {
            mac: Some(Mac::parse("00:15:65:00:00:01").unwrap()),
            ..Default::default()
        };
        tenant.change_device(phone, 1, &change, &actor()).await.unwrap();
        tenant.commit().await.unwrap();
        for gone in ["before", "001565aa"] {
            assert_eq!(found(&store, provider, gone).await, [], "{gone}");
        }
        for (word, name) in [("after", "After"), ("later", "Later"), ("00156500", "Desk phone")] {
            assert_eq!(found(&store, provider, word).await[0].1, name);
        }
        let tenant = customer.write().await;
        let version = tenant.device(phone).await.unwrap().version;
        tenant.delete_device(phone, version).await.unwrap();
        tenant.commit().await.unwrap();
        assert_eq!(found(&store, provider, "t46u").await, []);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_node_with_little_of_the_platform_finds_the_same() {
    on_each(|store| async move {
        let system = store.system("test").await.unwrap();
        let platform =
            system.create_node(cordboard_types::NodeKind::Platform, None, &label("Platform")).await.unwrap();
        let kind = cordboard_types::NodeKind::Provider;
        let small = system.create_node(kind, Some(platform), &label("Small")).await.unwrap();
        let large = system.create_node(kind, Some(platform), &label("Large")).await.unwrap();
        system.commit().await.unwrap();
        let own = Customer::new(&store, small, "Own 1").await;
        own.user("Anna", "201").await;
        for number in 0..60 {
            Customer::new(&store, large, &format!("Foreign {number}")).await.user("Anna", "201").await;
        }
        // A customer is one of 61: below a fiftieth. Its provider is too.
        for root in [small, own.id.into()] {
            assert_eq!(found(&store, root, "anna").await, [of(FoundKind::User, "Anna")]);
            assert_eq!(names(&store, root, "").await, ["Own 1"]);
            assert_eq!(names(&store, root, "fore").await, [""; 0]);
        }
        let subtree = store.subtree(platform).await.unwrap();
        assert_eq!(subtree.search("anna", ALL).await.unwrap().len(), 6, "a few of each kind");
        let hits = subtree.search("fore 7", ALL).await.unwrap();
        assert_eq!(hits.iter().map(|hit| hit.name.as_str()).collect::<Vec<_>>(), ["Foreign 7"]);
    })
    .await
    .unwrap();
}

async fn list(store: &Store, root: NodeId, search: &str) -> Vec<Listed> {
    let subtree = store.subtree(root).await.unwrap();
    let (mut page, mut all) = (PageRequest { after: None, size: 7 }, Vec::new());
    loop {
        let part = subtree.customers(&CustomerList { search: search.to_owned() }, &page).await.unwrap();
        all.extend(part.items);
        page.after = part.next;
        if page.after.is_none() {
            return all;
        }
    }
}

async fn names(store: &Store, root: NodeId, search: &str) -> Vec<String> {
    list(store, root, search).await.into_iter().map(|customer| customer.name.to_string()).collect()
}

#[tokio::test]
async fn customers_are_found_by_name_in_pages() {
    on_each(|store| async move {
        let provider = provider(&store).await;
        let wanted: Vec<_> = (10..30).map(|number| format!("Café {number}")).collect();
        for name in &wanted {
            Customer::new(&store, provider, name).await;
        }
        Customer::new(&store, provider, "Garage").await;
        assert_eq!(names(&store, provider, "cafe").await, wanted);
        assert_eq!(names(&store, provider, "CAFÉ 12").await, ["Café 12"]);
        assert_eq!(names(&store, provider, "").await.len(), 21);
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn a_customer_s_counts_follow_what_there_is() {
    on_each(|store| async move {
        let customer = Customer::alone(&store).await;
        let (leaving, _) = customer.user("Leaving", "200").await;
        let (_, line) = customer.user("Anna", "201").await;
        let phone = customer.device(&customer.new_phone(line, None)).await;
        let dect = customer.device(&customer.new_dect(None)).await;
        let tenant = customer.write().await;
        let handset = cordboard_store::devices::NewHandset { line, name: None, ipui: None };
        tenant.add_handset(&tenant.device(dect).await.unwrap(), &handset).await.unwrap();
        tenant.commit().await.unwrap();
        let counts = async || {
            let row = customer.read().await.customer().await.unwrap();
            (row.sites, row.lines, row.devices, row.confirmed, row.registrations)
        };
        assert_eq!(counts().await, (1, 2, 2, 0, 0), "a handset is no device of its own");
        let tenant = customer.write().await;
        tenant.delete_user(leaving, 1).await.unwrap();
        tenant.delete_device(phone, 1).await.unwrap();
        tenant.commit().await.unwrap();
        assert_eq!(counts().await, (1, 1, 1, 0, 0));
        let system = store.system("test").await.unwrap();
        system.sum_tallies().await.unwrap();
        system.sum_tallies().await.unwrap();
        system.commit().await.unwrap();
        assert_eq!(counts().await, (1, 1, 1, 0, 0), "summed up it is the same");
        // What was begun and not finished counts for nothing.
        let tenant = customer.write().await;
        tenant.create_user(&customer.new_user("Undone", "209")).await.unwrap();
        drop(tenant);
        assert_eq!(counts().await, (1, 1, 1, 0, 0));
    })
    .await
    .unwrap();
}
